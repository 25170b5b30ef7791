import { checkHeaders } from '../check-headers'
import { ApiRequestError, ParameterError, type ApiError } from '../errors'
import { bodyOf } from '../page/body-of'
import { errorOf } from '../page/failure'
import { recordOf } from '../page/headers'
import { jsonAnswer } from '../page/json-answer'
import type { RequestBody } from '../protocol'
import type { ApiRequestHeaders, HttpMethod } from '../types/connection'
import { fromBase64, toBase64 } from './base64'
import { originOf, senderOf, type Connection } from './sender-of'

/** One call of a batch. */
export interface BatchRequest {
    /** Path of a REST API with query, such as `/api/now/table/incident?sysparm_limit=1`. */
    endpoint: string
    /** `GET` unless given. */
    method?: HttpMethod
    /** Body: text, a Blob and bytes are sent as they are, everything else as JSON. `GET` has none. */
    data?: unknown
    /** Asks the instance to answer without a body. */
    suppressResponseBody?: boolean
    /** Header names to values. */
    headers?: ApiRequestHeaders
}

/** What became of one call of a batch. */
export type BatchResult<T = unknown> = BatchSuccess<T> | BatchFailure

/** A call that the instance answered with 2xx. */
export interface BatchSuccess<T = unknown> {
    ok: true
    status: number
    /** The answer's `result` where it has one, else its body; bytes where it is no text. */
    data?: T
    /** Media type of the body. */
    type?: string
    /** Names in lower case. */
    headers: Record<string, string>
}

/** A call that failed; the others of its batch stand. */
export interface BatchFailure {
    ok: false
    /** `http` with the status of the call, or `unserviced` where the batch met a limit before or during the call. */
    error: ApiError
}

/** Options of a batch. */
export interface BatchOptions {
    /** Ends the batch, which then rejects with the signal's reason; what the instance did stays. */
    signal?: AbortSignal
    /** How long the batch may take, in milliseconds; the instance ends it after 30 s. */
    timeoutMs?: number
}

interface Serviced {
    id: string
    body?: string
    status_code: number
    headers?: { name: string; value: string }[]
}

const ENDPOINT = '/api/now/v1/batch'

/**
 * Sends several calls in one request (Batch API). The instance answers them one after the other and together, each with
 * its own status; nothing is undone where one fails. What it does not get to within 30 s or 10 MB is `unserviced`, and
 * never sent again by itself.
 *
 * @example
 * const [incidents, me] = await batch<[Incident[], User]>(connection, [
 *     { endpoint: '/api/now/table/incident?sysparm_limit=10' },
 *     { endpoint: '/api/now/table/sys_user/…' },
 * ])
 * if (incidents.ok) show(incidents.data)
 * @typeParam T what `data` of each answer is, in order
 * @returns one result a call, in the order of the calls
 * @throws ParameterError for a call off the REST APIs, with headers that are malformed or carry credentials, or with
 * data that cannot be sent; nothing was sent then
 * @throws what `executeApiRequest` throws, where the batch itself fails
 */
export async function batch<T extends unknown[] = unknown[]>(
    connection: Connection,
    requests: readonly [...{ [Index in keyof T]: BatchRequest }],
    { signal, timeoutMs }: BatchOptions = {}
): Promise<{ [Index in keyof T]: BatchResult<T[Index]> }> {
    const send = senderOf(connection)
    if (!Array.isArray(requests)) throw new ParameterError('requests must be a list')
    const rest_requests = await Promise.all(
        requests.map((request: BatchRequest, index) => toItem(connection, request, index))
    )
    if (rest_requests.length === 0) return [] as { [Index in keyof T]: BatchResult<T[Index]> }
    const { data } = await send({
        endpoint: ENDPOINT,
        method: 'POST',
        body: JSON.stringify({ batch_request_id: '1', rest_requests }),
        retry: 0,
        signal,
        timeoutMs,
    })
    const serviced = (data as { serviced_requests?: unknown } | undefined)?.serviced_requests
    if (!Array.isArray(serviced)) throw new ApiRequestError('The answer is not that of a batch')
    const byId = new Map((serviced as Serviced[]).map((one) => [String(one?.id), one]))
    return rest_requests.map(({ id }) => toResult(byId.get(id))) as never
}

async function toItem(connection: Connection, request: BatchRequest, index: number) {
    const { endpoint, method = 'GET', data, suppressResponseBody, headers } = Object(request) as BatchRequest
    const refuse = (why: string, cause?: unknown): never => {
        throw new ParameterError(`requests[${index}]: ${why}`, { cause })
    }
    const origin = originOf(connection)
    let url: URL | undefined
    try {
        if (typeof endpoint === 'string') url = new URL(endpoint, origin)
    } catch {
        // Told below.
    }
    if (url?.origin !== origin || !url.pathname.startsWith('/api/')) {
        return refuse('endpoint must be a path below /api/')
    }
    let all: Record<string, string> = {}
    let given = new Headers()
    let content: RequestBody | undefined
    let body: string | undefined
    try {
        all = recordOf(headers)
        given = checkHeaders(all)
        content = bodyOf(data)
        // As fetch would refuse it.
        if (content !== undefined && method !== 'GET') body = await toBase64(content)
    } catch (cause) {
        refuse((cause as Error).message, cause)
    }
    if (given.has('authorization') || given.has('cookie')) refuse('headers must not carry credentials')
    // A file brings its type along, as it does with fetch.
    const type = content instanceof Blob ? content.type : typeof content === 'string' && 'application/json'
    const own = {
        Accept: 'application/json',
        ...(body !== undefined && type && { 'Content-Type': type }),
        ...(suppressResponseBody && { 'X-no-response-body': 'true' }),
    }
    return {
        id: String(index),
        method,
        url: url.pathname + url.search,
        headers: [...Object.entries(own).filter(([name]) => !given.has(name)), ...Object.entries(all)].map(
            ([name, value]) => ({ name, value })
        ),
        ...(body !== undefined && { body }),
    }
}

function toResult(serviced: Serviced | undefined): BatchResult {
    if (!serviced) {
        const message = 'The instance ended the batch before this call was done'
        return { ok: false, error: new ApiRequestError(message, { code: 'unserviced' }) }
    }
    const { status_code: status, body = '' } = serviced
    const headers = Object.fromEntries(
        (serviced.headers ?? []).map(({ name, value }) => [name.toLowerCase(), value])
    )
    const type = headers['content-type']?.split(';')[0]?.trim().toLowerCase() ?? ''
    try {
        const bytes = fromBase64(body)
        const isJson = /[/+]json$/.test(type)
        const isText = isJson || /^text\/|[/+]xml$/.test(type)
        const text = isText && new TextDecoder('utf-8', { fatal: true }).decode(bytes)
        if (!(status >= 200 && status < 300))
            throw errorOf({ kind: 'request', code: 'http', status, ...(text && { body: text }) })
        if (!body) return { ok: true, status, headers }
        const data = isJson ? jsonAnswer(text as string, status) : isText ? text : bytes
        return { ok: true, status, headers, data, type }
    } catch (cause) {
        const error =
            cause instanceof ApiRequestError
                ? cause
                : new ApiRequestError('The answer is not readable', { status, cause })
        return { ok: false, error }
    }
}
