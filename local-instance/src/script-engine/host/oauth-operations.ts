import { authorizationAddress } from '../../plugins/oauth-client/authorization-address'
import { endpointForm } from '../../plugins/oauth-client/endpoint-form'
import { createPendingAuthorizations } from '../../plugins/oauth-client/pending-authorizations'
import { findProvider, redirectUri, type Provider } from '../../plugins/oauth-client/providers'
import { createReceivedTokens } from '../../plugins/oauth-client/received-tokens'
import { withoutSecret } from '../../plugins/oauth-client/secret-in-refusal'
import type { OAuthOperations, OAuthProviderView } from '../bridge/oauth-messages'
import { outboundLimits } from '../outbound/outbound-limits'
import type { BridgeContext } from './bridge-context'
import { BridgeError } from './bridge-error'
import { headersOf, optionalText, textOf, textsOf, type Input } from './inputs'

const ENDPOINTS = new Set(['token', 'refresh', 'revoke'])

/** Operations for `sn_auth`: registrations, stored tokens, and requests to providers' endpoints. */
export function createOAuthOperations(context: BridgeContext): OAuthOperations {
    const { store, clock, platform, outbound, trace, job, access } = context
    const tokens = createReceivedTokens(store, clock)
    const pending = createPendingAuthorizations(store, clock)

    const provider = (profile: string): Provider => {
        const found = findProvider(store, { profile })
        if (!found) throw new BridgeError('bad_request', 'OAuth profile not found')
        return found
    }
    const view = (found: Provider): OAuthProviderView => ({
        entity: found.entity['sys_id'] ?? '',
        name: found.entity['name'] ?? '',
        clientId: found.entity['client_id'] ?? '',
        apiScript: apiScript(found.entity['oauth_api_script']),
        redirectUri: redirectUri(store, found),
        profile: found.profile['sys_id'] ?? '',
        grantType: found.profile['grant_type'] || found.entity['default_grant_type'] || '',
        scope: found.scopes.join(' '),
    })
    const apiScript = (sysId: string | null | undefined): OAuthProviderView['apiScript'] => {
        const chosen = sysId ? store.get('sys_script_include', sysId) : undefined
        if (!chosen) return { scope: 'global', name: 'OAuthUtil' }
        return { scope: access.scopeName(chosen['sys_scope']), name: chosen['name'] ?? '' }
    }

    return {
        oauthProvider: (input) =>
            platform(() => {
                const profile = optionalText(input as Input, 'profile')
                const name = optionalText(input as Input, 'name')
                const found = findProvider(store, {
                    ...(profile !== undefined && { profile }),
                    ...(name !== undefined && { name }),
                })
                // OAuth API Scripts are resolved as in global code, regardless of the scope that requests a
                // token.
                if (found) context.admit('global')
                return found ? view(found) : null
            }),
        oauthToken: (input) =>
            platform(
                () =>
                    tokens.find({
                        requestor: textOf(input, 'requestor'),
                        profile: textOf(input, 'profile'),
                    }) ?? null
            ),
        oauthSend(input) {
            const sending = input as unknown as Input
            const endpoint = textOf(sending, 'endpoint') as 'token' | 'refresh' | 'revoke'
            if (!ENDPOINTS.has(endpoint)) throw new BridgeError('bad_request', 'Unknown endpoint')
            const url = optionalText(sending, 'url')
            const found = platform(() => provider(textOf(sending, 'profile')))
            const request = platform(() =>
                endpointForm(store, found, {
                    endpoint,
                    ...(url !== undefined && { url }),
                    parameters: headersOf(sending, 'parameters'),
                    query: headersOf(sending, 'query'),
                    headers: headersOf(sending, 'headers'),
                })
            )
            if (!request) throw new BridgeError('bad_request', `The provider has no ${endpoint} URL`)
            trace.outboundCalls += 1
            const answer = outbound.send({ ...request, ...outboundLimits(store, context.scope) })
            return platform(() => withoutSecret(store, found, answer))
        },
        oauthStore: (input) =>
            platform(() => {
                const profile = textOf(input as Input, 'profile')
                const grantType = textOf(input as Input, 'grantType')
                const received = {
                    requestor: textOf(input as Input, 'requestor'),
                    profile,
                    provider: provider(profile),
                    grantType,
                    // A consent belongs to its user; other requests do not change it.
                    ...(grantType === 'authorization_code' && { user: job.user.userId }),
                    parameters: headersOf(input as Input, 'parameters'),
                }
                return tokens.store(received) ?? null
            }),
        oauthBegin: (input) =>
            platform(() => {
                const address = authorizationAddress(
                    { store, pending },
                    provider(textOf(input as Input, 'profile')),
                    {
                        user: job.user.userId,
                        requestor: textOf(input as Input, 'requestor'),
                        context: textOf(input as Input, 'context'),
                        parameters: headersOf(input as Input, 'parameters'),
                    }
                )
                if (address === null)
                    throw new BridgeError('bad_request', 'The provider has no authorization URL')
                return address
            }),
        oauthForget: (input) =>
            platform(() =>
                tokens.forget(provider(textOf(input as Input, 'profile')), textsOf(input as Input, 'tokens'))
            ),
    }
}
