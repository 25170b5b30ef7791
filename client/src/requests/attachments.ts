import { checkHeaders } from '../check-headers'
import { ApiRequestError, ParameterError } from '../errors'
import { isFailure } from '../envelope'
import { readJson } from '../json'
import { jsonAnswer } from '../page/json-answer'
import type { RawAnswer } from '../page/raw-call'
import type { ApiRequestOptions } from '../types/connection'
import { records, type PagesOptions } from './pages'
import { senderOf, type Connection } from './sender-of'
import { where } from './query'
import { encode, needText } from './text'

/** Metadata of an attachment (ServiceNow documentation, c_AttachmentAPI); all values are strings. */
export interface AttachmentMetadata {
    sys_id: string
    file_name: string
    content_type: string
    /** Size in bytes, as a decimal string. */
    size_bytes: string
    table_name: string
    table_sys_id: string
    /** URL of the file; it requires the same rights as {@link Attachments.download}. */
    download_link: string
    sys_created_by: string
    sys_created_on: string
    sys_updated_by: string
    sys_updated_on: string
    [other: string]: string
}

/** Progress of a transfer, in bytes. */
export interface TransferProgress {
    loaded: number
    /** 0 if unknown. */
    total: number
}

/** Options of a transfer. */
export interface TransferOptions extends Pick<ApiRequestOptions, 'signal' | 'timeoutMs'> {
    /** Called with the progress, for the last time when the transfer is complete. */
    onProgress?: (progress: TransferProgress) => void
}

/** A file and its target record. */
export interface Upload extends TransferOptions {
    /** Table of the record. */
    table: string
    /** `sys_id` of the record. */
    sysId: string
    /** A `File` brings its name, and a `Blob` its type. */
    file: Blob
    /** Name of the attachment; default: the file's name. */
    fileName?: string
    /** Media type; default: the file's type, or `application/octet-stream`. */
    contentType?: string
}

/** Options of a download. */
export interface Download extends TransferOptions {
    /** Maximum size in bytes; default: 1 GiB, the platform's maximum. */
    maxBytes?: number
}

/** A record, by table and `sys_id`. */
export interface RecordAddress {
    table: string
    sysId: string
}

/** Attachments of records, with the rights of the user. */
export interface Attachments {
    /**
     * Attaches a file to a record that the user may update. Progress requires the worker `./worker-uploads`.
     */
    upload(upload: Upload): Promise<AttachmentMetadata>
    /** Downloads a file unchanged, with its media type. */
    download(sysId: string, options?: Download): Promise<Blob>
    /** Returns the metadata of an attachment. */
    get(sysId: string, options?: Pick<ApiRequestOptions, 'signal' | 'timeoutMs'>): Promise<AttachmentMetadata>
    /** Lists the attachments of a record, by name. */
    list(record: RecordAddress, options?: PagesOptions): AsyncGenerator<AttachmentMetadata, void, undefined>
    /** Renames an attachment. */
    rename(sysId: string, fileName: string): Promise<void>
    /** Deletes an attachment. */
    remove(sysId: string): Promise<void>
}

const API = '/api/now/attachment'
const GIBIBYTE = 2 ** 30
/** Maximum size in bytes of a JSON file that is checked for the error envelope. */
const MAX_FAILURE = 10_000

/**
 * The Attachment API of a connection. It has its own CORS rule (ServiceNow documentation: REST API "Attachment API").
 *
 * @example
 * const { sys_id } = await attachments(connection).upload({ table: 'incident', sysId, file: input.files[0] })
 * const onProgress = ({ loaded, total }: TransferProgress) => show(total ? `${loaded} of ${total}` : `${loaded}`)
 * const blob = await attachments(connection).download(sys_id, { onProgress })
 * @throws ParameterError for an invalid connection; each call throws what `executeApiRequest` throws, and a
 * ParameterError for a missing name
 */
