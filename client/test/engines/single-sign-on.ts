import { createServer, request as send, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** An instance that signs in through an identity provider. */
export interface SingleSignOn {
    /** Origin of the instance for apps. */
    url: string
    /**
     * Behaviour of `/oauth_auth.do`: redirects there at once, after its own page or not at all, or never
     * responds.
     */
    start: 'at once' | 'after a page' | 'not at all' | 'never'
    /** Where uploads of files are redirected to (307); nowhere unless set. */
    uploadsTo?: string | undefined
    /** Number of requests that it handled itself. */
    asked: number
    close(): Promise<void>
}

/** Link to the identity provider on the instance's own page, and back on the provider's. */
export const TO_PROVIDER = '#to-provider'
export const FROM_PROVIDER = '#from-provider'

/** Marks that the provider was visited. */
const PASSED = '&sysparm_provider=passed'

const page = (response: ServerResponse, id: string, link: string, headers = {}) =>
    response
        .writeHead(200, { 'content-type': 'text/html;charset=utf-8', ...headers })
        .end(
            `<!doctype html><title>Sign-in</title><a id="${id.slice(1)}" href="${link.replaceAll('&', '&amp;')}">Go on</a>`
        )

/**
 * Puts an identity provider with its own origin and `Cross-Origin-Opener-Policy: same-origin` in front of the
 * sign-in of an instance. All other requests go to the instance.
 */
export async function serveSingleSignOn(instanceUrl: string): Promise<SingleSignOn> {
    const provider = createServer((request, response) =>
        page(
            response,
            FROM_PROVIDER,
            new URL(request.url ?? '/', 'http://localhost').searchParams.get('back') ?? '',
            { 'cross-origin-opener-policy': 'same-origin' }
        )
    )
    /** The `state` of each sign-in that the provider has sent back. */
    const passed = new Set<unknown>()
    const front = createServer((request, response) => {
        const path = request.url ?? '/'
        if (sso.uploadsTo && request.method === 'POST' && path.startsWith('/api/now/attachment/file')) {
            sso.asked += 1
            const cors = { 'access-control-allow-origin': request.headers.origin ?? '*' }
            return void response.writeHead(307, { location: sso.uploadsTo, ...cors }).end()
        }
        const state = path.startsWith('/oauth_auth.do?') && /[?&]state=[^&]+/.exec(path)?.[0]
        if (path.includes(PASSED)) passed.add(state)
        if (!state || passed.has(state) || sso.start === 'not at all')
            return forward(instanceUrl, request, response)
        sso.asked += 1
        const back = new URLSearchParams({ back: `${sso.url}${path}${PASSED}` })
        const link = `${originOf(provider)}/?${back}`
        if (sso.start === 'at once') response.writeHead(302, { location: link }).end()
        if (sso.start === 'after a page') page(response, TO_PROVIDER, link)
    })
    for (const server of [provider, front]) {
        await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    }
    const sso: SingleSignOn = {
        url: originOf(front),
        start: 'at once',
        asked: 0,
        async close() {
            for (const server of [provider, front]) {
                server.closeAllConnections()
                await new Promise((resolve) => server.close(resolve))
            }
        },
    }
    return sso
}

const originOf = (server: ReturnType<typeof createServer>) =>
    `http://127.0.0.1:${(server.address() as AddressInfo).port}`

function forward(instanceUrl: string, request: IncomingMessage, response: ServerResponse): void {
    const { method, headers, url = '/' } = request
    const forwarded = send(instanceUrl + url, { method, headers }, (answer) => {
        response.writeHead(answer.statusCode ?? 502, answer.headers)
        answer.pipe(response)
    })
    forwarded.on('error', () => response.destroy())
    request.pipe(forwarded)
}
