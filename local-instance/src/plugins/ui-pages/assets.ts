import { gzipSync } from 'node:zlib'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Host } from '../../core/plugin'
import { PLATFORM_SCRIPTS } from './platform-scripts'

/** Path of package assets (SDK sdk-build-plugins/src/static-content-plugin.ts). */
const ASSETS = '/uxasset/externals/'

/**
 * Serves scripts of deployed apps (`sys_ux_lib_asset`) with compression, and stand-ins for the platform files
 * that the page template loads: its scripts, a module, a theme.
 */
export function addAssets(host: Host): void {
    for (const [path, script] of Object.entries(PLATFORM_SCRIPTS)) {
        host.http.get(path, (request, reply) => send(request, reply, 'application/javascript', script))
    }
    host.http.get('/$uxappimmutables.do', (request, reply) => send(request, reply, 'text/css', THEME))
    host.http.get('/uxasset/set-cache-buster/*', (request, reply) =>
        send(request, reply, 'application/javascript', '')
    )
    host.http.get(`${ASSETS}*`, (request, reply) => {
        const path = decodeURIComponent((request.params as { '*': string })['*'])
        if (path === '@devsnc/library-uxf/index.jsdbx') {
            return send(request, reply, 'application/javascript', '')
        }
        const name = /^([\w@./-]+)\.jsdbx$/.exec(path)?.[1]
        const query = `name=${name ?? ''}^ORname=${name ?? ''}.js^is_attachment=false`
        const asset = name === undefined ? undefined : host.store.first('sys_ux_lib_asset', query)
        if (!asset) {
            reply.callNotFound()
            return reply
        }
        return send(request, reply, asset['mime_type'] || 'application/javascript', asset['content'] ?? '')
    })
}

/** An empty theme: pages use their fallback values, as for a property that a theme omits. */
const THEME = '/* The local instance has no theme. */\n'

function send(request: FastifyRequest, reply: FastifyReply, type: string, text: string): FastifyReply {
    void reply
        .type(`${type};charset=UTF-8`)
        .header('Cache-Control', 'public, max-age=3600')
        .header('Vary', 'Accept-Encoding')
    if (!/\bgzip\b/.test(request.headers['accept-encoding'] ?? '')) return reply.send(text)
    return reply.header('Content-Encoding', 'gzip').send(gzipSync(text))
}
