import { GlideOAuthClient } from '@servicenow/glide/sn_auth'
import { credentialsName, readCredentials } from './credentials'
import type { StoredTokens } from './due'
import { now } from './glide-time'
import type { TokenKey } from './outcome'

/** What the platform keeps for a requestor and profile. The text of a refresh token is for a renewal alone. */
export interface Stored extends StoredTokens {
    /** Never logged, never kept in a record. */
    refreshToken: string
}

/**
 * Reads what is stored for a requestor and profile, from `sn_auth` and, where that does not tell both ends, from
 * oauth_credential. Both may be silent: an unknown end is null.
 *
 * @param renewed when the tokens were last renewed, in ms since 1970, where the caller knows; saves two statements
 */
export function readStored(key: TokenKey, renewed: number | null): Stored {
    const stored = readTold(key)
    if (renewed !== null && isComplete(stored)) return { ...stored, renewed }
    const credentials = readCredentials([key.requestor])?.get(credentialsName(key))
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

/** What `sn_auth` alone tells. */
export function readTold({ requestor, profile }: Pick<TokenKey, 'requestor' | 'profile'>): Stored {
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

/** The method is in the SDK's typings, not in the documentation: it need not be there. */
function refreshSeconds(token: { getRefreshTokenExpiresIn?: () => unknown }): unknown {
    return typeof token.getRefreshTokenExpiresIn === 'function' ? token.getRefreshTokenExpiresIn() : null
}

/** Seconds from now as ms since 1970; null for what is no number. */
function inFuture(told: unknown): number | null {
    // Nothing is no zero: it would be the end of a token whose end is only not told.
    const seconds = String(told ?? '') === '' ? NaN : Number(told)
    return Number.isFinite(seconds) ? now() + seconds * 1000 : null
}
