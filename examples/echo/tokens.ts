import { asAdmin } from './as-admin'
import type { Connection } from './register-provider'

/** A stored token at the client. */
export interface Held {
    expiresIn: number
    refreshTokenExpiresIn: number
    hasAccessToken: boolean
    hasRefreshToken: boolean
}

/** Runs a script and parses the JSON that it returns. */
async function run<T>(client: { url: string }, source: string): Promise<T> {
    const { result } = await asAdmin<{ result: string }>(client, 'POST', '/local/script', {
        scope: 'global',
        script: `JSON.stringify((function () { ${source} })())`,
    })
    return JSON.parse(result) as T
}

/** The stored tokens, as GlideOAuthClient.getToken() returns them; null if there are none. */
export function held(client: { url: string }, { requestor, profile }: Connection): Promise<Held | null> {
    return run(
        client,
        `var token = new sn_auth.GlideOAuthClient().getToken('${requestor}', '${profile}')
        return token && {
            expiresIn: token.getExpiresIn(),
            refreshTokenExpiresIn: token.getRefreshTokenExpiresIn(),
            hasAccessToken: !!token.getAccessToken(),
            hasRefreshToken: !!token.getRefreshToken(),
        }`
    )
}

/** Result of a token request, from GlideOAuthClientResponse. */
export interface TokenAnswer {
    error: string
    status: number
    body: string
}

/** Requests tokens as a script does; the platform stores them for the connection's requestor. */
export function requestToken(
    client: { url: string },
    { requestor, profile }: Connection,
    grant: 'refresh_token' | 'authorization_code' | 'client_credentials'
): Promise<TokenAnswer> {
    return run(
        client,
        `var client = new sn_auth.GlideOAuthClient()
        var request = new sn_auth.GlideOAuthClientRequest()
        request.setGrantType('${grant}')
        request.setParameter('oauth_requestor_context', 'sys_rest_message')
        request.setParameter('oauth_requestor', '${requestor}')
        request.setParameter('oauth_provider_profile', '${profile}')
        if ('${grant}' === 'refresh_token') {
            var token = client.getToken('${requestor}', '${profile}')
            request.setRefreshToken(token ? token.getRefreshToken() : '')
        }
        if ('${grant}' === 'authorization_code') request.setParameter('code', 'a-code')
        var response = client.requestTokenByRequest(null, request)
        return { error: response.getErrorMessage(), status: Number(response.getResponseCode()), body: response.getBody() }`
    )
}

/** The stored refresh token itself, to check it at its provider; empty if there is none. */
export async function refreshTokenOf(
    client: { url: string },
    { requestor, profile }: Connection
): Promise<string> {
    return run(
        client,
        `var token = new sn_auth.GlideOAuthClient().getToken('${requestor}', '${profile}')
        return token && token.getRefreshToken() || ''`
    )
}
