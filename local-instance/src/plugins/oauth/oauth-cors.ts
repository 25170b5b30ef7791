import type { FastifyRequest } from 'fastify'
import type { Host } from '../../core/plugin'
import { isFrom } from '../../core/releases'

/** Metadata of the authorization server (RFC 8414 §3) and of the protected resource (RFC 9728 §3). */
export const METADATA_PATHS = [
    '/.well-known/oauth-authorization-server',
    '/.well-known/oauth-protected-resource',
] as const

/**
 * The endpoints whose answers pages of other origins may read. HTML pages and the revocation endpoint are
 * excluded: a revocation is a simple request, which a browser sends while withholding the response from the
 * page.
 */
const CORS_PATHS: readonly string[] = ['/oauth_token.do', ...METADATA_PATHS]

/**
 * Cross-origin access to the OAuth endpoints by `glide.oauth.cors.allowed.origin`: empty, one host, or `*`
 * (DOCS "Allow CORS Origins for OAuth Endpoints", from australia on). Older releases send no CORS headers.
 */
export function addOAuthCors({ http, store, settings }: Host): void {
    if (!isFrom(settings.release, 'australia')) return
    const allowed = () => store.property('glide.oauth.cors.allowed.origin')?.trim() ?? ''
    // Added on send, so that pages can also read error responses.
    http.addHook('onSend', async (request, reply) => {
        const value = CORS_PATHS.includes(pathOf(request)) ? allowed() : ''
        if (value !== '' && value !== '*') void reply.header('Vary', 'Origin')
        const origin = allowedOrigin(value, request.headers.origin)
        if (origin !== undefined) void reply.header('Access-Control-Allow-Origin', origin)
    })
    for (const path of CORS_PATHS) {
        http.options(path, (request, reply) => {
            if (allowedOrigin(allowed(), request.headers.origin) !== undefined) {
                void reply
                    .header('Access-Control-Allow-Methods', 'GET, POST, OPTIONS')
                    .header('Access-Control-Allow-Headers', 'Accept, Authorization, Content-Type')
                    .header('Access-Control-Max-Age', '600')
            }
            return reply.code(204).send()
        })
    }
}

function pathOf({ url }: FastifyRequest): string {
    return url.split('?', 1)[0] as string
}

/** Value of `Access-Control-Allow-Origin`; undefined if the origin is not allowed. */
function allowedOrigin(value: string, origin: string | undefined): string | undefined {
    if (value === '*') return '*'
    return origin !== undefined && matches(value, origin) ? origin : undefined
}

/**
 * The property value is a host, with its port unless it is the default one; if it has a scheme, the scheme
 * must match too. Only origins in the form that browsers send match: no user, path, trailing dot or default
 * port.
 */
function matches(value: string, origin: string): boolean {
    if (!URL.canParse(origin)) return false
    const url = new URL(origin)
    if (url.origin !== origin.toLowerCase()) return false
    return [url.origin, url.host].includes(value.toLowerCase())
}
