import { GlideOAuthClient, GlideOAuthClientRequest, type GlideOAuthToken } from '@servicenow/glide/sn_auth'
import { bestEffort } from '../shared/best-effort'
import { readMembers } from './error-codes'
import type { TokenKey } from './token-key'
import type { FailedAnswer } from './provider-answer'

/** A token request. */
export interface TokenRequest {
    key: TokenKey
    grantType: string
    /** Sent with the grant `refresh_token`; empty otherwise. */
    refreshToken: string
}

/**
 * Requests a token from the provider through the platform, which stores the tokens it receives, because the request
 * names requestor, context and profile (DOCS c_GlideOAuthClientRequest).
 *
 * @returns null if the platform received a token; otherwise what is known about the failure
 */
export function requestToken({ key, grantType, refreshToken }: TokenRequest): FailedAnswer | null {
    const request = new GlideOAuthClientRequest()
    request.setGrantType(grantType)
    if (refreshToken !== '') request.setRefreshToken(refreshToken)
    request.setParameter('oauth_requestor_context', key.table)
    request.setParameter('oauth_requestor', key.requestor)
    request.setParameter('oauth_provider_profile', key.profile)
    const client = new GlideOAuthClient()
    // Without a client name, the profile determines the registration.
    const answer = client.requestTokenByRequest(null as unknown as string, request)
    if (!answer) return { status: 0, body: '', errorMessage: '', parameters: {} }
    const errorMessage = String(answer.getErrorMessage() ?? '')
    const body = String(answer.getBody() ?? '')
    if (errorMessage === '' && isToken(answer.getToken(), body)) return null
    return {
        // A string according to the documentation, a number according to the typings.
        status: Number(answer.getResponseCode()) || 0,
        body,
        errorMessage,
        parameters: (answer.getResponseParameters() ?? {}) as Record<string, unknown>,
    }
}

/** For a refusal with status 200, as GitHub and Slack send, the platform may return an empty token. */
function isToken(token: GlideOAuthToken | null, body: string): boolean {
    if (!token) return false
    const text = bestEffort(() => String(token.getAccessToken() ?? ''))
    return text !== '' || Boolean(readMembers(body)?.['access_token'])
}
