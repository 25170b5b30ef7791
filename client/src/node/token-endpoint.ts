import * as oauth from 'oauth4webapi'
import { checkCallback } from './check-callback'
import { refusedByInstance, unexpectedAnswer } from './failures'
import { plainText } from './plain-text'
import { send, type Sending } from './send'
import type { Settings } from './settings'
import { readTokenAnswer } from './token-answer'

/** What the instance issued. */
export interface IssuedTokens {
    accessToken: string
    /** Undefined where none came, or one that is malformed. */
    refreshToken: string | undefined
    /** Seconds; undefined where the answer does not say. */
    expiresIn: number | undefined
}

/** The OAuth endpoints of an instance, as its client. */
export interface TokenEndpoint {
    /** Address of the sign-in (RFC 6749 §4.1.1, RFC 7636 §4.3). */
    authorizationUrl(request: {
        state: string
        verifier: string
        parameters: URLSearchParams
    }): Promise<string>
    /**
     * Checks a callback's parameters against the state and exchanges the code (RFC 6749 §4.1.2, §4.1.3).
     *
     * @throws AuthorizationError with the instance's own code, or `malformed_callback`
     * @throws ApiRequestError `network`, `timeout`, `http`
     */
    exchange(callback: URLSearchParams, state: string, verifier: string): Promise<IssuedTokens>
    /**
     * Renews (RFC 6749 §6). Null: the instance says that this refresh token is of no use any more.
     *
     * @throws ApiRequestError `network`, `timeout`, `http`: nothing was said about the token
     */
    renew(refreshToken: string): Promise<IssuedTokens | null>
    /**
     * Revokes both tokens (RFC 7009), the refresh token first: with it, a new access token could be made.
     *
     * @throws ApiRequestError `network`, `timeout`, `http`, after both were tried
     */
    revoke(tokens: { accessToken: string; refreshToken?: string | undefined }): Promise<void>
}

/** Speaks to `/oauth_auth.do`, `/oauth_token.do` and `/oauth_revoke_token.do` through oauth4webapi. */
export function createTokenEndpoint(settings: Settings): TokenEndpoint {
    const { instanceUrl, clientId, clientSecret, redirectUri, timeoutMs } = settings
    const server: oauth.AuthorizationServer = {
        issuer: instanceUrl,
        authorization_endpoint: `${instanceUrl}/oauth_auth.do`,
        token_endpoint: `${instanceUrl}/oauth_token.do`,
        revocation_endpoint: `${instanceUrl}/oauth_revoke_token.do`,
    }
    const client: oauth.Client = { client_id: clientId }
    // In the body, as DOCS r_OAuthAPIRequestParameters has it.
    const authentication = clientSecret ? oauth.ClientSecretPost(clientSecret) : oauth.None()
    const options = (what: string) => ({
        // The settings admit http on this machine only.
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
            // Its other errors carry the whole answer as their cause, so they go no further.
            if (error instanceof oauth.ResponseBodyError) return error
            throw unexpectedAnswer(what, response.status)
        }
    }

    /** What went wrong; undefined where nothing did. */
    async function revokeOne(
        token: string,
        token_type_hint: 'access_token' | 'refresh_token'
    ): Promise<Error | undefined> {
        const what = 'The revocation'
        try {
            const { ok, status } = await oauth.revocationRequest(server, client, authentication, token, {
                ...options(what),
                additionalParameters: { token_type_hint },
            })
            // RFC 7009 §2.2 wants 200 for an unknown token; what the platform answers is not documented.
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
            const what = 'The exchange of the code'
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
            const what = 'The renewal of the access token'
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
 * Whether the user has to sign in again: RFC 6749 §5.2, and what the platform answers instead (observed: 401 with
 * `server_error` and "access_denied").
 */
function endsSession({ error, error_description, status }: oauth.ResponseBodyError): boolean {
    if (error === 'invalid_grant' || error === 'invalid_client') return true
    return status === 401 && error === 'server_error' && error_description === 'access_denied'
}
