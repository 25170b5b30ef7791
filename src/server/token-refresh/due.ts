import type { LeadTimes } from './lead-times'

/** What is known about the tokens of one requestor and profile; times in ms since 1970, null if unknown. */
export interface StoredTokens {
    hasAccess: boolean
    hasRefresh: boolean
    accessExpires: number | null
    refreshExpires: number | null
    /** When they were last obtained or refreshed. */
    renewed: number | null
}

/**
 * When to refresh a token: its lead time before expiry, but not before half of the lifetime that it had at its last
 * refresh has passed. Otherwise a token whose lifetime is shorter than the lead time, or whose expiry does not move with
 * a refresh, would be refreshed at every check.
 */
function renewalTime(expires: number, leadS: number, renewed: number | null): number {
    const leadMs = leadS * 1000
    // Not positive if the last refresh is unknown or later than the stored expiry, which is stale then.
    const lifetimeMs = expires - (renewed ?? Infinity)
    return expires - (lifetimeMs > 0 ? Math.min(leadMs, lifetimeMs / 2) : leadMs)
}

/**
 * When to refresh these tokens, in ms since 1970: whichever of the two is due first, since a refresh token whose life is
 * extended by use has to be used (KB1437067: the token refresh job checks the refresh token's remaining time as well).
 * 0, at once, if there is no access token; null if no expiry is known.
 */
export function dueAt(tokens: StoredTokens, { accessLeadS, refreshLeadS }: LeadTimes): number | null {
    const { hasAccess, hasRefresh, accessExpires, refreshExpires, renewed } = tokens
    if (!hasAccess) return 0
    const times: number[] = []
    if (accessExpires !== null) times.push(renewalTime(accessExpires, accessLeadS, renewed))
    if (hasRefresh && refreshExpires !== null) times.push(renewalTime(refreshExpires, refreshLeadS, renewed))
    return times.length === 0 ? null : Math.min(...times)
}
