import type { ScopeHost } from '../scope-bridge'
import type { ApiScriptParts } from './api-script'
import { exchangeToken } from './token-exchange'

/** The owner of the token that a REST message sends. */
export interface BearerOwner {
    /** By convention the owner's table. */
    context: string
    requestor: string
    profile: string
}

/**
 * The access token for an outbound call; the platform renews it on demand when it has expired and a refresh
 * token is valid (KB1437067), and requests a new one if the profile's grant needs no user interaction.
 *
 * @throws Error if the user has to reauthorize; the message says what to do.
 */
export function bearerFor(host: ScopeHost, parts: ApiScriptParts, owner: BearerOwner): string {
    const { requestor, profile } = owner
    const stored = host.call('oauthToken', { requestor, profile })
    const now = host.now()
    if (stored?.accessToken && (stored.accessTokenExpires ?? 0) > now) return stored.accessToken
    const provider = host.call('oauthProvider', { profile })
    const renewable = stored?.refreshToken && (stored.refreshTokenExpires ?? 0) > now
    const grantType = renewable ? 'refresh_token' : (provider?.grantType ?? '')
    if (renewable || grantType === 'client_credentials') {
        const { token } = exchangeToken(host, parts, '', {
            grantType,
            scope: '',
            refreshToken: renewable ? (stored.refreshToken ?? '') : '',
            userName: '',
            password: '',
            parameters: {
                oauth_requestor: requestor,
                oauth_requestor_context: owner.context,
                oauth_provider_profile: profile,
            },
            headers: {},
        })
        if (token?.accessToken) return token.accessToken
    }
    throw new Error(
        'OAuth token is not available, verify the OAuth configurations and use "Get OAuth Token" to request a new one'
    )
}
