import type { FastifyReply, FastifyRequest } from 'fastify'
import { rawBody } from '../../core/http/server'
import type { Host } from '../../core/plugin'
import type { Principal } from '../../core/principal'
import type { RecordOperation } from '../../core/rights'
import type { Row, Table } from '../../core/store/types'
import { mediaType, negotiate, syntaxOf } from '../../core/rest/media-types'
import { createAccess, type Access } from '../table-api/access'
import { aclException, noRecord, TableApiError } from '../table-api/failure'
import { readPage } from '../table-api/list'
import { readParameters } from '../table-api/parameters'
import { readBody } from '../table-api/request-body'
import { toXml } from '../table-api/xml'
import { readContent } from './contents'
import { metadataOf, type Metadata } from './metadata'
import { attach, checkName } from './upload'

/** The operation that an API path denotes. */
export interface Resource {
    kind: 'list' | 'upload' | 'metadata' | 'file'
    /** sys_id of the attachment; empty for `list`. */
    sysId: string
}

/** An authenticated request to the Attachment API. */
export interface AttachmentRequest {
    host: Host
    request: FastifyRequest
    reply: FastifyReply
    user: Principal
    method: string
    resource: Resource
}

/** Default number of attachments in a list (DOCS c_AttachmentAPI sysparm_limit). */
const DEFAULT_LIMIT = 1000

/**
 * Lists attachments; uploads, describes, downloads, renames and deletes one.
 *
 * @throws TableApiError and StoreError with the error for the caller.
 */
export function serveAttachments(asked: AttachmentRequest): FastifyReply {
    const { host, request, reply, user, method, resource } = asked
    const { store } = host
    const table = store.dictionary.table('sys_attachment')
    if (!table) throw noRecord()
    const access = createAccess(host, user)
    const context = { userName: user.userName, reason: 'api' } as const
    if (resource.kind === 'list') {
        const parameters = { ...readParameters(request.url, DEFAULT_LIMIT), others: [], noCount: true }
        const { rows } = readPage(host, { user, access, table, parameters })
        return send(asked, 200, metadataOf(rows, host))
    }
    if (resource.kind === 'upload') {
        const accept = acceptable(request)
        const [metadata] = metadataOf([attach({ host, request, user, access })], host)
        const location = `${host.url()}/api/now/attachment/${metadata?.['sys_id'] ?? ''}`
        return send({ ...asked, accept, reply: reply.header('Location', location) }, 201, metadata)
    }
    const { sysId } = resource
    if (method === 'DELETE') {
        find(asked, { table, access, operation: 'delete' })
        store.delete(table.name, sysId, context)
        return reply.code(204).send()
    }
    if (method === 'PATCH') {
        find(asked, { table, access, operation: 'write' })
        const name = readName(request)
        checkName(host, name)
        store.update(table.name, sysId, { file_name: name }, context)
        return reply.code(204).send()
    }
    const row = find(asked, { table, access, operation: 'read' })
    return resource.kind === 'file' ? sendFile(asked, row) : send(asked, 200, metadataOf([row], host)[0])
}

/** The attachment, which the caller must be able to read and, for other operations, to change. */
function find(
    { host, resource }: AttachmentRequest,
    { table, access, operation }: { table: Table; access: Access; operation: RecordOperation }
): Row {
    const row = host.store.get(table.name, resource.sysId)
    if (!row || !access.record('read', table, row)) throw noRecord()
    if (!access.record(operation, table, row)) throw aclException(operation)
    return row
}

function readName(request: FastifyRequest): string {
    const type = mediaType(request.headers['content-type']) || 'application/json'
    if (syntaxOf(type) === undefined) {
        throw new TableApiError(415, 'Unsupported media type', `Media type: ${type} is not supported.`)
    }
    const name = readBody(rawBody(request), type).get('file_name')?.trim()
    if (!name) throw new TableApiError(400, 'Bad request', 'Missing parameter: file_name')
    return name
}

/** The original file, always sent as a download and never rendered as a page of the instance. */
function sendFile({ host, request, reply }: AttachmentRequest, row: Row): FastifyReply {
    const type = row['content_type'] || 'application/octet-stream'
    if (negotiate(request.headers.accept, [type]) === undefined) throw notAcceptable()
    const content = readContent(host.store, row['sys_id'] ?? '')
    if (!content) throw noRecord()
    const [metadata] = metadataOf([row], host)
    return reply
        .code(200)
        .header('Cache-Control', 'no-cache,no-store,must-revalidate,max-age=-1')
        .header('Content-Disposition', `attachment;filename*=UTF-8''${encodeName(row['file_name'] ?? '')}`)
        .header('X-Attachment-Metadata', toAscii(JSON.stringify(metadata)))
        .type(type.includes('*') ? 'application/octet-stream' : type)
        .send(content)
}

function send(
    { request, reply, accept = acceptable(request) }: AttachmentRequest & { accept?: string },
    status: number,
    result: Metadata | Metadata[] | undefined
): FastifyReply {
    return reply
        .code(status)
        .header('Cache-Control', 'no-cache,no-store,must-revalidate,max-age=-1')
        .type(`${accept};charset=UTF-8`)
        .send(syntaxOf(accept) === 'xml' ? toXml(result) : JSON.stringify({ result }))
}

function acceptable(request: FastifyRequest): string {
    const accept = negotiate(request.headers.accept, ['application/json', 'application/xml', 'text/xml'])
    if (accept === undefined) throw notAcceptable()
    return accept
}

function notAcceptable(): TableApiError {
    return new TableApiError(406, 'Not acceptable', 'The requested response format is not supported.')
}

/** A file name in a header (RFC 8187 §3.2.1). */
function encodeName(name: string): string {
    return encodeURIComponent(name).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16)}`)
}

/** JSON escaped for a header, for any file name. */
function toAscii(json: string): string {
    return json.replace(/[^\x20-\x7e]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`)
}
