import { readdirSync, readFileSync, readlinkSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'

/** What a process holds. */
export interface Vitals {
    /** Resident memory, in bytes. */
    memory: number
    threads: number
    /** Open files that are no sockets. */
    files: number
    sockets: number
}

/** How long to wait: longer than idle connections and spare threads live (30 s and 20 s), in ms. */
const SETTLE_MS = 35_000
/** How many looks at the memory count, and how far they lie apart, in ms. */
const LOOKS = 5
const BETWEEN_LOOKS_MS = 500

/** Looks at a process through /proc. @throws Error where the system has none */
export function readVitals(pid: number): Vitals {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8')
    const number = (name: string) => Number(new RegExp(`^${name}:\\s*(\\d+)`, 'm').exec(status)?.[1])
    const descriptors = readdirSync(`/proc/${pid}/fd`).map((name) => linkOf(`/proc/${pid}/fd/${name}`))
    const sockets = descriptors.filter((target) => target.startsWith('socket:')).length
    return {
        memory: number('VmRSS') * 1024,
        threads: number('Threads'),
        files: descriptors.length - sockets,
        sockets,
    }
}

/**
 * What a process holds at rest. First it is left alone until nothing of the load is left; then `exercise` fills the
 * pools, which may have lost threads to the trouble before, so that both times the same threads are counted. Of the
 * memory the median of several looks counts.
 */
export async function restingVitals(pid: number, exercise: () => Promise<void>): Promise<Vitals> {
    await wait(SETTLE_MS)
    await exercise()
    const looks: Vitals[] = []
    for (let look = 0; look < LOOKS; look++) {
        await wait(BETWEEN_LOOKS_MS)
        looks.push(readVitals(pid))
    }
    const memory = looks.map((look) => look.memory).sort((one, other) => one - other)[LOOKS >> 1] ?? 0
    return { ...(looks.at(-1) as Vitals), memory }
}

function linkOf(path: string): string {
    try {
        return readlinkSync(path)
    } catch {
        // Closed between the two looks: most likely a connection.
        return 'socket:'
    }
}
