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
    /** Default: `GET`. */
    method?: HttpMethod
    /** Body: strings, Blobs and bytes as they are, everything else as JSON. Ignored for `GET`. */
    data?: unknown
    /** Requests a response without a body. */
    suppressResponseBody?: boolean
    /** Header names to values. */
    headers?: ApiRequestHeaders
}

/** Result of one call of a batch. */
export type BatchResult<T = unknown> = BatchSuccess<T> | BatchFailure

/** A call with a 2xx response. */
export interface BatchSuccess<T = unknown> {
    ok: true
    status: number
    /** The `result` of JSON if it has one, else the body; bytes if it is not text. */
    data?: T
    /** Media type of the body. */
    type?: string
    /** Response headers with lower-case names. */
    headers: Record<string, string>
}

/** A failed call; it does not affect the others of its batch. */
export interface BatchFailure {
    ok: false
    /**
     * `http` with the status of the call, or `unserviced` if the batch reached a limit before or during the
     * call.
     */
    error: ApiError
}

/** Options of a batch. */
export interface BatchOptions {
    /**
     * Cancels the batch, which rejects with the signal's reason; calls that the instance has executed are not
     * undone.
     */
    signal?: AbortSignal
    /** Time limit of the batch in milliseconds; the instance ends it after 30 s. */
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
 * Sends several calls in one request (Batch API). The instance executes them in sequence and returns one
 * status per call; a failed call undoes nothing. Calls beyond its limits of 30 s or 10 MB are `unserviced`,
 * and are not sent again.
 *
 * @example
 * const [incidents, me] = await batch<[Incident[], User]>(connection, [
 *     { endpoint: '/api/now/table/incident?sysparm_limit=10' },
 *     { endpoint: '/api/now/table/sys_user/…' },
 * ])
 * if (incidents.ok) show(incidents.data)
 * @typeParam T types of `data` of the results, in order
 * @returns one result per call, in the order of the calls
 * @throws ParameterError before anything is sent, for an endpoint outside the REST APIs, for headers that are
 * malformed or contain credentials, and for data that cannot be sent
 * @throws what `executeApiRequest` throws, if the batch itself fails
 */
export async function batch<T extends unknown[] = unknown[]>(
    connection: Connection,
    requests: readonly [...{ [Index in keyof T]: BatchRequest }],
    { signal, timeoutMs }: BatchOptions = {}
): Promise<{ [Index in keyof T]: BatchResult<T[Index]> }> {
    const send = senderOf(connection)
    if (!Array.isArray(requests)) throw new ParameterError('requests must be an array')
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
    if (!Array.isArray(serviced)) throw new ApiRequestError('The response is not a batch response')
    const byId = new Map((serviced as Serviced[]).map((one) => [String(one?.id), one]))
    return rest_requests.map(({ id }) => toResult(byId.get(id))) as never
}

async function toItem(connection: Connection, request: BatchRequest, index: number) {
    const { endpoint, method = 'GET', data, suppressResponseBody, headers } = Object(request) as BatchRequest
    const refuse = (reason: string, cause?: unknown): never => {
        throw new ParameterError(`requests[${index}]: ${reason}`, { cause })
    }
    const origin = originOf(connection)
    let url: URL | undefined
    try {
        if (typeof endpoint === 'string') url = new URL(endpoint, origin)
    } catch {
        // Reported below.
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
        // fetch rejects a body with GET.
        if (content !== undefined && method !== 'GET') body = await toBase64(content)
    } catch (cause) {
        refuse((cause as Error).message, cause)
    }
    if (given.has('authorization') || given.has('cookie')) refuse('headers must not carry credentials')
    // As with fetch, a Blob sets its own type.
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
        const message = 'The instance ended the batch before this call had completed'
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
                : new ApiRequestError('The response cannot be read', { status, cause })
        return { ok: false, error }
    }
}
