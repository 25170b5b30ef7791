import type { InstanceClient } from '../instance-client'
import type { Reading } from '../reading'
import type { TableClient } from '../table-client'
import type { Report } from './report'
import type { Target } from './targets'

/** What checks work with. */
export interface Context {
    /** Origin of the instance. */
    instanceUrl: string
    /** All origins that the setup must keep: the given ones, and those of the active rules. */
    origins: readonly string[]
    callbackUrls: readonly string[]
    client: InstanceClient
    tables: TableClient
    reading: Reading
    report: Report
    /** Origins and APIs that must be open. */
    targets(): Promise<Target[]>
    /** Time here, in ms since 1970. */
    now(): number
    /** How far the instance's clock is ahead, in ms, by the `Date` of its answers; null if they have none. */
    clockOffset(): number | null
}

/** Origins that a command names; more of them make it unreadable. */
const MOST_ORIGINS = 10

/**
 * The command that mends what the setup can mend. It names all origins, since the setup deactivates the rules of those that
 * it is not given.
 */
export function setupCommand({ instanceUrl, origins }: Context, more: readonly string[] = []): string {
    const few = origins.length > 0 && origins.length <= MOST_ORIGINS
    const options = [...(few ? origins : ['ORIGIN...']).map((origin) => `--origin ${origin}`), ...more]
    const command = `npx openfin-servicenow setup --instance ${instanceUrl} ${options.join(' ')}`
    return few ? command : `${command} (with the origins of all your apps)`
}

/** Why nothing can be said about records that are not there: some are hidden. */
export function hiddenReason(table: string, hidden: number): string {
    return `${hidden} record${hidden === 1 ? '' : 's'} of ${table} cannot be read with these rights.`
}

/** Time of the instance, in ms since 1970. */
export function instanceNow({ now, clockOffset }: Context): number {
    return now() + (clockOffset() ?? 0)
}

/** ms since 1970 of a date and time as stored, in UTC; null if empty or no date. */
export function fromStored(text: string | undefined): number | null {
    const ms = Date.parse(`${(text ?? '').replace(' ', 'T')}Z`)
    return Number.isNaN(ms) ? null : ms
}
