import { GlideOAuthClient, GlideOAuthClientRequest, type GlideOAuthToken } from '@servicenow/glide/sn_auth'
import type { TokenKey } from './outcome'
import type { FailedAnswer } from './provider-answer'

/** How a token is asked for. */
export interface TokenRequest {
    key: TokenKey
    grantType: string
    /** Sent with the grant `refresh_token`; empty otherwise. */
    refreshToken: string
}

/**
 * Asks the provider for a token through the platform, which stores what comes, since requestor, context and profile are
 * named (platform-facts §3).
 *
 * @returns null where the platform took a token; what is known of the failure otherwise
 */
export function requestToken({ key, grantType, refreshToken }: TokenRequest): FailedAnswer | null {
    const request = new GlideOAuthClientRequest()
    request.setGrantType(grantType)
    if (refreshToken !== '') request.setRefreshToken(refreshToken)
    request.setParameter('oauth_requestor_context', key.table)
    request.setParameter('oauth_requestor', key.requestor)
    request.setParameter('oauth_provider_profile', key.profile)
    const client = new GlideOAuthClient()
    // Without a client's name the profile decides which registration is used.
    const answer = client.requestTokenByRequest(null as unknown as string, request)
    if (!answer) return { status: 0, body: '', errorMessage: '', parameters: {} }
    const errorMessage = String(answer.getErrorMessage() ?? '')
    if (errorMessage === '' && hasText(answer.getToken())) return null
    return {
        // Text in the documentation, a number in the typings.
        status: Number(answer.getResponseCode()) || 0,
        body: String(answer.getBody() ?? ''),
        errorMessage,
        parameters: (answer.getResponseParameters() ?? {}) as Record<string, unknown>,
    }
}

/** Whether there is a token with a text: of a 200 without one, the platform may make an empty token. */
function hasText(token: GlideOAuthToken | null): boolean {
    if (!token) return false
    return typeof token.getAccessToken !== 'function' || String(token.getAccessToken() ?? '') !== ''
}
