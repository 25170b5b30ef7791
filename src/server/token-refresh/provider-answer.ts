/** What a provider's refusal or silence means. */
export interface Refusal {
    outcome: 'reauthorize' | 'retry_later'
    /** For people; made of fixed words, a status and a code from the standard's character set. */
    reason: string
    /** Seconds to wait as the provider asked; null where it did not. */
    retryAfterS: number | null
}

/** What the platform tells of a failed token request (GlideOAuthClientResponse). */
export interface FailedAnswer {
    /** HTTP status; 0 where no answer came. */
    status: number
    body: string
    /** The platform's own text of what went wrong. */
    errorMessage: string
    /** The answer's members as the platform took them over. */
    parameters: Record<string, unknown>
}

/** RFC 6749 §5.2 allows all of printable ASCII; only what looks like its own codes is repeated, since a token could stand there. */
const CODE = /^(?=.{1,40}$)[a-z]+(?:_[a-z]+)*$/
/** Codes of the standard, which older releases put into their error message only. */
const KNOWN_CODES =
    /\b(invalid_grant|interaction_required|consent_required|login_required|invalid_client|invalid_request|invalid_scope|unauthorized_client|unsupported_grant_type|temporarily_unavailable|slow_down|server_error|access_denied)\b/
/** Names under which providers put a waiting time into the body, since `sn_auth` tells no headers. */
const RETRY_AFTER = ['retry_after', 'Retry-After', 'retry-after', 'retryAfter', 'retry_after_seconds']

/** Tells a refusal that only a person can mend from one that time may mend. */
export function readRefusal(answer: FailedAnswer, now: number): Refusal {
    const members = membersOf(answer)
    const code = codeOf(members, answer.errorMessage)
    const retryAfterS = retryAfter(members, now)
    const where =
        answer.status > 0
            ? `the provider answered ${answer.status}`
            : 'no usable answer came from the provider'
    const reason = code ? `${where}: ${code}` : where
    return { outcome: isFinal(answer, members, code) ? 'reauthorize' : 'retry_later', reason, retryAfterS }
}

/**
 * Codes after which only a person can help: a refusal of the refresh token itself, and those of OpenID Connect Core
 * §3.1.2.6 that Entra ID also answers a renewal with, as where a second factor or a consent is missing by now.
 */
const FINAL_CODES = ['invalid_grant', 'interaction_required', 'consent_required', 'login_required']

/**
 * `invalid_grant` is the standard's word for a refresh token that is expired, revoked or already used (RFC 6749 §5.2).
 * A ServiceNow instance as provider says `server_error` with `access_denied` and status 401 (platform-facts §5.2).
 */
function isFinal(answer: FailedAnswer, members: Record<string, unknown>, code: string): boolean {
    if (answer.status >= 500 || answer.status === 429) return false
    if (FINAL_CODES.includes(code)) return true
    return (
        answer.status === 401 &&
        (code === 'server_error' || code === 'access_denied') &&
        text(members['error_description'] ?? answer.errorMessage).includes('access_denied')
    )
}

function membersOf({ body, parameters }: FailedAnswer): Record<string, unknown> {
    try {
        const answer: unknown = JSON.parse(body)
        if (typeof answer === 'object' && answer !== null) return { ...parameters, ...answer }
    } catch {
        // Not JSON: what the platform took over is all there is.
    }
    return parameters
}

function codeOf(members: Record<string, unknown>, errorMessage: string): string {
    const given = text(members['error'])
    if (CODE.test(given)) return given
    return KNOWN_CODES.exec(errorMessage)?.[0] ?? ''
}

/** Seconds, or a date as in the header Retry-After (RFC 9110 §10.2.3). */
function retryAfter(members: Record<string, unknown>, now: number): number | null {
    for (const name of RETRY_AFTER) {
        const value = text(members[name]).trim()
        if (value === '') continue
        const seconds = Number(value)
        if (Number.isFinite(seconds)) return seconds > 0 ? Math.ceil(seconds) : null
        const date = Date.parse(value)
        if (!Number.isNaN(date) && date > now) return Math.ceil((date - now) / 1000)
    }
    return null
}

function text(value: unknown): string {
    return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}
