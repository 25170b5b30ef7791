import type { Plugin } from '../../core/plugin'
import { addInitiatorRoute } from './initiator-route'
import { addRedirectHook } from './redirect-hook'
import { schema } from './schema'

/** The instance as an OAuth client: consent at providers, and the resulting tokens. */
export const oauthClientPlugin: Plugin = {
    name: 'oauth-client',
    schema,
    register(host) {
        addInitiatorRoute(host)
        addRedirectHook(host)
    },
}
