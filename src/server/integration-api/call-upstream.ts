import { gs } from '@servicenow/glide'
import { RESTMessageV2 } from '@servicenow/glide/sn_ws'
import { bestEffort } from '../shared/best-effort'
import { isKeptOff } from './allowed-hosts'
import { temporarilyUnavailable } from './refusal'
import { retryAfterSeconds } from './retry-after'
import { upstreamAddress, type UpstreamPath } from './upstream-address'
import type { UpstreamAnswer } from './upstream-answer'

/** A request to the instance's own OAuth endpoint. */
export interface UpstreamCall {
    path: UpstreamPath
    /** Form fields, not yet encoded. */
    form: object
    /** Timeout of one attempt, in ms. */
    timeoutMs: number
    /** Whether to retry after a response. The retry follows immediately: a scoped app cannot wait. */
    mayRetry: (answer: UpstreamAnswer) => boolean
}

/**
 * Calls the instance's own endpoint, at most twice.
 *
 * @throws Refusal 503 if the instance's own address is unknown, 502 if the instance must not call itself
 */
export function callUpstream({ path, form, timeoutMs, mayRetry }: UpstreamCall): UpstreamAnswer {
    const endpoint = upstreamAddress(gs.getProperty('glide.servlet.uri', ''), path)
    if (!endpoint) throw temporarilyUnavailable(503, 'glide_servlet_uri_unusable')
    const body = Object.entries(form)
        .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(String(value))}`)
        .join('&')
    const first = send(endpoint, body, timeoutMs)
    const answer = mayRetry(first) ? send(endpoint, body, timeoutMs) : first
    if (answer.status === 0 && isKeptOff(gs.getProperty('glide.hosts.allowlist', ''), endpoint)) {
        throw temporarilyUnavailable(502, 'not_on_glide.hosts.allowlist')
    }
    return answer
}

function send(endpoint: string, body: string, timeoutMs: number): UpstreamAnswer {
    const start = Date.now()
    try {
        const message = new RESTMessageV2()
        message.setEndpoint(endpoint)
        message.setHttpMethod('post')
        message.setHttpTimeout(timeoutMs)
        // In the platform's type declarations, but not in its documentation. Without it a redirect leads to a page that is
        // not JSON. Sign-in works even if the method is missing or refused.
        bestEffort(() => message.setFollowRedirect(false))
        // Encoded values contain no `${`; this guards against a later change of the encoding.
        bestEffort(() => message.disableForcedVariableSubstitution())
        message.setRequestHeader('Content-Type', 'application/x-www-form-urlencoded')
        message.setRequestHeader('Accept', 'application/json')
        message.setRequestBody(body)
        const response = message.execute()
        return {
            status: Number(response.getStatusCode()) || 0,
            body: String(response.getBody() ?? ''),
            retryAfter:
                bestEffort(() => retryAfterSeconds(response.getHeader('Retry-After'), Date.now())) ?? null,
            timedOut: isTimeout(start, timeoutMs),
        }
    } catch {
        // Drop the exception: its text may contain the request body.
        return { status: 0, body: '', retryAfter: null, timedOut: isTimeout(start, timeoutMs) }
    }
}

/** The platform does not say why a response is missing. 0.9 allows for differences between clocks. */
function isTimeout(start: number, timeoutMs: number): boolean {
    return Date.now() - start >= timeoutMs * 0.9
}
