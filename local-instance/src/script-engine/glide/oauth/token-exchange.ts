import type { OutboundResponse } from '../../bridge/bridge'
import type { OAuthProviderView, OAuthTokenView } from '../../bridge/oauth-messages'
import type { ScopeHost } from '../scope-bridge'
import { apiScript, type ApiScriptParts } from './api-script'
import type { RequestContents } from './oauth-client-request'
import type { TokenOutcome } from './oauth-client-response'

/**
 * Parameters that identify the owner of a token; they are not sent (DOCS: with all three the token is saved).
 */
const OWNER_PARAMETERS = ['oauth_requestor', 'oauth_requestor_context', 'oauth_provider_profile']
/** Parameters that control the platform itself. */
const INTERNAL = new Set([...OWNER_PARAMETERS, 'oauth_provider_id', 'use_mid', 'personal'])

/**
 * Requests tokens from a provider, through its OAuth API Script, and stores them if requestor, context and
 * profile are given (DOCS c_GlideOAuthClientRequest). A failure is a result, not an exception.
 *
 * @param clientName the registration's name; empty to use the profile in the parameters
 */
export function exchangeToken(
    host: ScopeHost,
    parts: ApiScriptParts,
    clientName: string,
    contents: RequestContents
): TokenOutcome {
    const profile = contents.parameters['oauth_provider_profile']
    const provider = host.call('oauthProvider', profile ? { profile } : { name: clientName })
    if (!provider) return failed('The OAuth provider does not exist or is inactive')
    const saves = OWNER_PARAMETERS.every((name) => contents.parameters[name])
    try {
        const grantType = grantTypeOf(contents, provider, saves)
        const asked = { ...contents.parameters, grant_type: grantType }
        const script = apiScript(parts, provider, asked)
        const parameters = script.interceptRequestParameters(formOf(contents, provider, { grantType, saves }))
        const response = host.call('oauthSend', {
            profile: provider.profile,
            endpoint: grantType === 'refresh_token' ? 'refresh' : 'token',
            ...(script.changes.endpoint && { url: script.changes.endpoint }),
            parameters,
            query: script.changes.query,
            headers: { ...contents.headers, ...script.changes.headers },
        })
        const answer = {
            status: response.status,
            body: response.body,
            contentType: header(response, 'content-type'),
        }
        if (response.status < 200 || response.status > 299) {
            return reportOutcome(host, provider, { ...failed(refusalOf(response, parameters)), ...answer })
        }
        const received = script.parseTokenResponse(answer)
        if (!received['access_token']) {
            const outcome = failed('The response of the provider contains no access token')
            return reportOutcome(host, provider, { ...outcome, ...answer, parameters: received })
        }
        const token = saves
            ? host.call('oauthStore', {
                  requestor: contents.parameters['oauth_requestor'] ?? '',
                  profile: provider.profile,
                  grantType,
                  parameters: received,
              })
            : unsaved(host, received)
        return { ...answer, errorMessage: '', parameters: received, token }
    } catch (error) {
        return reportOutcome(host, provider, failed(error instanceof Error ? error.message : String(error)))
    }
}

/**
 * "Grant type and scope then come from the profile" (DOCS), but for a renewal the request sets the grant
 * type.
 */
function grantTypeOf(contents: RequestContents, provider: OAuthProviderView, saves: boolean): string {
    if (contents.grantType === 'refresh_token' || contents.parameters['grant_type'] === 'refresh_token')
        return 'refresh_token'
    const asked = contents.grantType || contents.parameters['grant_type'] || ''
    return (saves ? provider.grantType || asked : asked || provider.grantType) || 'authorization_code'
}

function formOf(
    contents: RequestContents,
    provider: OAuthProviderView,
    { grantType, saves }: { grantType: string; saves: boolean }
): Record<string, string> {
    const form: Record<string, string> = {}
    for (const [name, value] of Object.entries(contents.parameters)) {
        if (!INTERNAL.has(name)) form[name] = value
    }
    form['grant_type'] = grantType
    form['client_id'] ||= provider.clientId
    if (grantType === 'refresh_token') form['refresh_token'] ||= contents.refreshToken
    if (grantType === 'password') {
        form['username'] ||= contents.userName
        form['password'] ||= contents.password
    }
    if (grantType === 'authorization_code') {
        if (!form['code']) throw new Error('User consent is required: use "Get OAuth Token"')
        form['redirect_uri'] ||= provider.redirectUri
    }
    const scope = saves ? provider.scope || contents.scope : contents.scope || provider.scope
    // RFC 6749 §6: without a scope, a renewal keeps the granted scope.
    if (scope && grantType !== 'refresh_token' && grantType !== 'authorization_code') form['scope'] ||= scope
    return form
}

/** The provider's error message, with everything that was sent redacted. */
function refusalOf(response: OutboundResponse, sent: Record<string, string>): string {
    if (response.status === 0) return response.errorMessage || 'No response from the provider'
    let text = ''
    try {
        const { error, error_description: description } = JSON.parse(response.body) as Record<string, unknown>
        text = [error, description].filter((part) => typeof part === 'string' && part !== '').join(': ')
    } catch {
        // Not JSON: the status says enough.
    }
    // Longest first: a token may contain the client id and would no longer match once that is redacted.
    const cut = Object.values(sent)
        .filter((value) => value.length > 8)
        .flatMap((value) => [value, encodeURIComponent(value)])
    for (const value of cut.sort((a, b) => b.length - a.length)) text = text.split(value).join('***')
    return (text || `The provider responded with status ${response.status}`).slice(0, 500)
}

function reportOutcome(host: ScopeHost, provider: OAuthProviderView, outcome: TokenOutcome): TokenOutcome {
    host.call('log', {
        level: 'error',
        message: `OAuth token request to ${provider.name} failed: ${outcome.errorMessage}`,
    })
    return outcome
}

function failed(errorMessage: string): TokenOutcome {
    return { status: 0, body: '', contentType: '', errorMessage, parameters: {}, token: null }
}

function unsaved(host: ScopeHost, received: Record<string, string>): OAuthTokenView {
    const end = (seconds: string | undefined) => {
        const number = Number(seconds)
        return Number.isFinite(number) && number > 0 ? host.now() + number * 1000 : null
    }
    return {
        accessToken: received['access_token'] ?? null,
        accessTokenExpires: end(received['expires_in']),
        refreshToken: received['refresh_token'] ?? null,
        refreshTokenExpires: end(received['refresh_token_expires_in']),
        scope: received['scope'] ?? '',
        accessTokenSysId: '',
        refreshTokenSysId: '',
    }
}

function header({ headers }: OutboundResponse, wanted: string): string {
    return Object.entries(headers).find(([name]) => name.toLowerCase() === wanted)?.[1] ?? ''
}
