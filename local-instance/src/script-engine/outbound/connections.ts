import type { OutboundLimits } from './outbound-limits'

/** A limited pool of connections that requests acquire and release. */
export interface Connections {
    /**
     * Waits for a free connection.
     *
     * @returns function that releases it
     * @throws the signal's reason if it aborts first
     */
    take(host: string, limits: ConnectionLimits, signal: AbortSignal): Promise<() => void>
}

type ConnectionLimits = Pick<OutboundLimits, 'connections' | 'connectionsPerHost'>

interface Waiting {
    host: string
    limits: ConnectionLimits
    go: () => void
}

/**
 * The platform's connection manager: "a script or background thread may have to wait briefly to obtain a
 * connection" (DOCS r_HTTPConnectionManagementProps). First come, first served per host.
 */
export function createConnections(): Connections {
    const active = new Map<string, number>()
    const queue: Waiting[] = []
    let total = 0

    const isFree = ({ host, limits }: Waiting) =>
        total < limits.connections && (active.get(host) ?? 0) < limits.connectionsPerHost
    const add = (host: string, count: 1 | -1) => {
        total += count
        const now = (active.get(host) ?? 0) + count
        if (now === 0) active.delete(host)
        else active.set(host, now)
    }
    const serve = () => {
        for (let index = queue.findIndex(isFree); index >= 0; index = queue.findIndex(isFree)) {
            queue.splice(index, 1)[0]?.go()
        }
    }

    return {
        take: (host, limits, signal) =>
            new Promise((resolve, reject) => {
                const release = () => {
                    add(host, -1)
                    serve()
                }
                const leave = () => {
                    queue.splice(queue.indexOf(waiting), 1)
                    reject(signal.reason as Error)
                }
                const waiting: Waiting = {
                    host,
                    limits,
                    go() {
                        signal.removeEventListener('abort', leave)
                        add(host, 1)
                        resolve(release)
                    },
                }
                if (signal.aborted) return reject(signal.reason as Error)
                signal.addEventListener('abort', leave)
                queue.push(waiting)
                serve()
            }),
    }
}
