import { GlideOAuthClient } from '@servicenow/glide/sn_auth'
import { readCredentials } from './credentials'
import { tokenKey, type TokenKey } from './token-key'
import type { StoredTokens } from './due'
import { now } from '../shared/glide-time'

/** `sn_auth` returns expiries in whole seconds from now, so the same one may differ slightly from call to call, in ms. */
export const SAME_END_MS = 5000

/** Stored tokens of a requestor and profile. The refresh token itself is only used to refresh. */
export interface Stored extends StoredTokens {
    /** Never logged, never stored in a record. */
    refreshToken: string
}

/**
 * Reads the stored tokens of a requestor and profile from `sn_auth` and, if that does not return both expiries, from
 * oauth_credential. An expiry that neither returns is null.
 *
 * @param renewed when the tokens were last refreshed, in ms since 1970, if the caller knows; saves two statements
 */
export function readStored(key: TokenKey, renewed: number | null): Stored {
    const stored = readFromSnAuth(key)
    if (renewed !== null && isComplete(stored)) return { ...stored, renewed }
    const credentials = readCredentials([key.requestor])?.get(tokenKey(key))
    return {
        refreshToken: stored.refreshToken,
        hasAccess: stored.hasAccess || credentials?.accessExpires !== undefined,
        hasRefresh: stored.hasRefresh || credentials?.refreshExpires !== undefined,
        accessExpires: credentials?.accessExpires ?? stored.accessExpires,
        refreshExpires: credentials?.refreshExpires ?? stored.refreshExpires,
        renewed: credentials?.updated ?? renewed,
    }
}

function isComplete({ hasAccess, hasRefresh, accessExpires, refreshExpires }: Stored): boolean {
    return (
        (hasAccess || hasRefresh) &&
        (!hasAccess || accessExpires !== null) &&
        (!hasRefresh || refreshExpires !== null)
    )
}

/** Reads the stored tokens from `sn_auth` alone. */
export function readFromSnAuth({ requestor, profile }: Pick<TokenKey, 'requestor' | 'profile'>): Stored {
    const client = new GlideOAuthClient()
    const token = client.getToken(requestor, profile)
    const nothing = { hasAccess: false, hasRefresh: false, accessExpires: null, refreshExpires: null }
    if (!token) return { ...nothing, refreshToken: '', renewed: null }
    const hasAccess = String(token.getAccessToken() ?? '') !== ''
    const refreshToken = String(token.getRefreshToken() ?? '')
    return {
        hasAccess,
        hasRefresh: refreshToken !== '',
        accessExpires: hasAccess ? inFuture(token.getExpiresIn()) : null,
        refreshExpires: refreshToken === '' ? null : inFuture(refreshSeconds(token)),
        refreshToken,
        renewed: null,
    }
}

/** The method is in the SDK's typings but not in the documentation, so it may be missing. */
function refreshSeconds(token: { getRefreshTokenExpiresIn?: () => unknown }): unknown {
    return typeof token.getRefreshTokenExpiresIn === 'function' ? token.getRefreshTokenExpiresIn() : null
}

/** Seconds from now as ms since 1970; null if it is not a number. */
function inFuture(told: unknown): number | null {
    // An empty value is an unknown expiry, not zero seconds.
    const seconds = String(told ?? '') === '' ? NaN : Number(told)
    return Number.isFinite(seconds) ? now() + seconds * 1000 : null
}
