import type { Tally } from './tally'
import type { DatabaseCheck } from './check-database'
import type { Vitals } from './vitals'

/** Tolerated relative change of the process. */
const MEMORY_TOLERANCE = 0.2
/** Tolerated change in the number of threads and files. */
const SPARE = 2

/** Compares the idle process after the load with its state after the warm-up. */
export function judgeVitals(tally: Tally, before: Vitals, after: Vitals): void {
    if (after.memory > before.memory * (1 + MEMORY_TOLERANCE)) {
        tally.lost('memory did not come back to within 20 %')
    }
    for (const name of ['threads', 'files', 'sockets'] as const) {
        if (after[name] > before[name] + SPARE) tally.lost(`${name} did not come back`)
    }
}

/** Compares the database after the load with its state before. */
export function judgeDatabase(tally: Tally, before: DatabaseCheck, after: DatabaseCheck): void {
    if (after.integrity !== 'ok') tally.lost('the integrity check of the database fails')
    for (const [column, count] of after.dangling) {
        if (count > (before.dangling.get(column) ?? 0)) tally.lost(`references without a record: ${column}`)
    }
}
