import { log } from '../logging'
import { JSON_TYPE } from '../media-types'
import type { InstanceAnswer, RequestMessage } from '../protocol'
import type { ApiRequestHeaders } from '../types/connection'
import { recordOf } from './headers'
import { jsonAnswer } from './json-answer'
import type { CallOptions, WorkerLink } from './worker-link'

/** A call for the worker; the defaults are those of `executeApiRequest`. */
export interface RawRequest
    extends Partial<Omit<RequestMessage, 'type' | 'progress' | 'headers'>>, CallOptions {
    endpoint: string
    headers?: ApiRequestHeaders | null | undefined
    /** Omits headers that the worker rejects. */
    lenient?: boolean | undefined
}

/** Result of a call, including the headers that `executeApiRequest` omits. */
export interface RawAnswer {
    status: number
    type?: string
    data?: unknown
    /** Headers that the browser exposes (CORS), with lower-case names. */
    headers: Record<string, string>
}

/** Sends a call through the connection's worker; rejects as `executeApiRequest` does. */
export type SendRaw = (request: RawRequest) => Promise<RawAnswer>

/**
 * Property of a connection that holds its sender, for the features built on top of it. It is a registered
 * symbol, because one page may load this package both as a module and as CommonJS.
 */
export const SEND_RAW = Symbol.for('openfin-servicenow-client.request')

/** Maximum size of a response in bytes. Read larger lists by pages. */
const MAX_BYTES = 2 ** 25

/**
 * Creates the sender of a connection. It reads a response by its content type: JSON as its `result`, or
 * completely if there is no `result` or it is empty; other text as a string; everything else as a Blob. A web
 * page is an error unless `Accept` allows it: a sign-in or maintenance page with status 200 must not be taken
 * for data.
 */
export function rawSender(link: WorkerLink): SendRaw {
    return async (request) => {
        const { method = 'GET', lenient, signal, timeoutMs, onProgress, ...rest } = request
        const { retry = method === 'GET' ? 2 : 0, maxBytes = MAX_BYTES, binary } = rest
        const headers = recordOf(rest.headers, lenient)
        // Omits the query, which may contain personal data.
        const call = `${method} ${rest.endpoint.split('?')[0]}`
        try {
            const answer = await link.call(
                {
                    ...rest,
                    type: 'request',
                    method,
                    headers,
                    // fetch rejects a body with GET.
                    body: method === 'GET' ? undefined : rest.body,
                    retry,
                    maxBytes,
                    progress: !!onProgress,
                },
                { signal, timeoutMs, onProgress }
            )
            log('debug', call, answer.status)
            return {
                status: answer.status!,
                headers: Object.fromEntries(answer.headers!),
                ...(await readBody(answer as InstanceAnswer, binary)),
            }
        } catch (error) {
            log('error', call, error)
            throw error
        }
    }
}

async function readBody({ status, type, body }: InstanceAnswer, binary: boolean | undefined) {
    if (body instanceof Blob) {
        return type || binary ? { data: binary ? body : await body.arrayBuffer(), type } : {}
    }
    const data = body && JSON_TYPE.test(type) ? jsonAnswer(body, status) : body
    return data ? { data, type } : {}
}
