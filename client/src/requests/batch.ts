import { ApiRequestError, ParameterError, type ApiError } from '../errors'
import type { ApiRequestHeaders } from '../types/api-request-headers'
import type { HttpMethod } from '../types/http-method'
import { fromBase64, toBase64 } from './base64'
import { originOf, senderOf, type Connection } from './sender-of'

/** One call of a batch. */
export interface BatchRequest {
    /** Path of a REST API with query, such as `/api/now/table/incident?sysparm_limit=1`. */
    endpoint: string
    /** `GET` unless given. */
    method?: HttpMethod
    /** Body, sent as JSON. */
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
 * @throws ParameterError for a call off the REST APIs or with headers that carry credentials; nothing was sent then
 * @throws what `executeApiRequest` throws, where the batch itself fails
 */
export async function batch<T extends unknown[] = unknown[]>(
    connection: Connection,
    requests: readonly [...{ [Index in keyof T]: BatchRequest }],
    { signal, timeoutMs }: BatchOptions = {}
): Promise<{ [Index in keyof T]: BatchResult<T[Index]> }> {
    const send = senderOf(connection)
    if (!Array.isArray(requests)) throw new ParameterError('requests must be a list')
    const rest_requests = requests.map((request: BatchRequest, index) => toItem(connection, request, index))
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

function toItem(connection: Connection, request: BatchRequest, index: number) {
    const {
        endpoint,
        method = 'GET',
        data,
        suppressResponseBody,
        headers = {},
    } = Object(request) as BatchRequest
    const refuse = (why: string): never => {
        throw new ParameterError(`requests[${index}]: ${why}`)
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
    if (Object.keys(headers).some((name) => /^(authorization|cookie)$/i.test(name))) {
        return refuse('headers must not carry credentials')
    }
    const all: ApiRequestHeaders = {
        Accept: 'application/json',
        ...(data !== undefined && { 'Content-Type': 'application/json' }),
        ...(suppressResponseBody && { 'X-no-response-body': 'true' }),
        ...headers,
    }
    return {
        id: String(index),
        method,
        url: url.pathname + url.search,
        headers: Object.entries(all).map(([name, value]) => ({ name, value })),
        ...(data !== undefined && { body: toBase64(JSON.stringify(data)) }),
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
    const isOk = status >= 200 && status < 300
    try {
        const data = body ? read(fromBase64(body), type) : undefined
        if (isOk) return { ok: true, status, headers, ...(body && { data, type }) }
        const { message, detail } = Object((data as { error?: unknown } | undefined)?.error) as Record<
            string,
            unknown
        >
        const text = typeof message === 'string' ? message : `Status ${status}`
        const description = typeof detail === 'string' ? { description: detail } : {}
        return { ok: false, error: new ApiRequestError(text, { status, ...description }) }
    } catch (cause) {
        return { ok: false, error: new ApiRequestError('The answer is not readable', { status, cause }) }
    }
}

/** JSON as its `result`, other text as a string, everything else as bytes. */
function read(bytes: Uint8Array<ArrayBuffer>, type: string): unknown {
    const isJson = /[/+]json$/.test(type)
    if (!isJson && !/^text\/|[/+]xml$/.test(type)) return bytes
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    if (!isJson) return text
    const value = JSON.parse(text) as { result?: unknown } | null
    return value && Object.hasOwn(value, 'result') ? value.result : value
}
