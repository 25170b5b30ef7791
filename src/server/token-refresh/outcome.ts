/** How a check or a refresh ended, as the script include OAuthTokenRefresher returns it. */
export type Outcome = 'valid' | 'refreshed' | 'no_token' | 'reauthorize' | 'retry_later'

/** What `checkAndRefresh()` and `refresh()` answer. */
export interface RefreshResult {
    outcome: Outcome
    /** Seconds until the access token's end; null where unknown. */
    accessTokenExpiresIn: number | null
    /** Seconds until the stored end of the refresh token; null where unknown or where there is none. */
    refreshTokenExpiresIn: number | null
    /** For people: what happened and what to do next. Never holds a token. */
    message: string
}

/** A result with what the app itself needs besides. */
export interface Attempted extends RefreshResult {
    /** Seconds that the provider asked to be left alone for; null where it did not ask. */
    retryAfterS: number | null
    /** How the refresh token was refused, where it is not known whether that is for good; null otherwise. */
    refusal: string | null
}

/** A refusal that is not known to be for good, as the status row keeps it. */
export interface LastingRefusal {
    /** Status and code, such as `400 invalid_request`. */
    refusal: string
    /** Since when each refusal has been this one, in ms since 1970. */
    since: number
}

/** Which token: a record of any table and an `oauth_entity_profile`. */
export interface TokenKey {
    /** Table of the record, which is also the context that its token is stored under (KB1437067). */
    table: string
    /** sys_id of the record. */
    requestor: string
    /** sys_id of the profile. */
    profile: string
}

/** How long before its end a token is renewed, in seconds. */
export interface Leads {
    accessLeadS: number
    refreshLeadS: number
}

/** Lead times where no rule says otherwise, as documented for administrators. */
export const DEFAULT_LEADS: Leads = { accessLeadS: 300, refreshLeadS: 604_800 }
