import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { ROOT } from '../support/deploy'

/** A web app with the built client, on its own origin. */
export interface ClientSite {
    /** `http://localhost:1234`. */
    origin: string
    close(): Promise<void>
}

const DIST = join(ROOT, 'client/dist')

const PAGES: Record<string, string> = {
    '/': `<!doctype html><title>App</title><button>Connect</button><script type="module">
        import { connect } from '/index.js'
        document.querySelector('button').onclick = () => { window.connecting = connect(window.options) }
        window.ready = true
        </script>`,
    '/callback.html':
        '<!doctype html><title>Callback</title><script type="module" src="/callback.js"></script>',
}

/** Serves it on any free port of localhost. */
export async function serveClient(): Promise<ClientSite> {
    const server = createServer((request, response) => {
        const { pathname } = new URL(request.url ?? '/', 'http://localhost')
        const page = PAGES[pathname]
        if (page !== undefined) return void response.setHeader('content-type', 'text/html').end(page)
        if (!/^\/[a-z-]+\.js$/.test(pathname)) return void response.writeHead(404).end()
        response.setHeader('content-type', 'text/javascript').end(readFileSync(join(DIST, pathname)))
    })
    await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve))
    return {
        origin: `http://localhost:${(server.address() as AddressInfo).port}`,
        close: () =>
            new Promise((resolve) => {
                server.closeAllConnections()
                server.close(() => resolve())
            }),
    }
}
