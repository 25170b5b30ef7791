import { refuse } from '../token-refusal'
import { usableUser, type Grant } from './grant'

/**
 * RFC 6749 §6 as implemented by the platform: a new access token and the same refresh token with unchanged
 * expiry (DOCS r_OAuthAPIRequestParameters, KB2132135). Valid access tokens are not revoked, so concurrent
 * renewals all succeed.
 */
export const refreshToken: Grant = ({ services, client, parameter }) => {
    const { tokens, isOn } = services
    if (client.isPublic && !isOn('publicClientRefreshTokens')) {
        return refuse('refresh tokens are disabled for public clients')
    }
    const token = tokens.find(parameter('refresh_token'), 'refresh_token')
    if (!token) return refuse('refresh token is unknown, expired or revoked')
    if (token.credential['peer'] !== client.sysId) return refuse('refresh token was issued to another client')
    const user = usableUser(services, token.credential['user'] ?? '')['sys_id'] ?? ''
    const holder = { client, user, grantType: 'refresh_token', renewedBy: token }
    return {
        accessToken: tokens.issue('access_token', holder, client.accessTokenLifespan),
        refreshToken: token,
    }
}
