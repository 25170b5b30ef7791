import { randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout } from 'node:timers/promises'
import { donePage, nextPage } from './loopback-pages'

/** An answer of the instance that came by a redirect of the browser. */
export interface Redirected {
    parameters: URLSearchParams
    /** Where the browser goes next: an address with the text of the link to it, or the last page. */
    goOn(next?: { url: string; text: string }): void
}

/** A page of this machine that the instance redirects the browser to (RFC 8252 §7.3). */
export interface Loopback {
    /** `http://localhost:50000`. */
    readonly origin: string
    readonly redirectUri: string
    /** Resolves with the answer to the authorization request that had this state. */
    answer(state: string): Promise<Redirected>
    /** Ends waiting browsers with the last page, and stops listening. */
    close(): Promise<void>
}

/** Time for the last page to be loaded, in ms. */
const LAST_PAGE_MS = 1000

const HEADERS = {
    'Content-Type': 'text/html; charset=utf-8',
    'Cache-Control': 'no-store',
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'DENY',
    'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'",
}

/** Listens on this machine's loopback addresses only, at a free port. */
export async function startLoopback(): Promise<Loopback> {
    // Nobody else on this machine can guess the address.
    const path = `/openfin-servicenow-verify/${randomBytes(8).toString('hex')}`
    const waiting = new Map<string, (redirected: Redirected) => void>()
    const open = new Set<ServerResponse>()
    let following = ''
    // Aborted once no browser is on its way to the last page.
    let isLeaving = new AbortController()
    isLeaving.abort()

    function handle(request: IncomingMessage, response: ServerResponse): void {
        const send = (status: number, body: string) => void response.writeHead(status, HEADERS).end(body)
        // Another name for this address is a page that was rebound to it.
        if (request.method !== 'GET' || request.headers.host !== host) return send(400, '')
        const url = new URL(request.url ?? '', origin)
        if (url.pathname === `${path}/next` && following !== '') return send(200, following)
        if (url.pathname === `${path}/done`) {
            isLeaving.abort()
            return send(200, donePage())
        }
        if (url.pathname !== path) return send(404, '')
        const state = url.searchParams.get('state') ?? ''
        const resolve = waiting.get(state)
        if (!resolve) return send(400, '')
        waiting.delete(state)
        open.add(response)
        resolve({
            parameters: url.searchParams,
            goOn(next) {
                if (!open.delete(response)) return
                following = next ? nextPage(next) : ''
                if (!next) isLeaving = new AbortController()
                // The code does not stay in the address.
                const location = `${path}/${next ? 'next' : 'done'}`
                response.writeHead(303, { ...HEADERS, Location: location }).end()
            },
        })
    }

    const servers = [createServer(handle)]
    await listen(servers[0] as Server, 0, '127.0.0.1')
    const { port } = (servers[0] as Server).address() as AddressInfo
    const host = `localhost:${port}`
    const origin = `http://${host}`
    // Some browsers resolve localhost to the other family first.
    const second = createServer(handle)
    if (
        await listen(second, port, '::1').then(
            () => true,
            () => false
        )
    )
        servers.push(second)

    return {
        origin,
        redirectUri: origin + path,
        answer: (state) => new Promise((resolve) => waiting.set(state, resolve)),
        async close() {
            for (const response of open) response.writeHead(200, HEADERS).end(donePage())
            open.clear()
            await setTimeout(LAST_PAGE_MS, undefined, { signal: isLeaving.signal }).catch(() => undefined)
            await Promise.all(servers.map(end))
        },
    }
}

function listen(server: Server, port: number, host: string): Promise<void> {
    return new Promise((resolve, reject) => {
        server.once('error', reject)
        server.listen(port, host, () => {
            server.off('error', reject)
            resolve()
        })
    })
}

/** Browsers keep connections open. */
function end(server: Server): Promise<void> {
    return new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
    })
}
