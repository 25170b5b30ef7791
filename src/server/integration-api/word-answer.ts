import type { RESTAPIResponse } from '@servicenow/glide/sn_ws_int'
import type { Refusal } from './refusal'

/** An answer before it is written. */
export interface Answer {
    status: number
    body: object
    headers: Record<string, string>
}

/** On every answer, whatever it says: tokens are not for caches (RFC 6749 §5.1), and JSON is nothing else. */
const ALWAYS = { 'Cache-Control': 'no-store', Pragma: 'no-cache', 'X-Content-Type-Options': 'nosniff' }

/** A good answer. */
export function wordSuccess(body: object): Answer {
    return { status: 200, body, headers: ALWAYS }
}

/** A refusal in the platform's error envelope, with the code beside message and detail. */
export function wordRefusal({ status, message, detail, code, retryAfter }: Refusal): Answer {
    return {
        status,
        body: { error: { message, detail, code }, status: 'failure' },
        headers: retryAfter === undefined ? ALWAYS : { ...ALWAYS, 'Retry-After': String(retryAfter) },
    }
}

/**
 * Writes an answer as it is. `setBody` would wrap it in `result`, where the official client finds no token; what
 * the stream gets is not wrapped, but status, type and headers must be set before (DOCS
 * c_ScriptableServiceRespStreamWriter).
 */
export function writeAnswer(response: RESTAPIResponse, { status, body, headers }: Answer): void {
    response.setStatus(status)
    response.setContentType('application/json')
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
    response.getStreamWriter().writeString(JSON.stringify(body))
}
