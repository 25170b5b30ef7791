import { PATHS, type Route } from './paths'
import type { Random } from './random'

/** A fault to be injected. */
export type PlannedTrouble =
    | {
          kind: 'fault'
          route: Route
          status: number | undefined
          delayMs: number
          times: number
          forMs: number
      }
    | { kind: 'clock'; advanceS: number }
    | { kind: 'job' }
    | { kind: 'job without end'; killAfterMs: number }
    | { kind: 'node'; node: number; downMs: number }
    | { kind: 'memory hog' }
    | { kind: 'script without end' }
    | { kind: 'kill' }

/** A fault with its time, in ms after the start of its part of the load. */
export type Scheduled = PlannedTrouble & { atMs: number }

/** A part of the load. */
export interface PlanOptions {
    lengthMs: number
    /** Number of kills; the last one is at the very end. */
    kills: number
}

/** Average interval between faults, in ms. */
const EVERY_MS = 1000

const WEIGHTS = {
    fault: 50,
    clock: 8,
    job: 14,
    node: 6,
    'job without end': 5,
    'memory hog': 3,
}

/** Statuses of a faulty endpoint; 0 closes the connection. */
const STATUSES: [number, ...number[]] = [0, 500, 502, 503, 504, 429]

/** Chooses all faults of a part of the load in advance: the same seed gives the same faults. */
export function planTrouble(random: Random, { lengthMs, kills }: PlanOptions): Scheduled[] {
    const kinds = Object.keys(WEIGHTS) as (keyof typeof WEIGHTS)[]
    // Each kind at least once, however short the load.
    const chosen = Array.from(
        { length: Math.max(kinds.length, Math.round(lengthMs / EVERY_MS)) },
        (_, index) => trouble(random, kinds[index] ?? random.weighted(WEIGHTS))
    )
    const scheduled: Scheduled[] = chosen.map((one) => ({ ...one, atMs: random.whole(0, lengthMs) }))
    for (let kill = 1; kill <= kills; kill++) {
        const share = (kill - (kill === kills ? 0 : random.next() / 2)) / kills
        scheduled.push({ kind: 'kill', atMs: Math.round(share * lengthMs) })
        // Only a kill ends such a script before its time limit of two minutes.
        scheduled.push({ kind: 'script without end', atMs: Math.round((share - 0.5 / kills) * lengthMs) })
    }
    return scheduled.sort((one, other) => one.atMs - other.atMs)
}

function trouble(random: Random, kind: keyof typeof WEIGHTS): PlannedTrouble {
    switch (kind) {
        case 'fault':
            return fault(random)
        case 'clock':
            return { kind, advanceS: advance(random) }
        case 'job without end':
            return { kind, killAfterMs: random.whole(200, 2000) }
        case 'node':
            return { kind, node: random.whole(1, 2), downMs: random.whole(100, 2000) }
        default:
            return { kind }
    }
}

function fault(random: Random): PlannedTrouble {
    const [first, ...others] = Object.keys(PATHS) as Route[]
    const onlyDelay = random.next() < 0.25
    // Sometimes beyond the app's timeout for its own endpoint.
    const isLong = random.next() < 0.15
    const isDelayed = onlyDelay || random.next() < 0.25
    return {
        kind: 'fault',
        route: random.pick([first ?? 'incident', ...others]),
        status: onlyDelay ? undefined : random.pick(STATUSES),
        delayMs: isDelayed ? random.whole(50, isLong ? 12_000 : 1500) : 0,
        times: random.whole(1, 20),
        forMs: random.whole(500, 4000),
    }
}

/**
 * Seconds: often short, otherwise beyond the lifespan of codes, of access tokens, and rarely of refresh
 * tokens.
 */
function advance(random: Random): number {
    const kind = random.next()
    if (kind < 0.05) return random.whole(86_400, 100_000)
    if (kind < 0.2) return random.whole(7200, 9000)
    if (kind < 0.5) return random.whole(60, 900)
    return random.whole(1, 30)
}
