import type { Row } from '../../../core/store/types'
import type { Client } from '../clients'
import type { OAuthServices } from '../oauth-services'
import { refuse } from '../token-refusal'
import type { TokenAnswer, TokenType } from '../tokens'

/** A token request of an authenticated client. */
export interface GrantRequest {
    services: OAuthServices
    client: Client
    /** A parameter's value; empty if it is missing. */
    parameter(name: string): string
}

/** Returns the tokens or throws a TokenRefusal. Runs in a transaction. */
export type Grant = (request: GrantRequest) => TokenAnswer

/**
 * The user's row; throws if the user may not sign in (observed: 401 server_error for an inactive or locked
 * user).
 */
export function usableUser({ host }: OAuthServices, userId: string): Row {
    const user = host.store.get('sys_user', userId)
    if (!user) return refuse('the user does not exist')
    if (user['active'] !== '1') return refuse('the user is inactive')
    if (user['locked_out'] === '1') return refuse('the user is locked out')
    if (user['password_needs_reset'] === '1') return refuse('the user must reset the password')
    return user
}

/**
 * Tokens of a grant other than refresh: the access token that is still valid, with its remaining lifetime,
 * otherwise a new one (DOCS r_OAuthAPIRequestParameters). The refresh token is also reused, but its lifetime
 * restarts (KB0791140). Switches make both new, and deny public clients refresh tokens.
 */
export function grantTokens(
    { services: { tokens, isOn }, client }: GrantRequest,
    { user, grantType, withRefresh }: { user: string; grantType: string; withRefresh: boolean }
): TokenAnswer {
    const holder = { client, user, grantType }
    const current = (type: TokenType) => (isOn('sameTokenAgain') ? tokens.current(type, holder) : undefined)
    const accessToken =
        current('access_token') ?? tokens.issue('access_token', holder, client.accessTokenLifespan)
    if (!withRefresh || (client.isPublic && !isOn('publicClientRefreshTokens'))) return { accessToken }
    const kept = current('refresh_token')
    if (kept) tokens.extend(kept, client.refreshTokenLifespan)
    return {
        accessToken,
        refreshToken: kept ?? tokens.issue('refresh_token', holder, client.refreshTokenLifespan),
    }
}
