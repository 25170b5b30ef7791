import { readdirSync, readFileSync, readlinkSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'

/** Resources of a process. */
export interface Vitals {
    /** Resident memory, in bytes. */
    memory: number
    threads: number
    /** Open files, without sockets. */
    files: number
    sockets: number
}

/** Settling time in ms, longer than the lifetime of idle connections and spare threads (30 s and 20 s). */
const SETTLE_MS = 35_000
/** Number of memory samples, and their interval in ms. */
const LOOKS = 5
const BETWEEN_LOOKS_MS = 500

/** Inspects a process through /proc. @throws Error if the system has none */
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
 * Resources of an idle process. First it waits until nothing of the load remains; then `exercise` fills the
 * pools, which may have lost threads to earlier faults, so that both measurements count the same threads.
 * Memory is the median of several samples.
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
        // Closed between the two reads, most likely a connection.
        return 'socket:'
    }
}
