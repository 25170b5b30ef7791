import { codesIn, readMembers } from './error-codes'
import { meaningOf, toWord, type Meaning } from './error-words'

/** What a provider's refusal or silence means. */
export interface Refusal {
    /** `unknown`: a refusal in words that are not known; whether the refresh token is dead shows with time only. */
    meaning: Meaning
    /** For people; made of fixed words, a status and a code. */
    reason: string
    /** Status and code, to tell whether it is refused in the same way again; empty for what is no refusal. */
    fingerprint: string
    /** Seconds to wait as the provider asked; null where it did not. */
    retryAfterS: number | null
}

/** What the platform tells of a failed token request (GlideOAuthClientResponse). */
export interface FailedAnswer {
    /** HTTP status; 0 where no answer came. */
    status: number
    /** Empty where the platform does not hand it out. */
    body: string
    /** The platform's own text of what went wrong. */
    errorMessage: string
    /** The answer's members as the platform took them over. */
    parameters: Record<string, unknown>
}

/** Names under which providers put a waiting time into the body, since `sn_auth` tells no headers. */
const RETRY_AFTER = ['retry_after', 'Retry-After', 'retry-after', 'retryAfter', 'retry_after_seconds']
/** Codes of RFC 6749 that say nothing of the refresh token by themselves; for answers that only the error message tells of. */
const STANDARD = [
    'invalid_request',
    'invalid_scope',
    'unauthorized_client',
    'unsupported_grant_type',
    'server_error',
    'access_denied',
]

/**
 * Reads a refusal by its codes, never by a description alone. A status of 5xx or 429 passes whatever is said with it; so
 * do 408 and 425, redirects, and no answer at all.
 *
 * @param now ms since 1970
 * @param finalWords further words for a dead refresh token, as an administrator adds them, in the form of `toWord`
 */
export function readRefusal(answer: FailedAnswer, now: number, finalWords: string[] = []): Refusal {
    const { status } = answer
    const members = { ...answer.parameters, ...readMembers(answer.body) }
    const codes = codesOf(members, answer.errorMessage)
    const decided = decide(codes, finalWords)
    const shown = decided.code === '' ? '' : `: ${decided.code}`
    const where = status > 0 ? `the provider answered ${status}` : 'no usable answer came from the provider'
    const refusal = { reason: where + shown, fingerprint: '', retryAfterS: retryAfter(members, now) }
    if (status >= 500 || status === 429) return { ...refusal, meaning: 'passing' }
    if (isOwnWords(answer, members, codes)) return { ...refusal, meaning: 'final' }
    if (decided.meaning !== 'unknown') return { ...refusal, meaning: decided.meaning }
    // A token that the platform did not take is no refusal.
    if (!isRefusal(status) || text(members['access_token']) !== '') return { ...refusal, meaning: 'passing' }
    return { ...refusal, meaning: 'unknown', fingerprint: `${status} ${decided.code}`.trim() }
}

/** Whether a status may refuse a request: also 200, with which GitHub, Slack and Zoho do. */
function isRefusal(status: number): boolean {
    return (status >= 200 && status < 300) || (status >= 400 && status !== 408 && status !== 425)
}

/** Texts that may be codes; where the answer has none, the first code in the platform's error message. */
function codesOf(members: Record<string, unknown>, errorMessage: string): string[] {
    const codes = codesIn(members)
    if (codes.some((code) => !/^\d*$/.test(code))) return codes
    const words = errorMessage.match(/\b[A-Za-z]+(?:_[A-Za-z]+)+\b/g) ?? []
    const known = words.find((word) => meaningOf(toWord(word)) !== 'unknown' || STANDARD.includes(word))
    return known === undefined ? codes : [...codes, known]
}

/** The code that decides; of codes that contradict each other, the one by which less is lost. */
function decide(codes: string[], finalWords: string[]): { meaning: Meaning; code: string } {
    const words = codes.map(toWord)
    const added = words.find((word) => word !== '' && finalWords.includes(word))
    if (added !== undefined) return { meaning: 'final', code: added }
    for (const meaning of ['passing', 'final', 'client'] as const) {
        const at = words.findIndex((word) => word !== '' && meaningOf(word) === meaning)
        if (at < 0) continue
        // Words that pass may be part of any text; the others consist of known words only.
        const isShown = meaning !== 'passing' || isShowable(codes[at] ?? '')
        return { meaning, code: isShown ? (words[at] ?? '') : '' }
    }
    return { meaning: 'unknown', code: toWord(codes.find(isShowable) ?? '') }
}

/**
 * RFC 6749 §5.2 allows all of printable ASCII; only what looks like its own codes, in lower or upper case, is repeated,
 * since a token could stand there.
 */
function isShowable(code: string): boolean {
    return code.length <= 40 && /^(?:[a-z]+(?:_[a-z]+)*|[A-Z]+(?:_[A-Z]+)+)$/.test(code)
}

/** A ServiceNow instance as provider answers 401 with `server_error` and `access_denied` for nearly every refusal (F-APP-3). */
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
