import type { Plugin } from '../../core/plugin'
import { addAuthorizationEndpoint } from './authorization-endpoint'
import { bearerAuthenticator } from './bearer'
import { addLandingPages } from './landing-pages'
import { addOAuthCors } from './oauth-cors'
import { addMetadata } from './metadata'
import { createOAuthServices } from './oauth-services'
import { addRevokeEndpoint } from './revoke-endpoint'
import { schema } from './schema'
import { addTokenEndpoint } from './token-endpoint'

/** The instance as an OAuth authorization server, and its application registry. */
export const oauthPlugin: Plugin = {
    name: 'oauth',
    schema,
    register(host) {
        const services = createOAuthServices(host)
        host.authenticators.push(bearerAuthenticator(services))
        addOAuthCors(host)
        addAuthorizationEndpoint(services)
        addTokenEndpoint(services)
        addRevokeEndpoint(services)
        addLandingPages(host)
        addMetadata(services)
    },
}
