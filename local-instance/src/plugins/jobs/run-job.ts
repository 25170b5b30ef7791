import type { Host } from '../../core/plugin'
import type { Row } from '../../core/store/types'
import type { Nodes } from './nodes'
import { CLEAN_UP, cleanCredentials } from '../oauth-client/clean-up'
import { isTrueOutcome, runRowScript } from './row-script'
import { runAs } from './system-user'
import { TABLE_CLEANER, cleanTables } from './table-cleaner'
import { noTotals, type Totals } from './totals'

/** A job that can be run: a record of an application or a platform job. */
export type Job = { name: string; row: Row } | { name: string; run(host: Host): number }

/** The platform's own jobs and their interval in seconds. */
export const PLATFORM_JOBS: { name: string; everyS: number; run(host: Host): number }[] = [
    { name: TABLE_CLEANER, everyS: 3600, run: cleanTables },
    { name: CLEAN_UP, everyS: 3600, run: cleanCredentials },
]

/** The scheduled job with this name, preferably an active one; undefined if there is none. */
export function findJob({ store }: Host, name: string): Job | undefined {
    const own = PLATFORM_JOBS.find((job) => job.name.toLowerCase() === name.toLowerCase())
    if (own) return own
    if (name === '' || /[\^\r\n]|^javascript:/i.test(name)) return undefined
    const row = store.first('sysauto_script', `name=${name}^ORDERBYDESCactive`)
    return row && { name, row }
}

/** Runs a job's script, not its events, on a node; returns the totals. Errors are logged. */
export async function runJob(host: Host, job: Job, nodes: Nodes): Promise<Totals> {
    const totals = noTotals()
    const label = `sysauto_script.${job.name}`
    if ('run' in job) {
        totals.transactions += 1
        totals.db_statements += job.run(host)
        host.stats.add(label, totals)
        return totals
    }
    const node = nodes.next()
    if (node === undefined) {
        host.log.write('error', label, 'No node is available to run the job')
        return totals
    }
    const { row } = job
    const user = runAs(host, row['run_as'])
    if (!user) {
        host.log.write('error', label, 'The "Run as" user does not exist or is inactive')
        return totals
    }
    const script = { row, label, user, node: nodes.pool(node) }
    if (row['conditional'] === '1' && row['condition']) {
        const condition = await runRowScript(host, { ...script, source: row['condition'] }, totals)
        if (!isTrueOutcome(condition)) return totals
    }
    if (row['script']) await runRowScript(host, { ...script, source: row['script'] }, totals)
    return totals
}
