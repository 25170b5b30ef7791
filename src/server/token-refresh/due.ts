import type { Leads } from './outcome'

/** What is known of the tokens of one requestor and profile; times in ms since 1970, null where unknown. */
export interface StoredTokens {
    hasAccess: boolean
    hasRefresh: boolean
    accessExpires: number | null
    refreshExpires: number | null
    /** When they were last got or renewed. */
    renewed: number | null
}

/**
 * When a token has to be renewed: so long before its end as the lead time says, but not before half of what was left
 * when it was last renewed is over. Without the second a token that lives shorter than its lead time, or whose end no
 * renewal moves, would be renewed at every look.
 */
function renewalTime(expires: number, leadS: number, renewed: number | null): number {
    const early = expires - leadS * 1000
    if (renewed === null || renewed >= expires) return early
    return Math.max(early, renewed + (expires - renewed) / 2)
}

/**
 * When these tokens are to be renewed, in ms since 1970: at whichever end is near first, since a refresh token that
 * lives by being used has to be used (KB1437067: the token refresh job checks the refresh token's remaining time as
 * well). At once (0) where no access token is left; null where no end is known.
 */
export function dueAt(tokens: StoredTokens, { accessLeadS, refreshLeadS }: Leads): number | null {
    const { hasAccess, hasRefresh, accessExpires, refreshExpires, renewed } = tokens
    if (!hasAccess) return 0
    const times: number[] = []
    if (accessExpires !== null) times.push(renewalTime(accessExpires, accessLeadS, renewed))
    if (hasRefresh && refreshExpires !== null) times.push(renewalTime(refreshExpires, refreshLeadS, renewed))
    return times.length === 0 ? null : Math.min(...times)
}
