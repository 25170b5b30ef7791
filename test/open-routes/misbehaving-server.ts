import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import type { AddressInfo } from 'node:net'

/** Handles a request whose body has been received. */
export type Behaviour = (response: ServerResponse, request: IncomingMessage) => void

/** A request as received by the server. */
export interface SeenRequest {
    method: string
    path: string
    body: string
}

/** A local server with configurable misbehaviour. */
export interface MisbehavingServer {
    readonly url: string
    /** Requests received since the last {@link MisbehavingServer.behave}. */
    readonly seen: SeenRequest[]
    /** Sets the behaviours of the next requests, in order; the last one remains. */
    behave(...behaviours: Behaviour[]): void
    close(): Promise<void>
}

/** Starts a server on a free port; with `tls` it speaks HTTPS with that key and certificate. */
export async function startMisbehaving(tls?: { key: string; cert: string }): Promise<MisbehavingServer> {
    const seen: SeenRequest[] = []
    let behaviours: Behaviour[] = []
    const onRequest = (request: IncomingMessage, response: ServerResponse) => {
        const parts: Buffer[] = []
        request.on('data', (part: Buffer) => parts.push(part))
        request.on('end', () => {
            const body = Buffer.concat(parts).toString('utf8')
            seen.push({ method: request.method ?? '', path: request.url ?? '', body })
            const behaviour = behaviours.length > 1 ? behaviours.shift() : behaviours[0]
            behaviour?.(response, request)
        })
    }
    const server: Server = tls ? createTlsServer(tls, onRequest) : createServer(onRequest)
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as AddressInfo
    return {
        url: `${tls ? 'https' : 'http'}://127.0.0.1:${port}`,
        seen,
        behave(...next) {
            behaviours = next
            seen.length = 0
        },
        close: () =>
            new Promise((resolve) => {
                server.close(() => resolve())
                server.closeAllConnections()
            }),
    }
}
