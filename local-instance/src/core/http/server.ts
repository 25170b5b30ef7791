import cookie from '@fastify/cookie'
import Fastify, { type FastifyError, type FastifyInstance, type FastifyReply } from 'fastify'
import type { IncomingHttpHeaders } from 'node:http'
import { endBadConnection } from './bad-connection'
import { NO_RESOURCE, sendError } from './envelope'
import { isLoopback } from './loopback'

/** The platform rejects larger bodies with 400 (DOCS c_ScriptableServiceRequest: 10 MB). */
const MAX_BODY_BYTES = 10 * 1024 * 1024

/**
 * Creates the HTTP server that all plug-ins share. Every body arrives as a `Buffer` (undefined if there is
 * none), because each endpoint interprets content types itself.
 */
export async function createServer(): Promise<FastifyInstance> {
    const http = Fastify({
        bodyLimit: MAX_BODY_BYTES,
        // Real requests have long paths (encoded queries), so the platform's limit applies instead of the
        // router's.
        routerOptions: { maxParamLength: 4096, ignoreTrailingSlash: true },
        // A server must accept a request target in absolute form; its host is ignored here (RFC 9112 §3.2.2).
        rewriteUrl: ({ url = '/' }) => url.replace(/^https?:\/\/[^/?#]*/i, '') || '/',
        // Paths with malformed percent-encoding, which never reach hooks and routes.
        frameworkErrors: (_error, _request, reply) => {
            always(reply)
            return sendError(reply, 400, NO_RESOURCE)
        },
        clientErrorHandler: endBadConnection,
        forceCloseConnections: true,
        keepAliveTimeout: 30_000,
        logger: false,
    })
    http.removeAllContentTypeParsers()
    http.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => {
        done(null, body)
    })
    await http.register(cookie)
    http.addHook('onRequest', async (request, reply) => {
        always(reply)
        if (isRebound(request.headers)) return reply.code(421).header('Cache-Control', 'no-store').send()
    })
    http.setNotFoundHandler((request, reply) => {
        if (request.url.startsWith('/api/')) return sendError(reply, 400, NO_RESOURCE)
        void reply.header('Cache-Control', 'no-store')
        return reply.code(404).type('text/plain;charset=UTF-8').send('Page not found')
    })
    http.setErrorHandler((error: FastifyError, request, reply) => {
        const status = error.statusCode ?? 500
        if (status === 413) {
            const length = `content-length = ${request.headers['content-length'] ?? 'unknown'} bytes`
            const detail = `Rejected large REST payload with ${length}. Max allowed: ${request.routeOptions.bodyLimit} bytes.`
            return sendError(reply, 400, 'Exception while reading request', detail)
        }
        if (status < 500) return sendError(reply, status, 'Bad request', null)
        return sendError(reply, 500, 'Internal error', 'Check logs for error trace')
    })
    return http
}

/** Headers of every response. */
function always(reply: FastifyReply): void {
    void reply.header('Server', 'ServiceNow').header('X-Content-Type-Options', 'nosniff')
}

/**
 * Prevents DNS rebinding: a page whose host name resolves to this machine would be same-origin here, where
 * all passwords are public. Clients other than browsers may use any host name.
 */
function isRebound({ host = '', 'sec-fetch-site': fromBrowser }: IncomingHttpHeaders): boolean {
    const [, name = ''] = /^\[?(.*?)\]?(?::\d+)?$/.exec(host) ?? []
    return fromBrowser !== undefined && !isLoopback(name)
}

/** The body as a Buffer; empty if the request had none. */
export function rawBody(request: { body: unknown }): Buffer {
    return Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0)
}
