import { createHash } from 'node:crypto'
import { getEnvironmentData, setEnvironmentData } from 'node:worker_threads'

/**
 * Findings of threads about sources, for threads that start later in this process, which would otherwise load
 * and warm up parsers again for the same result. Texts by kind of finding and digest of the source.
 */
export type Findings = [key: string, text: string][]

/** Environment key for new threads; the value is text, which belongs to no realm. */
const SHARED = 'local_instance.findings'
/** Maximum number of entries; an app has a fraction of it. */
const MAX_FINDINGS = 1000
const MAX_CHARACTERS = 4_000_000

/** A thread's view of the findings. */
export interface KnownSources {
    find(kind: string, source: string): string | undefined
    keep(kind: string, source: string, text: string): void
    /** Entries added here since the last call. */
    takeNew(): Findings
}

/** Starts with the findings known when this thread was started. */
export function openKnownSources(): KnownSources {
    const known = new Map(shared())
    const fresh: Findings = []
    return {
        find: (kind, source) => known.get(keyOf(kind, source)),
        keep(kind, source, text) {
            const key = keyOf(kind, source)
            known.set(key, text)
            fresh.push([key, text])
        },
        takeNew: () => fresh.splice(0),
    }
}

let reported: Findings = []

/** Adds the findings of a thread. */
export function noteFindings(found: Findings): void {
    reported.push(...found)
}

/** Publishes the findings to all threads that are started from now on. */
export function shareFindings(): void {
    if (reported.length === 0) return
    const all = new Map([...shared(), ...reported])
    reported = []
    let characters = 0
    for (const [key, text] of all) characters += key.length + text.length
    // Oldest first.
    for (const [key, text] of all) {
        if (all.size <= MAX_FINDINGS && characters <= MAX_CHARACTERS) break
        all.delete(key)
        characters -= key.length + text.length
    }
    setEnvironmentData(SHARED, JSON.stringify([...all]))
}

function shared(): Findings {
    const text = getEnvironmentData(SHARED)
    return typeof text === 'string' ? (JSON.parse(text) as Findings) : []
}

function keyOf(kind: string, source: string): string {
    return `${kind} ${createHash('sha256').update(source).digest('base64')}`
}
