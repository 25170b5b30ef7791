import { randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout } from 'node:timers/promises'
import { donePage, probeScript, type Probe } from './loopback-pages'
import { readStatuses } from './read-statuses'

/** An answer of the instance that came by a redirect of the browser. */
export interface Redirected {
    parameters: URLSearchParams
    /** Sends the browser on: to another authorization request, or to the last page. */
    goOn(url?: string): void
}

/** A page of this machine that the instance redirects the browser to (RFC 8252 §7.3). */
export interface Loopback {
    /** `http://localhost:50000`. */
    readonly origin: string
    readonly redirectUri: string
    /** Resolves with the answer to the authorization request that had this state. */
    answer(state: string): Promise<Redirected>
    /** Has the last page send requests to one origin, and resolves with their statuses; 0 for one that it cannot read. */
    probe(origin: string, probes: readonly Probe[]): Promise<number[]>
    /** Ends waiting browsers with the last page, and stops listening. */
    close(): Promise<void>
}

/** Time for the last page to be loaded, in ms. */
const LAST_PAGE_MS = 500

const HEADERS = {
    'Content-Type': 'text/html; charset=utf-8',
    'Cache-Control': 'no-store',
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'DENY',
}
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'"

/** Listens on this machine's loopback addresses only, at a free port. */
export async function startLoopback(): Promise<Loopback> {
    // Nobody else on this machine can guess the address.
    const path = `/openfin-servicenow-verify/${randomBytes(8).toString('hex')}`
    const waiting = new Map<string, (redirected: Redirected) => void>()
    const open = new Set<ServerResponse>()
    let script = { text: '', origin: '' }
    let told: (statuses: number[]) => void = () => undefined
    // Aborted once no browser is on its way to the last page.
    let isLeaving = new AbortController()
    isLeaving.abort()

    function send(response: ServerResponse, status: number, body: string, policy: string = POLICY): void {
        response.writeHead(status, { ...HEADERS, 'Content-Security-Policy': policy }).end(body)
    }

    function sendLast(response: ServerResponse): void {
        isLeaving.abort()
        const nonce = randomBytes(16).toString('base64')
        if (script.text === '') return send(response, 200, donePage())
        const policy = `${POLICY}; script-src 'nonce-${nonce}'; connect-src 'self' ${script.origin}`
        send(response, 200, donePage({ text: script.text, nonce }), policy)
    }

    function handle(request: IncomingMessage, response: ServerResponse): void {
        // Another name for this address is a page that was rebound to it.
        if (request.headers.host !== host) return send(response, 400, '')
        const url = new URL(request.url ?? '', origin)
        if (request.method === 'POST' && url.pathname === `${path}/read`) {
            void readStatuses(request).then((statuses) => {
                if (statuses) told(statuses)
                send(response, statuses ? 204 : 400, '')
            })
            return
        }
        if (request.method !== 'GET') return send(response, 405, '')
        if (url.pathname === `${path}/done`) return sendLast(response)
        if (url.pathname !== path) return send(response, 404, '')
        redirected(url.searchParams, response)
    }

    function redirected(parameters: URLSearchParams, response: ServerResponse): void {
        const state = parameters.get('state') ?? ''
        const resolve = waiting.get(state)
        if (!resolve) return send(response, 400, '')
        waiting.delete(state)
        open.add(response)
        resolve({
            parameters,
            goOn(url) {
                if (!open.delete(response)) return
                if (url === undefined) isLeaving = new AbortController()
                // The code does not stay in the address.
                response.writeHead(303, { ...HEADERS, Location: url ?? `${path}/done` }).end()
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
    const listens = listen(second, port, '::1').then(
        () => true,
        () => false
    )
    if (await listens) servers.push(second)

    return {
        origin,
        redirectUri: origin + path,
        answer: (state) => new Promise((resolve) => waiting.set(state, resolve)),
        probe(allowed, probes) {
            script = { text: probeScript(probes, `${path}/read`), origin: allowed }
            return new Promise((resolve) => {
                told = resolve
            })
        },
        async close() {
            for (const response of open) send(response, 200, donePage())
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
