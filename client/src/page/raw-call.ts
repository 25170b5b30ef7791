import { log } from '../logging'
import type { RequestMessage } from '../protocol'
import { brokenAnswer } from './failure'
import { jsonAnswer } from './json-answer'
import type { CallOptions, WorkerLink } from './worker-link'

/** A call as the worker takes it; what is left out is as for `executeApiRequest`. */
export interface RawRequest extends Partial<Omit<RequestMessage, 'type' | 'progress'>>, CallOptions {
    endpoint: string
    /** Asks for `X-no-response-body`. */
    suppress?: boolean | undefined
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
 * The way to the worker. An answer is read by its content type: JSON as its `result`, or whole where it has none; other
 * text, which must be UTF-8, as a string; everything else as a Blob. A web page is no answer of an API.
 */
export function rawSender(link: WorkerLink): SendRaw {
    return async ({ endpoint, method = 'GET', body, headers, suppress, binary, ...options }) => {
        const { retry = method === 'GET' ? 2 : 0, maxBytes = MAX_BYTES, onProgress } = options
        const all = new Headers({ Accept: 'application/json' })
        if (typeof body === 'string') all.set('Content-Type', 'application/json')
        if (suppress) all.set('X-no-response-body', 'true')
        for (const [name, value] of Object.entries(headers ?? {})) all.set(name, value)
        // Without the query, which may say of people what is nobody's business.
        const call = `${method} ${endpoint.split('?')[0]}`
        try {
            const answer = await link.call(
                {
                    type: 'request',
                    endpoint,
                    method,
                    headers: Object.fromEntries(all),
                    // As fetch would refuse it.
                    body: method === 'GET' ? undefined : body,
                    retry,
                    maxBytes,
                    binary,
                    progress: !!onProgress,
                },
                options
            )
            log('debug', call, answer.status)
            return {
                status: answer.status!,
                headers: Object.fromEntries(answer.headers!),
                ...readBody(answer as never),
            }
        } catch (error) {
            log('error', call, error)
            throw error
        }
    }
}

function readBody({ status, type: header, body }: { status: number; type: string; body: string | Blob }) {
    const [type = ''] = header.toLowerCase().split(/\s*;/)
    if (body instanceof Blob) return body.size ? { data: body, type } : {}
    if (!body) return {}
    if (/html/.test(type)) throw brokenAnswer(status, body, 'The answer is a web page')
    if (!/json/.test(type)) return { data: body, type }
    return { data: jsonAnswer(body, status), type }
}
