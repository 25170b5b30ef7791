import * as oauth from 'oauth4webapi'
import { checkCallback } from './check-callback'
import { refusedByInstance, unexpectedAnswer } from './failures'
import { plainText } from './plain-text'
import { send, type Sending } from './send'
import type { Settings } from './settings'
import { readTokenAnswer } from './token-answer'

/** Tokens as the instance issued them. */
export interface IssuedTokens {
    accessToken: string
    /** Undefined if missing or malformed. */
    refreshToken: string | undefined
    /** Seconds; undefined if missing. */
    expiresIn: number | undefined
}

/** Client of an instance's OAuth endpoints. */
export interface TokenEndpoint {
    /** URL of the sign-in (RFC 6749 §4.1.1, RFC 7636 §4.3). */
    authorizationUrl(request: {
        state: string
        verifier: string
        parameters: URLSearchParams
    }): Promise<string>
    /**
     * Validates a callback against the state and exchanges the code (RFC 6749 §4.1.2, §4.1.3).
     *
     * @throws AuthorizationError with the instance's own code, or `malformed_callback`
     * @throws ApiRequestError `network`, `timeout`, `http`
     */
    exchange(callback: URLSearchParams, state: string, verifier: string): Promise<IssuedTokens>
    /**
     * Renews the access token (RFC 6749 §6). Returns null if the instance rejects the refresh token.
     *
     * @throws ApiRequestError `network`, `timeout`, `http`: the refresh token may still be valid
     */
    renew(refreshToken: string): Promise<IssuedTokens | null>
    /**
     * Revokes both tokens (RFC 7009), the refresh token first, since it can create new access tokens.
     *
     * @throws ApiRequestError `network`, `timeout`, `http`, after both were tried
     */
    revoke(tokens: { accessToken: string; refreshToken?: string | undefined }): Promise<void>
}

/** Uses `/oauth_auth.do`, `/oauth_token.do` and `/oauth_revoke_token.do` through oauth4webapi. */
export function createTokenEndpoint(settings: Settings): TokenEndpoint {
    const { instanceUrl, clientId, clientSecret, redirectUri, timeoutMs } = settings
    const server: oauth.AuthorizationServer = {
        issuer: instanceUrl,
        authorization_endpoint: `${instanceUrl}/oauth_auth.do`,
        token_endpoint: `${instanceUrl}/oauth_token.do`,
        revocation_endpoint: `${instanceUrl}/oauth_revoke_token.do`,
    }
    const client: oauth.Client = { client_id: clientId }
    // In the body, as documented (ServiceNow documentation, r_OAuthAPIRequestParameters).
    const authentication = clientSecret ? oauth.ClientSecretPost(clientSecret) : oauth.None()
    const options = (what: string) => ({
        // The settings allow http on a loopback host only.
        [oauth.allowInsecureRequests]: true,
        [oauth.customFetch]: async (
            url: string,
            { body, headers, method, redirect }: oauth.CustomFetchOptions<'POST', URLSearchParams>
        ) => {
            const sending: Sending = { settings, what, signal: AbortSignal.timeout(timeoutMs) }
            const form = { body: String(body), headers, method, redirect }
            return readTokenAnswer(sending, await send(sending, url, form))
        },
    })

    async function tokensOf(
        what: string,
        request: (options: oauth.TokenEndpointRequestOptions) => Promise<Response>,
        read: (response: Response) => Promise<oauth.TokenEndpointResponse>
    ): Promise<IssuedTokens | oauth.ResponseBodyError> {
        const response = await request(options(what))
        try {
            const { access_token: accessToken, refresh_token, expires_in } = await read(response)
            return { accessToken, refreshToken: refresh_token, expiresIn: expires_in }
        } catch (error) {
            // Other errors contain the complete response as their cause, so they are replaced.
            if (error instanceof oauth.ResponseBodyError) return error
            throw unexpectedAnswer(what, response.status)
        }
    }

    /** Returns the error, or undefined on success. */
    async function revokeOne(
        token: string,
        token_type_hint: 'access_token' | 'refresh_token'
    ): Promise<Error | undefined> {
        const what = 'The token revocation'
        try {
            const { ok, status } = await oauth.revocationRequest(server, client, authentication, token, {
                ...options(what),
                additionalParameters: { token_type_hint },
            })
            // RFC 7009 §2.2 requires 200 for an unknown token; the platform's response is not documented.
            return ok || [400, 401, 404].includes(status) ? undefined : unexpectedAnswer(what, status)
        } catch (error) {
            return error as Error
        }
    }

    return {
        async authorizationUrl({ state, verifier, parameters }) {
            const url = new URL(server.authorization_endpoint as string)
            url.search = parameters.toString()
            const own = {
                response_type: 'code',
                client_id: clientId,
                redirect_uri: redirectUri,
                state,
                code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
                code_challenge_method: 'S256',
            }
            for (const [name, value] of Object.entries(own)) url.searchParams.set(name, value)
            return url.href
        },

        async exchange(callback, state, verifier) {
            const checked = checkCallback(callback, { server, client, state })
            const what = 'The code exchange'
            const request = (options: oauth.TokenEndpointRequestOptions) =>
                oauth.authorizationCodeGrantRequest(
                    server,
                    client,
                    authentication,
                    checked,
                    redirectUri,
                    verifier,
                    options
                )
            const tokens = await tokensOf(what, request, (response) =>
                oauth.processAuthorizationCodeResponse(server, client, response)
            )
            if (!(tokens instanceof oauth.ResponseBodyError)) return tokens
            const secrets = [callback.get('code') ?? '', verifier, clientSecret]
            throw refusedByInstance(tokens.error, plainText(tokens.error_description ?? '', secrets))
        },

        async renew(refreshToken) {
            const what = 'The token renewal'
            const request = (options: oauth.TokenEndpointRequestOptions) =>
                oauth.refreshTokenGrantRequest(server, client, authentication, refreshToken, options)
            const tokens = await tokensOf(what, request, (response) =>
                oauth.processRefreshTokenResponse(server, client, response)
            )
            if (!(tokens instanceof oauth.ResponseBodyError)) return tokens
            if (endsSession(tokens)) return null
            throw unexpectedAnswer(what, tokens.status)
        },

        async revoke({ accessToken, refreshToken }) {
            const ends = [
                ...(refreshToken === undefined ? [] : [await revokeOne(refreshToken, 'refresh_token')]),
                await revokeOne(accessToken, 'access_token'),
            ]
            const failed = ends.find((end) => end !== undefined)
            if (failed) throw failed
        },
    }
}

/**
 * Whether the user must sign in again: RFC 6749 §5.2, and what the platform returns instead (observed: 401
 * with `server_error` and "access_denied").
 */
function endsSession({ error, error_description, status }: oauth.ResponseBodyError): boolean {
    if (error === 'invalid_grant' || error === 'invalid_client') return true
    return status === 401 && error === 'server_error' && error_description === 'access_denied'
}
