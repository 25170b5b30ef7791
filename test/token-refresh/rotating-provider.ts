import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/**
 * A token endpoint with rotation: each refresh token works once, and the response contains its successor (RFC
 * 9700 §4.14.2). Requests can be held back, before or after they take effect.
 */
export interface RotatingProvider {
    tokenUrl: string
    /** Refresh tokens in the order received. */
    readonly asked: string[]
    /** Refresh tokens that were reused. */
    readonly reused: string[]
    /**
     * Holds the next requests, `before` they take effect or `after`. Returns a function that releases them.
     */
    hold(when: 'before' | 'after', count?: number): () => void
    /** Resolves once this number of requests is waiting. */
    waiting(count: number): Promise<void>
    /**
     * Resolves once this number of clients has disconnected without a response, as after a node was killed.
     */
    abandoned(count: number): Promise<void>
    close(): Promise<void>
}

/** Starts it on a free port of the loopback address. A code of any kind gets a first pair of tokens. */
export async function startRotatingProvider(expiresInS = 3600): Promise<RotatingProvider> {
    const alive = new Set<string>()
    const asked: string[] = []
    const reused: string[] = []
    const watchers = new Set<() => void>()
    let gate: { when: 'before' | 'after'; left: number; opened: Promise<void>; open: () => void } | undefined
    let held = 0
    let left = 0
    let issued = 0

    const changed = () => {
        for (const watch of watchers) watch()
    }
    const until = (holds: () => boolean) =>
        new Promise<void>((resolve) => {
            const watch = () => {
                if (!holds()) return
                watchers.delete(watch)
                resolve()
            }
            watchers.add(watch)
            watch()
        })
    const pass = async (when: 'before' | 'after') => {
        if (gate?.when !== when || gate.left === 0) return
        gate.left -= 1
        held += 1
        changed()
        await gate.opened
        held -= 1
    }
    const answer = (form: URLSearchParams): [number, Record<string, unknown>] => {
        if (form.get('grant_type') === 'refresh_token') {
            const token = form.get('refresh_token') ?? ''
            asked.push(token)
            if (!alive.delete(token)) {
                reused.push(token)
                return [400, { error: 'invalid_grant' }]
            }
        }
        issued += 1
        alive.add(`refresh ${issued}`)
        return [
            200,
            { access_token: `access ${issued}`, refresh_token: `refresh ${issued}`, expires_in: expiresInS },
        ]
    }
    const serve = async (body: string, response: ServerResponse) => {
        await pass('before')
        // Requests of clients that disconnected in the meantime have no effect.
        if (response.destroyed || response.socket?.destroyed) return
        const [status, members] = answer(new URLSearchParams(body))
        await pass('after')
        response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(members))
    }
    const server = createServer((request, response) => {
        let body = ''
        response.on('close', () => {
            if (response.writableFinished) return
            left += 1
            changed()
        })
        request.on('data', (chunk) => (body += chunk))
        request.on('end', () => void serve(body, response))
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    return {
        tokenUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/token`,
        asked,
        reused,
        hold(when, count = Infinity) {
            let open: () => void = () => undefined
            const opened = new Promise<void>((resolve) => (open = resolve))
            gate = { when, left: count, opened, open }
            return () => {
                gate = undefined
                open()
            }
        },
        waiting: (count) => until(() => held >= count),
        abandoned: (count) => until(() => left >= count),
        close: () =>
            new Promise((resolve) => {
                gate?.open()
                server.close(() => resolve())
                server.closeAllConnections()
            }),
    }
}
