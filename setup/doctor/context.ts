import type { InstanceClient } from '../instance-client'
import type { Reading } from '../reading'
import type { TableClient } from '../table-client'
import type { Report } from './report'
import type { Target } from './targets'

/** Context of the checks. */
export interface Context {
    /** Origin of the instance. */
    instanceUrl: string
    /** All origins that the setup must keep: the given ones and those of the active rules. */
    origins: readonly string[]
    callbackUrls: readonly string[]
    client: InstanceClient
    tables: TableClient
    reading: Reading
    report: Report
    /** Origins and APIs that must be accessible. */
    targets(): Promise<Target[]>
    /** Local time, in ms since 1970. */
    now(): number
    /**
     * Offset of the instance's clock in ms, by the `Date` header of its responses; null if they have none.
     */
    clockOffset(): number | null
}

/** Maximum number of origins in a suggested command; more would make it unreadable. */
const MOST_ORIGINS = 10

/**
 * The command that fixes what the setup can fix. It contains all origins, since the setup deactivates the
 * rules of omitted ones.
 */
export function setupCommand({ instanceUrl, origins }: Context, more: readonly string[] = []): string {
    const few = origins.length > 0 && origins.length <= MOST_ORIGINS
    const options = [...(few ? origins : ['ORIGIN...']).map((origin) => `--origin ${origin}`), ...more]
    const command = `npx openfin-servicenow setup --instance ${instanceUrl} ${options.join(' ')}`
    return few ? command : `${command} (with the origins of all your apps)`
}

/** Reason why missing records are inconclusive: some are hidden. */
export function hiddenReason(table: string, hidden: number): string {
    return `${hidden} record${hidden === 1 ? '' : 's'} of ${table} cannot be read with these rights.`
}

/** Time of the instance, in ms since 1970. */
export function instanceNow({ now, clockOffset }: Context): number {
    return now() + (clockOffset() ?? 0)
}

/** ms since 1970 of a date and time as stored, in UTC; null if empty or not a date. */
export function fromStored(text: string | undefined): number | null {
    const ms = Date.parse(`${(text ?? '').replace(' ', 'T')}Z`)
    return Number.isNaN(ms) ? null : ms
}
