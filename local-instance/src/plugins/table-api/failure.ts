import type { FastifyReply } from 'fastify'
import { sendError } from '../../core/http/envelope'
import { StoreError } from '../../core/store/types'
import type { RecordOperation } from '../../core/rights'

/** A refusal of the Table API with the platform's texts. */
export class TableApiError extends Error {
    constructor(
        readonly status: number,
        message: string,
        readonly detail: string | null = null
    ) {
        super(message)
        this.name = 'TableApiError'
    }
}

const OPERATIONS: Record<RecordOperation, string> = {
    create: 'Insert',
    write: 'Update',
    delete: 'Delete',
    read: 'Query',
}

/** A write that the caller is not authorized to make. */
export function aclException(operation: RecordOperation): TableApiError {
    const detail = `ACL Exception ${OPERATIONS[operation]} Failed due to security constraints`
    return new TableApiError(403, 'Operation Failed', detail)
}

/** The record does not exist or the caller may not read it; the platform does not distinguish the two. */
export function noRecord(): TableApiError {
    return new TableApiError(
        404,
        'No Record found',
        "Record doesn't exist or ACL restricts the record retrieval"
    )
}

/** A query by fields that the caller may not read; it would reveal their values. */
export function noQueryRight(): TableApiError {
    return new TableApiError(
        403,
        'Insufficient rights to query records',
        'Field(s) present in the query do not have permission to be read'
    )
}

/**
 * Statuses for store errors; a rule's rejection is 403, like a business rule's (DOCS
 * r_RESTAPIHTTPResponseCodes).
 */
const STATUSES: Record<string, number> = { refused: 403, duplicate_key: 403 }

/** Sends the error envelope of a refusal; rethrows other errors. */
export function sendFailure(reply: FastifyReply, error: unknown): FastifyReply {
    if (error instanceof TableApiError) return sendError(reply, error.status, error.message, error.detail)
    if (error instanceof StoreError) {
        return sendError(reply, STATUSES[error.code] ?? 400, 'Operation Failed', error.message)
    }
    throw error
}
