import { log } from '../logging'
import { JSON_TYPE } from '../media-types'
import type { InstanceAnswer, RequestMessage } from '../protocol'
import type { ApiRequestHeaders } from '../types/connection'
import { recordOf } from './headers'
import { jsonAnswer } from './json-answer'
import type { CallOptions, WorkerLink } from './worker-link'

/** A call as the worker takes it; what is left out is as for `executeApiRequest`. */
export interface RawRequest
    extends Partial<Omit<RequestMessage, 'type' | 'progress' | 'headers'>>, CallOptions {
    endpoint: string
    headers?: ApiRequestHeaders | null | undefined
    /** Leaves out headers that the worker refuses. */
    lenient?: boolean | undefined
}

/** What a call answers: with the headers, which `executeApiRequest` leaves out. */
export interface RawAnswer {
    status: number
    type?: string
    data?: unknown
    /** Those that the browser lets the page read (CORS), names in lower case. */
    headers: Record<string, string>
}

/** Sends a call through the connection's worker; rejects as `executeApiRequest` does. */
export type SendRaw = (request: RawRequest) => Promise<RawAnswer>

/**
 * Where a connection has its way to the worker, for what is built on top of it. A registered symbol, because one page
 * may load this package twice, as a module and as CommonJS.
 */
export const SEND_RAW = Symbol.for('openfin-servicenow-client.request')

/** Bytes of an answer that are read at most; a list that is larger is better read page by page. */
const MAX_BYTES = 2 ** 25

/**
 * The way to the worker. An answer is read by its content type: JSON as its `result`, or whole where that is missing or
 * empty; other text as a string; everything else as a Blob. A web page is an error unless `Accept` admits one: a
 * sign-in or maintenance page with status 200 would be taken for data otherwise.
 */
export function rawSender(link: WorkerLink): SendRaw {
    return async (request) => {
        const { method = 'GET', lenient, signal, timeoutMs, onProgress, ...rest } = request
        const { retry = method === 'GET' ? 2 : 0, maxBytes = MAX_BYTES, binary } = rest
        const headers = recordOf(rest.headers, lenient)
        // Without the query, which may hold personal data.
        const call = `${method} ${rest.endpoint.split('?')[0]}`
        try {
            const answer = await link.call(
                {
                    ...rest,
                    type: 'request',
                    method,
                    headers,
                    // As fetch would refuse it.
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
