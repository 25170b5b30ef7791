import { readFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { dirname, join } from 'node:path'

/** The web server of an app that uses the built client. */
export interface AppSite {
    /** `http://localhost:1234`. */
    origin: string
    /** Additional response headers by path; under `*` for all paths. Tests may change them. */
    headers: Record<string, Record<string, string>>
    /** Requested paths, with query and referrer. */
    requests: { url: string; referer: string }[]
    /** Replaces or adds a file, by path. */
    files: Record<string, string>
    /** Holds the responses for a path until the returned function is called. */
    hold(path: string): () => void
    close(): Promise<void>
}

const DIST = join(dirname(require.resolve('openfin-servicenow-client/package.json')), 'dist')

/** Globals of the page for tests: the client, and a button, since a popup needs a user's click. */
const APP = `import * as client from '/client.js'
window.client = client
document.querySelector('button').addEventListener('click', () => window.onConnect())
window.ready = true
`
const page = (head: string) => `<!doctype html><meta charset="utf-8"><title>App</title>${head}`

const FILES = (): Record<string, string> => ({
    '/': page('<button>Connect</button><p>Elsewhere</p><script type="module" src="/app.js"></script>'),
    '/app.js': APP,
    '/callback.html': page('<script type="module" src="/callback.js"></script>'),
    '/other.html': page('<h1>Another page of the app</h1>'),
    '/client.js': readFileSync(join(DIST, 'index.js'), 'utf8'),
    '/worker.js': readFileSync(join(DIST, 'worker.js'), 'utf8'),
    '/worker-uploads.js': readFileSync(join(DIST, 'worker-uploads.js'), 'utf8'),
    '/requests.js': readFileSync(join(DIST, 'requests.js'), 'utf8').replaceAll('./index.js', '/client.js'),
    '/callback.js': readFileSync(join(DIST, 'callback.js'), 'utf8'),
})

/** Serves an app with the built client on any free port of `host`, a loopback host name. */
export async function serveApp(host = 'localhost'): Promise<AppSite> {
    const files = FILES()
    const headers: AppSite['headers'] = {}
    const requests: AppSite['requests'] = []
    const held = new Map<string, Promise<void>>()
    const server = createServer((request, response) => void answer(request, response))
    const answer = async (request: IncomingMessage, response: ServerResponse) => {
        // The raw URL: one that starts with `//` would be parsed as a host.
        const [pathname = '/'] = (request.url ?? '/').split('?')
        requests.push({ url: request.url ?? '', referer: request.headers.referer ?? '' })
        await held.get(pathname)
        const file = files[pathname]
        if (file === undefined) return void response.writeHead(404).end()
        const type = pathname.endsWith('.js') ? 'text/javascript' : 'text/html'
        response
            .writeHead(200, {
                'content-type': `${type};charset=utf-8`,
                'cache-control': 'no-store',
                ...headers['*'],
                ...headers[pathname],
            })
            .end(file)
    }
    await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve))
    return {
        origin: `http://${host}:${(server.address() as AddressInfo).port}`,
        headers,
        requests,
        files,
        hold(path) {
            let release = () => {}
            held.set(path, new Promise((resolve) => (release = resolve)))
            return () => {
                held.delete(path)
                release()
            }
        },
        close: () =>
            new Promise((resolve) => {
                server.closeAllConnections()
                server.close(() => resolve())
            }),
    }
}
