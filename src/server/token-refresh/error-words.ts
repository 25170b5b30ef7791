/**
 * What an error code in the response to a refresh means:
 * - `final`: the refresh token is no longer valid, or the provider requires user interaction
 * - `passing`: the failure is temporary
 * - `client`: the provider rejects the client credentials of the registration
 * - `unknown`: none of these
 */
export type Meaning = 'final' | 'passing' | 'client' | 'unknown'

/** Final codes that {@link LOOKS_FINAL} does not match. */
const FINAL_WORDS = new Set([
    // OpenID Connect Core §3.1.2.6; Microsoft Entra ID returns them for refreshes as well, such as for a second factor
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
    // Zoho, with status 200, and Strava for another client's token: the only code in a refresh is the refresh token.
    'invalid_code',
])

const STATE =
    '(?:invalid|invalidated|bad|incorrect|wrong|malformed|unknown|expired|revoked|deleted|replaced|cancell?ed|blacklisted|' +
    'inactive|stale|used|reused|consumed|rejected|not_found|not_active|not_valid|no_longer_valid|already_(?:used|exchanged|consumed|revoked))'
const STATES = `${STATE}(?:_(?:or_)?${STATE})*`
const SUBJECT = '(?:refresh_token|refresh|token|grant)'

/**
 * A word for the refresh token (or just token or grant, since a refresh sends no other) and one for its state, in either order:
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
 * `BAD_CLIENT_ID` (HubSpot), `deleted_client` (Google). Not `unauthorized_client`, which some providers return for an
 * invalid refresh token.
 */
const LOOKS_LIKE_CLIENT =
    /^(?:invalid|incorrect|bad|wrong|unknown|missing|disabled|deleted|expired)_client(?:_(?:id|secret|credentials?))?$/

/** Classifies a code in the form of {@link toWord}. */
export function meaningOf(word: string): Meaning {
    const core = word.replace(/_(?:error|exception)$/, '')
    if (LOOKS_PASSING.test(core)) return 'passing'
    if (FINAL_WORDS.has(core) || LOOKS_FINAL.test(core)) return 'final'
    return LOOKS_LIKE_CLIENT.test(core) ? 'client' : 'unknown'
}

/** Maximum length of a code, in characters; longer texts are prose. */
const MAX_LENGTH = 80

/**
 * Normalizes a provider's error code: lower case, words joined by underscores, without a namespace prefix.
 * `BAD_REFRESH_TOKEN`, `invalid-grant`, `Invalid grant`, `InvalidGrantException` and
 * `keymanagement.service.invalid_refresh_token` become codes that {@link meaningOf} knows.
 *
 * @returns empty for a text that cannot be a code
 */
export function toWord(text: string): string {
    const trimmed = text.trim().replace(/[.!]$/, '')
    if (trimmed.length > MAX_LENGTH) return ''
    const name = /\s/.test(trimmed) ? trimmed : (trimmed.split(/[./:#]/).pop() as string)
    return name
        .replace(/([a-z])([A-Z])/g, '$1_$2')
        .toLowerCase()
        .replace(/[\s-]+/g, '_')
        .replace(/refreshtoken/g, 'refresh_token')
        .replace(/^(?:oauth2?|oa|err|error)_/, '')
        .replace(/^_+|_+$/g, '')
}
