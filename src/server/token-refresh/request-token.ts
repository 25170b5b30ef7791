import { GlideOAuthClient, GlideOAuthClientRequest, type GlideOAuthToken } from '@servicenow/glide/sn_auth'
import { bestEffort } from '../shared/best-effort'
import { readMembers } from './error-codes'
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
 * named (DOCS c_GlideOAuthClientRequest).
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
    const body = String(answer.getBody() ?? '')
    if (errorMessage === '' && isToken(answer.getToken(), body)) return null
    return {
        // Text in the documentation, a number in the typings.
        status: Number(answer.getResponseCode()) || 0,
        body,
        errorMessage,
        parameters: (answer.getResponseParameters() ?? {}) as Record<string, unknown>,
    }
}

/** The platform may make an empty token of an answer with status 200 that has none, as GitHub and Slack refuse. */
function isToken(token: GlideOAuthToken | null, body: string): boolean {
    if (!token) return false
    const text = bestEffort(() => String(token.getAccessToken() ?? ''))
    return text !== '' || Boolean(readMembers(body)?.['access_token'])
}
