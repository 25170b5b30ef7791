/**
 * What an error code in the answer to a refresh means:
 * - `final`: the refresh token is dead, or the provider asks for a person
 * - `passing`: the provider asks to come back later
 * - `client`: the provider does not accept the registration's credentials
 * - `unknown`: none of these
 */
export type Meaning = 'final' | 'passing' | 'client' | 'unknown'

/** Final words that do not look it; what looks final ({@link LOOKS_FINAL}) needs no line here. */
const FINAL_WORDS = new Set([
    // OpenID Connect Core §3.1.2.6; Microsoft Entra ID answers refreshes with them, too, such as for a second factor
    // (learn.microsoft.com/entra/identity-platform/reference-error-codes).
    'interaction_required',
    'consent_required',
    'login_required',
    'account_selection_required',
    // Auth0 (auth0.com/docs, "Multi-factor Authentication API").
    'mfa_required',
    // Slack (docs.slack.dev/reference/methods/oauth.v2.access): the user or workspace is deleted, the app removed.
    'account_inactive',
    'authorization_not_found',
    // Zoho, with status 200, and Strava for a foreign token: a refresh sends no other code than the refresh token.
    'invalid_code',
])

const STATE =
    '(?:invalid|invalidated|bad|incorrect|wrong|malformed|unknown|expired|revoked|deleted|replaced|cancell?ed|blacklisted|' +
    'inactive|stale|used|reused|consumed|rejected|not_found|not_active|not_valid|no_longer_valid|already_(?:used|exchanged|consumed|revoked))'
const STATES = `${STATE}(?:_(?:or_)?${STATE})*`
const SUBJECT = '(?:refresh_token|refresh|token|grant)'

/**
 * A word of the refresh token (or just a token or grant, since a refresh sends no other) and of its end, in either order:
 * `invalid_grant` (RFC 6749 §5.2), `bad_refresh_token` (GitHub, HubSpot), `invalid_refresh_token` (Slack, Apigee),
 * `expired_refresh_token`, `refresh_token_expired`, `refresh_token_reused`, `token_revoked`, `invalid_token` (Spring
 * Security). Not `invalid_grant_type`, `invalid_access_token` or `missing_refresh_token`.
 */
const LOOKS_FINAL = new RegExp(
    `^(?:the_)?(?:${STATES}_${SUBJECT}|${SUBJECT}_(?:(?:is|was|has|has_been)_)?${STATES})$`
)

/**
 * RFC 6749 §4.1.2.1 `temporarily_unavailable`, RFC 8628 §3.5 `slow_down`, and the like: `ratelimited` and `internal_error`
 * (Slack), `rate_limit_exceeded` (Salesforce), `too_many_attempts` (Auth0), `RESOURCE_EXHAUSTED` (Google).
 */
const LOOKS_PASSING =
    /(?:^|_)(?:temporar(?:y|ily)|unavailable|slow_down|too_many|rate_?limit(?:ed|s)?|throttl(?:ed|ing)|quota|exhausted|overload(?:ed)?|busy|time_?out|timed_out|try_again|retry|maintenance|pending)(?:_|$)|^(?:internal(?:_server)?|fatal)$/

/**
 * `invalid_client` (RFC 6749 §5.2), `incorrect_client_credentials` (GitHub), `bad_client_secret` (Slack),
 * `BAD_CLIENT_ID` (HubSpot), `deleted_client` (Google). Not `unauthorized_client`, which some providers answer for a dead
 * refresh token.
 */
const LOOKS_LIKE_CLIENT =
    /^(?:invalid|incorrect|bad|wrong|unknown|missing|disabled|deleted|expired)_client(?:_(?:id|secret|credentials?))?$/

/** What a word in the form of {@link toWord} means. */
export function meaningOf(word: string): Meaning {
    const core = word.replace(/_(?:error|exception)$/, '')
    if (LOOKS_PASSING.test(core)) return 'passing'
    if (FINAL_WORDS.has(core) || LOOKS_FINAL.test(core)) return 'final'
    return LOOKS_LIKE_CLIENT.test(core) ? 'client' : 'unknown'
}

/** Longest text that can be a code; longer ones are prose. */
const MAX_LENGTH = 80

/**
 * A code in one form, whatever the provider's: lower case, words joined by an underscore, without a name space before it.
 * `BAD_REFRESH_TOKEN`, `invalid-grant`, `Invalid grant`, `InvalidGrantException` and
 * `keymanagement.service.invalid_refresh_token` become words that {@link meaningOf} knows.
 *
 * @returns empty for a text that can be no code
 */
export function toWord(text: string): string {
    const trimmed = text.trim().replace(/[.!]$/, '')
    if (trimmed.length > MAX_LENGTH) return ''
    const name = /\s/.test(trimmed) ? trimmed : (trimmed.split(/[./:#]/).pop() ?? '')
    return name
        .replace(/([a-z])([A-Z])/g, '$1_$2')
        .toLowerCase()
        .replace(/[\s-]+/g, '_')
        .replace(/refreshtoken/g, 'refresh_token')
        .replace(/^(?:oauth2?|oa|err|error)_/, '')
        .replace(/^_+|_+$/g, '')
}
