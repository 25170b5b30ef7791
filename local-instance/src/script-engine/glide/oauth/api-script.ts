import type { OAuthProviderView } from '../../bridge/oauth-messages'
import type { ScopeHost } from '../scope-bridge'
import { GlideOAuthAccessTokenResponse } from './access-token-response'
import { OAuthContext, type RequestChanges } from './oauth-context'
import { entriesOf, GlideOAuthStringMap } from './string-map'

/** The part of the transaction's scopes that OAuth API Scripts use. */
export interface ApiScriptParts {
    /** The class of a script include, as visible to global code. */
    scriptInclude(scope: string, name: string): unknown
    /** The bridge on behalf of a scope. */
    hostOf(scope: string): ScopeHost
    /** A record read with global rights. */
    record(table: string, sysId: string): unknown
}

/**
 * A script that intercepts requests to a provider; each hook returns the parameters as modified by the
 * script.
 */
export interface ApiScript {
    readonly changes: RequestChanges
    preprocessAuthCode(parameters: Record<string, string>): Record<string, string>
    interceptRequestParameters(parameters: Record<string, string>): Record<string, string>
    parseTokenResponse(answer: { body: string; contentType: string }): Record<string, string>
}

/**
 * Creates an instance of a registration's OAuth API Script (DOCS c_OAuthUtilScriptInclude); one instance
 * serves one request.
 *
 * @param asked original parameters of the request; the script's context exposes them beside the current ones
 * @throws Error if the script include is missing or is not a class
 */
export function apiScript(
    parts: ApiScriptParts,
    provider: OAuthProviderView,
    asked: Record<string, string>
): ApiScript {
    const { scope, name } = provider.apiScript
    const type = parts.scriptInclude(scope, name)
    if (typeof type !== 'function') throw new Error(`The OAuth API Script ${name} is not available`)
    const host = parts.hostOf(scope)
    const changes: RequestChanges = { endpoint: '', headers: {}, query: {} }
    let current = new GlideOAuthStringMap(host)
    const context = new OAuthContext(
        () => ({ ...asked, ...entriesOf(current) }),
        () => parts.record('oauth_entity_profile', provider.profile),
        changes
    )
    const script = new (type as new (context: OAuthContext) => Record<string, unknown>)(context)
    const call = (hook: string, given: object): void => {
        const method = script[hook]
        if (typeof method === 'function') method.call(script, given)
    }
    const withParameters = (hook: string) => (parameters: Record<string, string>) => {
        current = new GlideOAuthStringMap(host, parameters)
        call(hook, current)
        return entriesOf(current)
    }
    return {
        changes,
        preprocessAuthCode: withParameters('preprocessAuthCode'),
        interceptRequestParameters: withParameters('interceptRequestParameters'),
        parseTokenResponse(answer) {
            const parameters = new GlideOAuthStringMap(host)
            call('parseTokenResponse', new GlideOAuthAccessTokenResponse(host, answer, parameters))
            return entriesOf(parameters)
        },
    }
}
