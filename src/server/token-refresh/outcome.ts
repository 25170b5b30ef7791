/** How a check or a refresh ended, as the script include OAuthTokenRefresher returns it. */
export type Outcome = 'valid' | 'refreshed' | 'no_token' | 'reauthorize' | 'retry_later'

/** What `checkAndRefresh()` and `refresh()` return. */
export interface RefreshResult {
    outcome: Outcome
    /** Seconds until the access token expires; null if unknown. */
    accessTokenExpiresIn: number | null
    /** Seconds until the stored expiry of the refresh token; null if unknown or if there is no refresh token. */
    refreshTokenExpiresIn: number | null
    /** Human-readable: what happened and what to do next. Never contains a token. */
    message: string
}

/** A result without looking at the token. */
export function nothingKnown(outcome: Outcome, message: string): RefreshResult {
    return { outcome, accessTokenExpiresIn: null, refreshTokenExpiresIn: null, message }
}

/** A result with what the app needs internally. */
export interface Attempted extends RefreshResult {
    /** Seconds to wait as requested by the provider; null if it requested none. */
    retryAfterS: number | null
    /** The refusal of the refresh token, if it is unknown whether it is permanent; null otherwise. */
    refusal: string | null
}

/** A refusal of unknown permanence, as stored in the status row. */
export interface LastingRefusal {
    /** Status and code, such as `400 invalid_request`. */
    refusal: string
    /** Since when every refusal has been this one, in ms since 1970. */
    since: number
}
