import type { ScriptHost } from '../../core/script-host'

/** The nodes that share jobs and events, numbered from 1. */
export interface Nodes {
    readonly count: number
    /** Numbers of the nodes that are up. */
    alive(): number[]
    isAlive(node: number): boolean
    /** The next node that is up, round-robin; undefined if none is. */
    next(): number | undefined
    /** The script host's number of a node. */
    pool(node: number): number
    /** Terminates a node immediately, like a crash; its scripts end as `thread_lost`. */
    kill(node: number): Promise<void>
    restart(node: number): Promise<void>
    /** Number of times a node was killed; never decreases. */
    readonly losses: readonly number[]
}

/** Opens the nodes. The script host is looked up lazily, because its plug-in may register after this one. */
export function createNodes(count: number, scripts: () => ScriptHost): Nodes {
    const down = new Set<number>()
    const losses: number[] = []
    let turn = 0
    const all = Array.from({ length: count }, (_, index) => index + 1)
    const alive = () => all.filter((node) => !down.has(node))
    // If the script host has one more pool than there are nodes, its first pool serves requests only.
    const pool = (node: number) => node - 1 + (scripts().nodes - count)
    return {
        count,
        alive,
        pool,
        isAlive: (node) => !down.has(node),
        next() {
            const up = alive()
            return up.length === 0 ? undefined : up[turn++ % up.length]
        },
        async kill(node) {
            if (down.has(node)) return
            down.add(node)
            losses.push(node)
            await scripts().kill(pool(node))
        },
        async restart(node) {
            if (!down.has(node)) return
            await scripts().restart(pool(node))
            down.delete(node)
        },
        losses,
    }
}
