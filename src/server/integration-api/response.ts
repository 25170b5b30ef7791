import type { RESTAPIResponse } from '@servicenow/glide/sn_ws_int'
import type { Refusal } from './refusal'

/** A response before it is written. */
export interface JsonResponse {
    status: number
    body: object
    headers: Record<string, string>
}

/** Headers of every response: forbid caching (RFC 6749 §5.1) and content sniffing. */
const ALWAYS = { 'Cache-Control': 'no-store', Pragma: 'no-cache', 'X-Content-Type-Options': 'nosniff' }

/** A successful response. */
export function successResponse(body: object): JsonResponse {
    return { status: 200, body, headers: ALWAYS }
}

/** A refusal in the platform's error envelope, with the code beside message and detail. */
export function refusalResponse({ status, message, detail, code, retryAfter }: Refusal): JsonResponse {
    return {
        status,
        body: { error: { message, detail, code }, status: 'failure' },
        headers: retryAfter === undefined ? ALWAYS : { ...ALWAYS, 'Retry-After': String(retryAfter) },
    }
}

/**
 * Writes a response. `setBody` would wrap the body in `result`, where the official client does not find the tokens;
 * the stream writer does not wrap it, but requires status, type and headers to be set before (DOCS
 * c_ScriptableServiceRespStreamWriter).
 */
export function writeResponse(response: RESTAPIResponse, { status, body, headers }: JsonResponse): void {
    response.setStatus(status)
    response.setContentType('application/json')
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
    response.getStreamWriter().writeString(JSON.stringify(body))
}
