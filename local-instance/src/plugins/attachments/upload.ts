import { createHash } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import { rawBody } from '../../core/http/server'
import type { Host } from '../../core/plugin'
import type { Principal } from '../../core/principal'
import type { Row } from '../../core/store/types'
import { mediaType } from '../../core/rest/media-types'
import { parseParameters } from '../../core/rest/parameters'
import type { Access } from '../table-api/access'
import { aclException, noRecord, TableApiError } from '../table-api/failure'
import { CHUNK_BYTES, pack, writeContent } from './contents'

/** This instance's own upper limit for a file, even if `com.glide.attachment.max_size` is higher. */
export const MAX_FILE_BYTES = 64 * 1024 * 1024

/** A request to attach its body to a record. */
export interface Upload {
    host: Host
    request: FastifyRequest
    user: Principal
    access: Access
}

/**
 * `POST /file?table_name=…&table_sys_id=…&file_name=…`: attaches the body to a record (DOCS c_AttachmentAPI).
 *
 * @throws TableApiError 400 for missing parameters and files that are not allowed, 403 where the caller may
 * not change the record, 404 if it does not exist or the caller may not read it.
 */
export function attach({ host, request, user, access }: Upload): Row {
    const { store } = host
    const at = request.url.indexOf('?')
    const parameters = parseParameters(at < 0 ? '' : request.url.slice(at + 1))
    const [tableName, sysId, fileName] = ['table_name', 'table_sys_id', 'file_name'].map((name) => {
        const value = parameters[name]?.[0]?.trim()
        if (!value) throw new TableApiError(400, 'Bad request', `Missing parameter: ${name}`)
        return value
    }) as [string, string, string]
    if (parameters['encryption_context']?.[0]) {
        throw new TableApiError(400, 'Bad request', 'Encryption contexts are not supported on this instance')
    }
    const contentType = mediaType(request.headers['content-type'])
    if (!/^[\w!#$&^.+*-]+\/[\w!#$&^.+*-]+$/.test(contentType)) {
        throw new TableApiError(400, 'Bad request', 'Missing header: Content-Type')
    }
    checkName(host, fileName)
    const body = rawBody(request)
    checkSize(host, body.length)
    const table = store.dictionary.table(tableName)
    const record = table && !table.hidden ? store.get(table.name, sysId) : undefined
    if (!table || !record || !access.record('read', table, record)) throw noRecord()
    const of = { table_name: tableName, table_sys_id: sysId }
    const attachments = store.dictionary.table('sys_attachment')
    if (!mayAttach(host, user) || !attachments || !access.record('create', attachments, of)) {
        throw aclException('create')
    }
    const packed = pack(body)
    return store.transaction(() => {
        const values = {
            ...of,
            file_name: fileName,
            content_type: contentType,
            size_bytes: String(body.length),
            size_compressed: String(packed.length),
            chunk_size_bytes: String(CHUNK_BYTES),
            compressed: '1',
            hash: createHash('sha256').update(body).digest('hex'),
        }
        const row = store.insert('sys_attachment', values, { userName: user.userName, reason: 'api' })
        writeContent(store, row['sys_id'] ?? '', packed)
        return row
    })
}

/**
 * Rejects invalid file names and extensions that are not listed (DOCS "Restrict attachment file extensions").
 */
export function checkName({ store }: Host, name: string): void {
    // eslint-disable-next-line no-control-regex
    if (name.length > 255 || /[\u0000-\u001f\u007f/\\]/.test(name)) {
        throw new TableApiError(400, 'Bad request', 'Invalid file name')
    }
    const allowed = listOf(store.property('glide.attachment.extensions'))
    const extension = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? ''
    if (allowed.length > 0 && !allowed.includes(extension)) {
        throw new TableApiError(400, 'Bad request', `Files of this type cannot be attached: ${name}`)
    }
}

function checkSize({ store }: Host, bytes: number): void {
    const megabytes = Number(store.property('com.glide.attachment.max_size') || 1024)
    const most = Math.min(MAX_FILE_BYTES, megabytes * 1024 * 1024)
    if (bytes <= most) return
    throw new TableApiError(400, 'Bad request', `The file has ${bytes} bytes. Max allowed: ${most} bytes.`)
}

function mayAttach({ store }: Host, { roles }: Principal): boolean {
    const wanted = listOf(store.property('glide.attachment.role'))
    const isOpen = wanted.length === 0 || wanted.includes('public') || roles.has('admin')
    return isOpen || wanted.some((role) => roles.has(role))
}

function listOf(value: string | undefined): string[] {
    return (value ?? '')
        .split(',')
        .map((entry) => entry.trim().toLowerCase())
        .filter((entry) => entry !== '')
}
