import type { FastifyReply, FastifyRequest } from 'fastify'
import { NOT_AUTHORIZED } from '../../core/http/envelope'
import { rawBody } from '../../core/http/server'
import type { Host } from '../../core/plugin'
import type { Principal } from '../../core/principal'
import type { Row } from '../../core/store/types'
import { mediaType, syntaxOf } from '../../core/rest/media-types'
import { createAccess } from './access'
import { noRecord, TableApiError } from './failure'
import { readPage } from './list'
import { linkHeader } from './pagination'
import { readParameters } from './parameters'
import { project, type ResultRecord } from './project'
import { readBody, type Input } from './request-body'
import { isRuled, writeWithRules } from './ruled-write'
import {
    deleteRecord,
    insertRecord,
    mayDelete,
    updateRecord,
    valuesToInsert,
    valuesToUpdate,
    type WriteRequest,
} from './write'
import { toXml } from './xml'

/** An authenticated request to the Table API. */
export interface TableRequest {
    host: Host
    request: FastifyRequest
    reply: FastifyReply
    method: string
    user: Principal
    tableName: string
    sysId: string | undefined
    /** Media type of the response. */
    accept: string
    /** The version in the path; null for the latest. */
    version: string | null
    /** Called with the number of statements run in or after a script thread. */
    cost(statements: number): void
}

/**
 * Lists, reads, inserts, updates or deletes records.
 *
 * @throws TableApiError and StoreError with the error for the caller.
 */
export function serveRecords(asked: TableRequest): FastifyReply | Promise<FastifyReply> {
    const { host, request, reply, method, user, tableName, sysId, version } = asked
    const table = host.store.dictionary.table(tableName)
    if (!table || table.hidden) throw new TableApiError(400, `Invalid table ${tableName.slice(0, 80)}`)
    if (!table.webServiceAccess) throw new TableApiError(403, ...NOT_AUTHORIZED)
    const exchange: Exchange = {
        ...asked,
        store: host.store,
        table,
        parameters: readParameters(request.url),
        access: createAccess(host, user),
        base: `${host.url()}/api/now/${version === null ? '' : `${version}/`}table`,
        context: { userName: user.userName, reason: 'api' },
    }
    const operation = WRITES[method]
    if (operation && isRuled(host, table, operation)) return ruledWrite(exchange, operation)
    switch (method) {
        case 'DELETE':
            deleteRecord(exchange, sysId ?? '')
            return reply.code(204).send()
        case 'POST':
            return answerWrite(exchange, 201, insertRecord(exchange, inputOf(request)))
        case 'PUT':
        case 'PATCH':
            return answerWrite(exchange, 200, updateRecord(exchange, sysId ?? '', inputOf(request)))
        default:
            return sysId === undefined ? list(exchange) : single(exchange, sysId)
    }
}

const WRITES: Partial<Record<string, 'insert' | 'update' | 'delete'>> = {
    POST: 'insert',
    PUT: 'update',
    PATCH: 'update',
    DELETE: 'delete',
}

/** A write of a table with business rules. The caller's rights are checked first; then the rules run. */
async function ruledWrite(
    exchange: Exchange,
    operation: 'insert' | 'update' | 'delete'
): Promise<FastifyReply> {
    const { host, request, user, table, sysId = '', cost } = exchange
    const write = { host, table, user, clientIp: request.ip, operation, sysId, cost }
    if (operation === 'delete') {
        mayDelete(exchange, sysId)
        await writeWithRules({ ...write, values: {} })
        return exchange.reply.code(204).send()
    }
    const input = inputOf(request)
    const values =
        operation === 'insert' ? valuesToInsert(exchange, input) : valuesToUpdate(exchange, sysId, input)
    const row = await writeWithRules({ ...write, values })
    const before = host.store.statements
    const answer = answerWrite(exchange, operation === 'insert' ? 201 : 200, row)
    cost(host.store.statements - before)
    return answer
}

/** A request with its target. */
interface Exchange extends TableRequest, WriteRequest {
    base: string
}

function list(exchange: Exchange): FastifyReply {
    const { host, request, reply, access, table, parameters, version } = exchange
    if (!access.record('read', table)) throw new TableApiError(403, ...NOT_AUTHORIZED)
    const { rows, total } = readPage(host, exchange)
    // Only version 1 treats an empty list as an error (DOCS c_TableAPI api_version).
    if (version === 'v1' && rows.length === 0) throw noRecord()
    if (total !== undefined) {
        void reply.header('X-Total-Count', String(total))
        const links = linkHeader(`${host.url()}${request.url}`, parameters, total)
        if (links && !parameters.suppressPaginationHeader) void reply.header('Link', links)
    }
    return send(exchange, 200, project(rows, exchange))
}

function single(exchange: Exchange, sysId: string): FastifyReply {
    const { store, access, table } = exchange
    const row = store.get(table.name, sysId)
    if (!row || !access.record('read', table, row)) throw noRecord()
    return send(exchange, 200, project([row], exchange)[0])
}

function answerWrite(exchange: Exchange, status: number, row: Row): FastifyReply {
    if (status === 201) {
        const { base, reply, table } = exchange
        void reply.header('Location', `${base}/${table.name}/${row['sys_id'] ?? ''}`)
    }
    const isSuppressed = String(exchange.request.headers['x-no-response-body']).toLowerCase() === 'true'
    if (isSuppressed) return exchange.reply.code(204).send()
    return send(exchange, status, project([row], exchange)[0])
}

function send(
    { reply, accept }: Exchange,
    status: number,
    result: ResultRecord | ResultRecord[] | undefined
): FastifyReply {
    return reply
        .code(status)
        .header('Cache-Control', 'no-cache,no-store,must-revalidate,max-age=-1')
        .type(`${accept};charset=UTF-8`)
        .send(syntaxOf(accept) === 'xml' ? toXml(result) : JSON.stringify({ result }))
}

function inputOf(request: FastifyRequest): Input {
    const type = mediaType(request.headers['content-type']) || 'application/json'
    if (syntaxOf(type) === undefined) {
        throw new TableApiError(415, 'Unsupported media type', `Media type: ${type} is not supported.`)
    }
    return readBody(rawBody(request), type)
}
