import type { ScopeHost } from '../scope-bridge'
import { toText } from '../values'
import { apiScript, type ApiScriptParts } from './api-script'
import { GlideOAuthClientRequest, contentsOf, type RequestContents } from './oauth-client-request'
import { GlideOAuthClientResponse } from './oauth-client-response'
import { GlideOAuthToken } from './oauth-token'
import { entriesOf, GlideOAuthStringMap } from './string-map'
import { exchangeToken } from './token-exchange'

/** Requests, renews and revokes tokens of providers (c_GlideOAuthClient). */
export class GlideOAuthClient {
    readonly #host: ScopeHost
    readonly #parts: ApiScriptParts

    /** @internal Scripts get a class of their scope that takes no parameters. */
    constructor(host: ScopeHost, parts: ApiScriptParts) {
        this.#host = host
        this.#parts = parts
    }

    /** Builds the provider's consent URL from the result of initAuthzReqParams(). */
    getAuthorizationURL(authReq: unknown): string {
        this.#use('getAuthorizationURL')
        if (!(authReq instanceof GlideOAuthStringMap)) throw new Error('GlideOAuthClient: no parameters')
        const asked = entriesOf(authReq)
        const profile = asked['oauth_provider_profile'] ?? ''
        const provider = this.#host.call('oauthProvider', { profile })
        if (!provider) throw new Error('The OAuth provider does not exist or is inactive')
        const { oauth_requestor: requestor, oauth_requestor_context: context, ...rest } = asked
        delete rest['oauth_provider_profile']
        return this.#host.call('oauthBegin', {
            requestor: requestor ?? '',
            context: context ?? '',
            profile,
            parameters: apiScript(this.#parts, provider, asked).preprocessAuthCode(rest),
        })
    }

    /**
     * The stored tokens of a requestor, such as a REST message, and a profile; null if there are none
     * (KB1437067: published code passes the requestor's sys_id).
     */
    getToken(requestor: unknown, profile: unknown): GlideOAuthToken | null {
        this.#use('getToken')
        const token = this.#host.call('oauthToken', {
            requestor: toText(requestor),
            profile: toText(profile),
        })
        return token && new GlideOAuthToken(this.#host, token)
    }

    /** Initial parameters of a consent. */
    initAuthzReqParams(context: unknown, requestor: unknown, profile: unknown): GlideOAuthStringMap {
        this.#use('initAuthzReqParams')
        const provider = this.#host.call('oauthProvider', { profile: toText(profile) })
        if (!provider) throw new Error('The OAuth provider does not exist or is inactive')
        return new GlideOAuthStringMap(this.#host, {
            oauth_requestor_context: toText(context),
            oauth_requestor: toText(requestor),
            oauth_provider_profile: provider.profile,
            response_type: 'code',
            client_id: provider.clientId,
            ...(provider.scope && { scope: provider.scope }),
        })
    }

    /** Parameters as JSON, such as `{"grant_type": "password", "username": …}`. */
    requestToken(clientName: unknown, json: unknown): GlideOAuthClientResponse {
        this.#use('requestToken')
        const given = JSON.parse(toText(json) || '{}') as Record<string, unknown>
        const parameters = Object.fromEntries(
            Object.entries(given).map(([name, value]) => [name, toText(value)])
        )
        const { grant_type: grantType = '', ...rest } = parameters
        return this.#exchange(clientName, {
            grantType,
            scope: '',
            refreshToken: '',
            userName: '',
            password: '',
            parameters: rest,
            headers: {},
        })
    }

    /** If the name is null, the profile in the request's parameters is used. */
    requestTokenByRequest(clientName: unknown, request: unknown): GlideOAuthClientResponse {
        this.#use('requestTokenByRequest')
        if (!(request instanceof GlideOAuthClientRequest)) throw new Error('GlideOAuthClient: no request')
        return this.#exchange(clientName, contentsOf(request))
    }

    /** Revokes tokens at the provider, if it has a revocation endpoint (RFC 7009), and here. */
    revokeToken(
        clientName: unknown,
        accessToken: unknown,
        refreshToken: unknown,
        request: unknown
    ): GlideOAuthClientResponse {
        this.#use('revokeToken')
        const contents = request instanceof GlideOAuthClientRequest ? contentsOf(request) : undefined
        const named = contents?.parameters['oauth_provider_profile']
        const provider = this.#host.call(
            'oauthProvider',
            named ? { profile: named } : { name: toText(clientName) }
        )
        const nothing = { status: 0, body: '', contentType: '', parameters: {}, token: null }
        if (!provider) {
            const errorMessage = 'The OAuth provider does not exist or is inactive'
            return new GlideOAuthClientResponse(this.#host, { ...nothing, errorMessage })
        }
        let outcome = { ...nothing, errorMessage: '' }
        const tokens = [
            { token: toText(accessToken), hint: 'access_token' },
            { token: toText(refreshToken), hint: 'refresh_token' },
        ].filter(({ token }) => token !== '')
        for (const { token, hint } of tokens) {
            const response = this.#host.call('oauthSend', {
                profile: provider.profile,
                endpoint: 'revoke',
                parameters: { token, token_type_hint: hint, client_id: provider.clientId },
                query: {},
                headers: contents?.headers ?? {},
            })
            const { status, body } = response
            const refused = status < 200 || status > 299
            const errorMessage = refused ? `The provider responded with status ${status}` : ''
            outcome = { ...nothing, status, body, errorMessage: outcome.errorMessage || errorMessage }
        }
        this.#host.call('oauthForget', {
            profile: provider.profile,
            tokens: tokens.map(({ token }) => token),
        })
        return new GlideOAuthClientResponse(this.#host, outcome)
    }

    #exchange(clientName: unknown, contents: RequestContents): GlideOAuthClientResponse {
        const outcome = exchangeToken(this.#host, this.#parts, toText(clientName), contents)
        return new GlideOAuthClientResponse(this.#host, outcome)
    }

    #use(method: string): void {
        this.#host.privilege(`GlideOAuthClient.${method}`)
    }
}
