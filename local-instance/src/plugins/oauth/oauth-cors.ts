import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Host } from '../../core/plugin'

/** The endpoints that browsers may call as programs do; the pages are not among them. */
const CORS_PATHS = ['/oauth_token.do', '/oauth_revoke_token.do']

/**
 * Cross-origin access to the OAuth endpoints by `glide.oauth.cors.allowed.origin`: empty, one host, or `*` (DOCS
 * "Allow CORS Origins for OAuth Endpoints", from australia on). Elsewhere browsers stay shut out.
 */
export function addOAuthCors(host: Host): void {
    if (host.settings.release !== 'australia') return
    const { http, store } = host
    const allow = (request: FastifyRequest, reply: FastifyReply): boolean => {
        const allowed = store.property('glide.oauth.cors.allowed.origin')?.trim() ?? ''
        if (allowed === '') return false
        const { origin } = request.headers
        if (allowed === '*') {
            void reply.header('Access-Control-Allow-Origin', '*')
            return true
        }
        void reply.header('Vary', 'Origin')
        if (origin === undefined || !matches(allowed, origin)) return false
        void reply.header('Access-Control-Allow-Origin', origin)
        return true
    }
    http.addHook('onRequest', async (request, reply) => {
        const path = request.url.split('?', 1)[0] as string
        if (CORS_PATHS.includes(path)) allow(request, reply)
    })
    for (const path of CORS_PATHS) {
        http.options(path, (_request, reply) => {
            if (reply.hasHeader('Access-Control-Allow-Origin')) {
                void reply
                    .header('Access-Control-Allow-Methods', 'GET, POST, OPTIONS')
                    .header('Access-Control-Allow-Headers', 'Accept, Authorization, Content-Type')
                    .header('Access-Control-Max-Age', '600')
            }
            return reply.code(204).send()
        })
    }
}

/** The value is a host name; with a port or a scheme it must be those too. */
function matches(allowed: string, origin: string): boolean {
    if (!URL.canParse(origin)) return false
    const url = new URL(origin)
    const wanted = allowed.toLowerCase().replace(/\/$/, '')
    return [url.origin, url.host, url.hostname].includes(wanted)
}