export function attachments(connection: Connection): Attachments {
    const send = senderOf(connection)
    return {
        async upload({ table, sysId, file, fileName, contentType, onProgress, signal, timeoutMs }) {
            const name = fileName ?? (file as Partial<File> | undefined)?.name
            const names = { table_name: table, table_sys_id: sysId, file_name: name }
            for (const [key, value] of Object.entries(names)) needText(key, value)
            if (!(file instanceof Blob)) throw new ParameterError('file must be a Blob')
            const headers = { 'Content-Type': contentType || file.type || 'application/octet-stream' }
            checkHeaders(headers)
            const total = file.size
            onProgress?.({ loaded: 0, total })
            const response = await send({
                endpoint: `${API}/file?${new URLSearchParams(names as Record<string, string>).toString()}`,
                method: 'POST',
                body: file,
                headers,
                retry: 0,
                signal,
                timeoutMs,
                onProgress:
                    onProgress &&
                    (({ loaded, sent }) => sent && onProgress({ loaded: Math.min(loaded, total), total })),
            })
            onProgress?.({ loaded: total, total })
            return metadata(response)
        },
        async download(sysId, { onProgress, signal, timeoutMs, maxBytes = GIBIBYTE } = {}) {
            const endpoint = addressOf(sysId)
            const sizeOf = async () =>
                Number(metadata(await send({ endpoint, retry: 2, signal, timeoutMs })).size_bytes) || 0
            let size = 0
            const answering = send({
                endpoint: `${endpoint}/file`,
                headers: { Accept: '*/*' },
                binary: true,
                maxBytes,
                retry: 2,
                signal,
                timeoutMs,
                onProgress:
                    onProgress &&
                    (({ loaded, total }) =>
                        onProgress({ loaded, total: total || (loaded > size ? 0 : size) })),
            })
            // A browser hides the Content-Encoding of another origin, so it is unknown whether Content-Length
            // is the file's size. The metadata contain it.
            if (onProgress)
                sizeOf()
                    .then((bytes) => (size = bytes))
                    .catch(() => {})
            const { data, status } = await answering
            if (data instanceof Blob) return unlessFailure(data, status, sizeOf)
            if (data === undefined && (status === 200 || status === 204)) return new Blob()
            throw new ApiRequestError('The response is not the file', { status })
        },
        async get(sysId, { signal, timeoutMs } = {}) {
            return metadata(await send({ endpoint: addressOf(sysId), retry: 2, signal, timeoutMs }))
        },
        list({ table, sysId }, options) {
            const query = where('table_name', '=', needText('table', table)).and(
                'table_sys_id',
                '=',
                needText('sysId', sysId)
            )
            const sorted = encodeURIComponent(String(query.orderBy('file_name').orderBy('sys_id')))
            return records<AttachmentMetadata>(connection, `${API}?sysparm_query=${sorted}`, options)
        },
        async rename(sysId, fileName) {
            const body = JSON.stringify({ file_name: needText('fileName', fileName) })
            done(await send({ endpoint: addressOf(sysId), method: 'PATCH', body, retry: 0 }))
        },
        async remove(sysId) {
            done(await send({ endpoint: addressOf(sysId), method: 'DELETE', retry: 0 }))
        },
    }
}

function addressOf(sysId: string): string {
    return `${API}/${encode('sysId', needText('sysId', sysId))}`
}

function metadata({ data, status }: RawAnswer): AttachmentMetadata {
    if (typeof (data as AttachmentMetadata | undefined)?.sys_id === 'string')
        return data as AttachmentMetadata
    throw new ApiRequestError('The response does not describe an attachment', { status })
}

/** @throws ApiRequestError for 202: the instance accepted the change, but has not confirmed it */
function done({ status }: RawAnswer): void {
    if (status === 202) throw new ApiRequestError('The instance did not confirm the change', { status })
}

/**
 * Returns the file. The instance may send its error envelope instead; a JSON file that resembles one has the
 * size in its metadata.
 * @throws ApiRequestError with the instance's message
 */
async function unlessFailure(file: Blob, status: number, sizeOf: () => Promise<number>): Promise<Blob> {
    if (!/json/.test(file.type) || file.size > MAX_FAILURE) return file
    const text = await file.text()
    const isSuspect = isFailure(readJson(text)) && (await sizeOf().catch(() => NaN)) !== file.size
    return isSuspect ? (jsonAnswer(text, status) as never) : file
}
