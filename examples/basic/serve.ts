import { readFile } from 'node:fs/promises'
import { createServer, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join } from 'node:path'

/** Options of the server. */
export interface ServeOptions {
    /** Output folder of the example's build. */
    folder: string
    instanceUrl: string
    clientId: string
    /** On 127.0.0.1; default 0, any free one. */
    port?: number
}

/** A running server of the page. */
export interface BasicExample {
    /** Such as `http://127.0.0.1:8182`. */
    origin: string
    /** Callback page, which must be registered at the instance. */
    callbackUrl: string
    /** Sets the instance that the page connects to. */
    connectTo(instance: { instanceUrl: string; clientId: string }): void
    close(): Promise<void>
}

const TYPES: Record<string, string> = {
    '.html': 'text/html;charset=utf-8',
    '.css': 'text/css;charset=utf-8',
    '.js': 'text/javascript;charset=utf-8',
    '.svg': 'image/svg+xml',
    '.json': 'application/json',
    '.map': 'application/json',
}

/**
 * Serves the page's files and its configuration on an origin of their own, with a content security policy without inline
 * code: scripts, styles and the worker are files of this origin, and the page connects to the instance only.
 *
 * @throws Error with `code` `EADDRINUSE` if the port is in use
 */
export async function serveBasicExample({ folder, port = 0, ...first }: ServeOptions): Promise<BasicExample> {
    let instance: { instanceUrl: string; clientId: string } = first
    const server = createServer((request, response) => {
        const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1')
        if (request.method !== 'GET' && request.method !== 'HEAD') return response.writeHead(405).end()
        if (pathname === '/config.json') {
            const { instanceUrl, clientId } = instance
            return send(response, instance.instanceUrl, '.json', JSON.stringify({ instanceUrl, clientId }))
        }
        const name = pathname === '/' ? 'index.html' : pathname.slice(1)
        // Only files of one folder, by names without a slash or a leading dot.
        if (!/^[a-z][\w-]*(\.[a-z]+)+$/.test(name)) return response.writeHead(404).end()
        return readFile(join(folder, name)).then(
            (body) => send(response, instance.instanceUrl, extname(name), body),
            () => response.writeHead(404).end()
        )
    })
    await listen(server, port)
    const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    return {
        origin,
        callbackUrl: `${origin}/callback.html`,
        connectTo: (other) => (instance = other),
        close: () =>
            new Promise((resolve) => {
                server.close(() => resolve())
                server.closeAllConnections()
            }),
    }
}

function send(response: ServerResponse, instanceUrl: string, extension: string, body: string | Buffer): void {
    response
        .writeHead(200, {
            'content-type': TYPES[extension] ?? 'application/octet-stream',
            'content-security-policy': [
                "default-src 'none'",
                "script-src 'self'",
                "style-src 'self'",
                "img-src 'self'",
                "worker-src 'self'",
                `connect-src 'self' ${instanceUrl}`,
                "form-action 'none'",
                "frame-ancestors 'none'",
                "base-uri 'none'",
            ].join('; '),
            'cache-control': 'no-cache',
            'referrer-policy': 'no-referrer',
            'x-content-type-options': 'nosniff',
        })
        .end(body)
}

function listen(server: Server, port: number): Promise<void> {
    return new Promise((resolve, reject) => {
        server.once('error', reject).listen(port, '127.0.0.1', () => resolve())
    })
}
