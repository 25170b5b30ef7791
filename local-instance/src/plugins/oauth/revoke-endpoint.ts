import type { FastifyReply, FastifyRequest } from 'fastify'
import { readForm, readQuery, single } from '../../core/http/form'
import type { OAuthServices } from './oauth-services'

/**
 * `GET` and `POST /oauth_revoke_token.do?token=…` needs no authentication and marks the token as expired
 * (DOCS t_RevokeOAuthToken). Assumed: an unknown token gets the same response, 200 without a body (RFC 7009
 * §2.2).
 */
export function addRevokeEndpoint(services: OAuthServices): void {
    services.host.http.route({
        method: ['GET', 'POST'],
        url: '/oauth_revoke_token.do',
        handler(request: FastifyRequest, reply: FastifyReply) {
            const form = readForm(request)
            const query = readQuery(request)
            const text = (form && single(form, 'token')) || (query && single(query, 'token')) || ''
            if (text && services.isOn('active')) {
                services.host.store.transaction(() => {
                    const token = services.tokens.find(text)
                    if (token) services.tokens.revoke(token)
                })
            }
            return reply
                .code(200)
                .header('Cache-Control', 'no-store')
                .header('Referrer-Policy', 'no-referrer')
                .send()
        },
    })
}
