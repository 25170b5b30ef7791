import { gs } from '@servicenow/glide'
import { RESTMessageV2 } from '@servicenow/glide/sn_ws'
import { bestEffort } from '../shared/best-effort'
import { isKeptOff } from './allowed-hosts'
import { temporarilyUnavailable } from './refusal'
import { retryAfterSeconds } from './retry-after'
import { upstreamAddress, type UpstreamPath } from './upstream-address'
import type { UpstreamAnswer } from './upstream-answer'

/** What is sent to the instance's own OAuth endpoint. */
export interface UpstreamCall {
    path: UpstreamPath
    /** Form fields; each is encoded once here. */
    form: object
    /** Time for one attempt, in ms. */
    timeoutMs: number
    /** Whether an answer is worth a second attempt. It follows at once: a scoped app has no way to wait. */
    mayRetry: (answer: UpstreamAnswer) => boolean
}

/**
 * Calls the instance's own endpoint, at most twice.
 *
 * @throws Refusal 503 where the instance does not know its own address, 502 where it may not call itself
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
        // In the platform's type declarations, yet not in its documentation. Without it a redirect ends at a page that is
        // no JSON. Where the method is missing or refused, users still sign in.
        bestEffort(() => message.setFollowRedirect(false))
        // Encoding leaves no `${`; this keeps a later change of the encoding from opening substitution.
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
        // What the platform threw may hold the body that was sent.
        return { status: 0, body: '', retryAfter: null, timedOut: isTimeout(start, timeoutMs) }
    }
}

/** The platform does not say why there is no answer; timers may end a little early by another clock. */
function isTimeout(start: number, timeoutMs: number): boolean {
    return Date.now() - start >= timeoutMs * 0.9
}
