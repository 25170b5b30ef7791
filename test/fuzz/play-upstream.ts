import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { UpstreamAnswer } from '../../src/server/integration-api/upstream-answer'

/** A token endpoint with configurable responses. */
export interface PlayedUpstream {
    url: string
    /** Sets its response; status 0 closes the connection. */
    answer(answer: UpstreamAnswer): void
    /** Request bodies since the last call. */
    received(): string[]
    close(): Promise<void>
}

/** Starts it on a free loopback port. */
export async function playUpstream(): Promise<PlayedUpstream> {
    let current: UpstreamAnswer | undefined
    let bodies: string[] = []
    const server = createServer((request, response) => {
        let body = ''
        request.on('data', (chunk) => (body += chunk))
        request.on('end', () => {
            bodies.push(body)
            const { status = 500, body: text = '', retryAfter } = current ?? {}
            if (status < 200 || status > 599) return response.destroy()
            if (retryAfter) response.setHeader('Retry-After', String(retryAfter))
            response.writeHead(status, { 'content-type': 'application/json' }).end(text)
        })
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    return {
        url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
        answer: (answer) => (current = answer),
        received() {
            const taken = bodies
            bodies = []
            return taken
        },
        close: () =>
            new Promise((resolve) => {
                server.closeAllConnections()
                server.close(() => resolve())
            }),
    }
}
