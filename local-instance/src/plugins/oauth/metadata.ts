import type { FastifyReply } from 'fastify'
import { isFrom } from '../../core/releases'
import { METADATA_PATHS } from './oauth-cors'
import type { OAuthServices } from './oauth-services'

/**
 * Discovery documents for clients and resource servers: metadata of the authorization server (RFC 8414) and
 * of the protected resource (RFC 9728), and the public keys of the JWTs (DOCS
 * t_CreateEndpointforExternalClients).
 */
export function addMetadata({ host, jwts, isOn }: OAuthServices): void {
    const { http, settings } = host
    if (isFrom(settings.release, 'yokohama')) {
        http.get('/api/now/oauth/jwks', (_request, reply) => send(reply, jwts.keySet()))
    }
    if (!isFrom(settings.release, 'australia')) return
    const [server, resource] = METADATA_PATHS
    http.get(server, (_request, reply) => {
        const url = host.url()
        return send(reply, {
            issuer: url,
            authorization_endpoint: `${url}/oauth_auth.do`,
            token_endpoint: `${url}/oauth_token.do`,
            revocation_endpoint: `${url}/oauth_revoke_token.do`,
            jwks_uri: `${url}/api/now/oauth/jwks`,
            response_types_supported: ['code'],
            grant_types_supported: [
                'authorization_code',
                'refresh_token',
                ...(isOn('clientCredentials') ? ['client_credentials'] : []),
                ...(isOn('passwordDisabled') ? [] : ['password']),
            ],
            token_endpoint_auth_methods_supported: ['none', 'client_secret_basic', 'client_secret_post'],
            code_challenge_methods_supported: ['S256'],
            scopes_supported: ['useraccount'],
        })
    })
    http.get(resource, (_request, reply) => {
        const url = host.url()
        return send(reply, {
            resource: url,
            authorization_servers: [url],
            scopes_supported: ['useraccount'],
            bearer_methods_supported: ['header'],
        })
    })
}

function send(reply: FastifyReply, body: object): FastifyReply {
    return reply.type('application/json;charset=UTF-8').send(JSON.stringify(body))
}
