import { codesIn, readMembers } from './error-codes'
import { meaningOf, toWord, type Meaning } from './error-words'

/** Interpretation of a provider's refusal or missing response. */
export interface Refusal {
    /** `unknown`: a refusal with an unknown code; only time shows whether the refresh token is invalid. */
    meaning: Meaning
    /** Human-readable; consists of fixed text, a status and a code. */
    reason: string
    /** Status and code, to recognize the same refusal again; empty if the failure is not a refusal. */
    fingerprint: string
    /** Seconds to wait as requested by the provider; null if it requested none. */
    retryAfterS: number | null
}

/** What the platform returns for a failed token request (GlideOAuthClientResponse). */
export interface FailedAnswer {
    /** HTTP status; 0 without a response. */
    status: number
    /** Empty if the platform does not return it. */
    body: string
    /** The platform's own error message. */
    errorMessage: string
    /** Members of the response, as processed by the platform. */
    parameters: Record<string, unknown>
}

/** Members of the body that hold a waiting time; `sn_auth` does not return headers. */
const RETRY_AFTER = ['retry_after', 'Retry-After', 'retry-after', 'retryAfter', 'retry_after_seconds']
/** Codes of RFC 6749 that do not by themselves concern the refresh token, to be recognized in an error message. */
const STANDARD = [
    'invalid_request',
    'invalid_scope',
    'unauthorized_client',
    'unsupported_grant_type',
    'server_error',
    'access_denied',
]

/**
 * Interprets a failure by its error codes, never by a description alone. Status 5xx and 429 are temporary whatever the
 * code; without a known code, so are 408, 425, redirects and a missing response.
 *
 * @param now ms since 1970
 * @param finalWords further codes for an invalid refresh token, configured by an administrator, in the form of `toWord`; none is empty
 */
export function readRefusal(answer: FailedAnswer, now: number, finalWords: string[]): Refusal {
    const { status } = answer
    const members = { ...answer.parameters, ...readMembers(answer.body) }
    const codes = codesOf(members, answer.errorMessage)
    const decided = decide(codes, finalWords)
    const shown = decided.code === '' ? '' : `: ${decided.code}`
    const where = status > 0 ? `the provider returned HTTP ${status}` : 'no usable response from the provider'
    const refusal = { reason: where + shown, fingerprint: '', retryAfterS: retryAfter(members, now) }
    if (status >= 500 || status === 429) return { ...refusal, meaning: 'passing' }
    if (isOwnWords(answer, members, codes)) return { ...refusal, meaning: 'final' }
    if (decided.meaning !== 'unknown') return { ...refusal, meaning: decided.meaning }
    // A token that the platform did not store is not a refusal.
    if (!isRefusal(status) || text(members['access_token']) !== '') return { ...refusal, meaning: 'passing' }
    return { ...refusal, meaning: 'unknown', fingerprint: `${status} ${decided.code}`.trim() }
}

/** Whether a status can be a refusal; includes 200, which GitHub, Slack and Zoho use. */
function isRefusal(status: number): boolean {
    return (status >= 200 && status < 300) || (status >= 400 && status !== 408 && status !== 425)
}

/** Possible error codes; if the response has none, the first code in the platform's error message. */
function codesOf(members: Record<string, unknown>, errorMessage: string): string[] {
    const codes = codesIn(members)
    if (codes.some((code) => !/^\d*$/.test(code))) return codes
    const words = errorMessage.match(/\b[A-Za-z]+(?:_[A-Za-z]+)+\b/g) ?? []
    const known = words.find((word) => meaningOf(toWord(word)) !== 'unknown' || STANDARD.includes(word))
    return known === undefined ? codes : [...codes, known]
}

/** The decisive code; of contradicting codes, the one with the less harmful consequence. */
function decide(codes: string[], finalWords: string[]): { meaning: Meaning; code: string } {
    const words = codes.map(toWord)
    const added = words.find((word) => finalWords.includes(word))
    if (added !== undefined) return { meaning: 'final', code: added }
    for (const meaning of ['passing', 'final', 'client'] as const) {
        const at = words.findIndex((word) => meaningOf(word) === meaning)
        if (at < 0) continue
        // A temporary code may be part of any text; the others consist of known words only.
        const isShown = meaning !== 'passing' || isShowable(codes[at]!)
        return { meaning, code: isShown ? words[at]! : '' }
    }
    return { meaning: 'unknown', code: toWord(codes.find(isShowable) ?? '') }
}

/**
 * RFC 6749 §5.2 allows all printable ASCII. Only text that looks like one of its codes, in lower or upper case, is
 * shown, since it could be a token.
 */
function isShowable(code: string): boolean {
    return code.length <= 40 && /^(?:[a-z]+(?:_[a-z]+)*|[A-Z]+(?:_[A-Z]+)+)$/.test(code)
}

/** A ServiceNow instance as provider returns 401 with `server_error` and `access_denied` for nearly every refusal (F-APP-3). */
function isOwnWords(
    { status, errorMessage }: FailedAnswer,
    members: Record<string, unknown>,
    codes: string[]
): boolean {
    return (
        status === 401 &&
        codes.some((code) => code === 'server_error' || code === 'access_denied') &&
        text(members['error_description'] ?? errorMessage).includes('access_denied')
    )
}

/** The requested wait: seconds, or a date as in the header Retry-After (RFC 9110 §10.2.3). */
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
