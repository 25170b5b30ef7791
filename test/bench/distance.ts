import { connect, createServer, type AddressInfo, type Socket } from 'node:net'

/** A way to a server that is far away. */
export interface Distance {
    /** Where it begins, such as `http://127.0.0.1:1234`. */
    url: string
    /** Requests for permission (CORS preflights) that went along it. */
    preflights(): number
    close(): Promise<void>
}

/**
 * Opens a way to a server on this machine on which everything takes so many milliseconds in each direction. What is sent
 * stays as it is, `Host` included.
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
        // A browser writes the head of a request at once.
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
