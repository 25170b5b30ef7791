import { connect, createServer, type AddressInfo, type Socket } from 'node:net'

/** A connection to a server with added latency. */
export interface Distance {
    /** Local URL, such as `http://127.0.0.1:1234`. */
    url: string
    /** Number of CORS preflights that passed through it. */
    preflights(): number
    close(): Promise<void>
}

/**
 * Opens a connection to a local server with a latency of a number of milliseconds in each direction. Data is
 * unchanged, `Host` included.
 */
export async function openDistance(serverUrl: string, ms: number): Promise<Distance> {
    const { hostname, port } = new URL(serverUrl)
    const sockets = new Set<Socket>()
    let preflights = 0
    const pass = (from: Socket, to: Socket) => {
        sockets.add(from)
        from.setNoDelay()
            .on('data', (part) => setTimeout(() => to.writable && to.write(part), ms))
            .on('end', () => setTimeout(() => to.end(), ms))
            .on('error', () => to.destroy())
            .on('close', () => sockets.delete(from))
    }
    const server = createServer((near) => {
        const far = connect(Number(port), hostname)
        // A browser writes the headers of a request in one piece.
        near.on(
            'data',
            (part: Buffer) => void (preflights += part.toString('latin1', 0, 8) === 'OPTIONS ' ? 1 : 0)
        )
        pass(near, far)
        pass(far, near)
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    return {
        url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
        preflights: () => preflights,
        close: () =>
            new Promise((resolve) => {
                for (const socket of sockets) socket.destroy()
                server.close(() => resolve())
            }),
    }
}
