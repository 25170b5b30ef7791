import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A received request. */
export interface Received {
    method: string
    /** Path without the query. */
    path: string
    authorization: string | undefined
    /** `Content-Type`. */
    type: string | undefined
    /** The form's values by name. */
    form: Record<string, string>
    body: string
}

/**
 * The response: a string is sent unchanged, other values as JSON; null closes the connection, `cut` does so
 * before the end of the body.
 */
export type Reply = { status?: number; headers?: Record<string, string>; body?: unknown; cut?: true } | null

/** A server on loopback with scripted responses that a real instance would not send. */
export interface ScriptedInstance {
    readonly url: string
    /**
     * Responses by path; token and revocation endpoint have default ones, all other paths return 200
     * `{"result": []}`.
     */
    readonly replies: Record<string, (request: Received) => Reply | Promise<Reply>>
    /** All requests so far, or those of a path. */
    received(path?: string): Received[]
    close(): Promise<void>
}

/** A successful token response. */
export function tokens(access_token: string, rest: Record<string, unknown> = {}): Reply {
    return {
        body: {
            access_token,
            refresh_token: `${access_token}-refresh`,
            expires_in: 1800,
            token_type: 'Bearer',
            ...rest,
        },
    }
}

export async function startScriptedInstance(): Promise<ScriptedInstance> {
    const received: Received[] = []
    const replies: ScriptedInstance['replies'] = {
        '/oauth_token.do': () => tokens('first'),
        '/oauth_revoke_token.do': () => ({ body: '' }),
    }
    const server = createServer((request, response) => {
        void readRequest(request).then(async (read) => {
            received.push(read)
            const reply = replies[read.path] ? await replies[read.path]?.(read) : { body: { result: [] } }
            if (!reply) return request.socket.destroy()
            const { status = 200, headers = {}, body = {} } = reply
            const text = typeof body === 'string' ? body : JSON.stringify(body)
            response.writeHead(status, { 'content-type': 'application/json', ...headers })
            if (reply.cut) return response.write(text, () => request.socket.destroy())
            return response.end(text)
        })
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    return {
        url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
        replies,
        received: (path) => received.filter((request) => path === undefined || request.path === path),
        close: () =>
            new Promise((resolve) => {
                server.closeAllConnections()
                server.close(() => resolve())
            }),
    }
}

async function readRequest(request: IncomingMessage): Promise<Received> {
    const parts: Buffer[] = []
    for await (const part of request) parts.push(part as Buffer)
    const body = Buffer.concat(parts).toString('utf8')
    return {
        method: request.method ?? '',
        path: new URL(request.url ?? '/', 'http://x').pathname,
        authorization: request.headers.authorization,
        type: request.headers['content-type'],
        form: Object.fromEntries(new URLSearchParams(body)),
        body,
    }
}
