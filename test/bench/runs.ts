import type { LocalInstance } from 'openfin-servicenow-local-instance'
import { AdminClient } from './admin-client'
import { median } from './measure'
import type { Figure } from './report'

/** Number of measured rounds for runs that take long enough. */
export const ROUNDS = 7

/** Cost of a run in the response of `POST /local/jobs/run`. */
export interface Run {
    db_statements: number
    ms: number
}

/** An instance with tokens. */
export interface Measured {
    instance: LocalInstance
    profile: string
    due: number
}

/** Runs a job of the app. */
export function runJob({ url }: LocalInstance, name: string): Promise<Run> {
    return new AdminClient(url).call<Run>('POST', '/local/jobs/run', { name })
}

/**
 * The same on both, in turns, so that other load on the machine affects both alike; the first round is
 * warm-up.
 */
export async function inTurns(
    rounds: number,
    measured: { few: Measured; many: Measured },
    run: (one: Measured) => Promise<Run>
): Promise<{ few: Run[]; many: Run[] }> {
    const runs: { few: Run[]; many: Run[] } = { few: [], many: [] }
    for (let round = 0; round <= rounds; round++)
        for (const name of ['few', 'many'] as const) {
            const one = await run(measured[name])
            if (round > 0) runs[name].push(one)
        }
    return runs
}

/** Median duration of runs in ms. */
export function medianMs(runs: Run[]): number {
    return median(runs.map(({ ms }) => ms))
}

/** A figure that compares two values. */
export function ratio(name: string, [one, other, unit]: [number, number, string], limit: number): Figure {
    const value = one / other
    return {
        name,
        value: `${value.toFixed(2)} (${one.toFixed(0)}${unit} ÷ ${other.toFixed(0)}${unit})`,
        limit: `≤ ${limit}`,
        met: value <= limit,
    }
}

/** A figure with an upper limit. */
export function atMost(name: string, value: number, limit: number): Figure {
    return { name, value: String(Number(value.toFixed(2))), limit: `≤ ${limit}`, met: value <= limit }
}
