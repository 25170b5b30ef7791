import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { dirname, join } from 'node:path'

/** The web server of an app that uses the built client. */
export interface AppSite {
    /** `http://localhost:1234`. */
    origin: string
    /** Headers that an answer has beside its own, by path; for all paths under `*`. A test may change them. */
    headers: Record<string, Record<string, string>>
    /** Paths that were asked for, with their query and the referrer. */
    requests: { url: string; referer: string }[]
    /** Replaces or adds a file, by path. */
    files: Record<string, string>
    close(): Promise<void>
}

const DIST = join(dirname(require.resolve('openfin-servicenow-client/package.json')), 'dist')

/** What tests reach through the page: the client, and a button, since a popup needs a user's click. */
const APP = `import * as client from '/client.js'
window.client = client
document.querySelector('button').addEventListener('click', () => window.onConnect())
window.ready = true
`
const page = (head: string) => `<!doctype html><meta charset="utf-8"><title>App</title>${head}`

const FILES = (): Record<string, string> => ({
    '/': page('<button>Connect</button><script type="module" src="/app.js"></script>'),
    '/app.js': APP,
    '/callback.html': page('<script type="module" src="/callback.js"></script>'),
    '/other.html': page('<h1>Another page of the app</h1>'),
    '/client.js': readFileSync(join(DIST, 'index.js'), 'utf8'),
    '/worker.js': readFileSync(join(DIST, 'worker.js'), 'utf8'),
    '/callback.js': readFileSync(join(DIST, 'callback.js'), 'utf8'),
})

/** Serves an app with the built client on any free port of `host`, a name of the loopback address. */
export async function serveApp(host = 'localhost'): Promise<AppSite> {
    const files = FILES()
    const headers: AppSite['headers'] = {}
    const requests: AppSite['requests'] = []
    const server = createServer((request, response) => {
        const { pathname } = new URL(request.url ?? '/', 'http://localhost')
        requests.push({ url: request.url ?? '', referer: request.headers.referer ?? '' })
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
    })
    await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve))
    return {
        origin: `http://${host}:${(server.address() as AddressInfo).port}`,
        headers,
        requests,
        files,
        close: () =>
            new Promise((resolve) => {
                server.closeAllConnections()
                server.close(() => resolve())
            }),
    }
}
