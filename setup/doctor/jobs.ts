import { NOTICES_ENABLED, REFRESH_ENABLED } from '../properties'
import type { TableRow } from '../table-client'
import { fromStored, hiddenReason, instanceNow, type Context } from './context'

const JOBS = 'sysauto_script'
const STATUSES = 'x_opfi_openfin_token_status'
const REFRESH_JOB = 'OpenFin: refresh OAuth tokens'
const NOTICES_JOB = 'OpenFin: expiry notices'
/** Jobs, and the effect if one does not run. */
const EFFECTS: Record<string, string> = {
    [REFRESH_JOB]: 'No tokens are refreshed',
    'OpenFin: find OAuth tokens': 'New connections are not found',
    [NOTICES_JOB]: 'No notification is sent before a refresh token expires',
}

/**
 * Tolerated delay of a due token before it is reported: the job runs every 3 minutes, and some runs take
 * long.
 */
const MOST_DELAY_MS = 15 * 60_000

/** Checks the jobs that refresh tokens: present, active, running, and their events processed. */
export async function checkJobs(context: Context): Promise<void> {
    const { report } = context
    await report.check(['refresh_switched_off'], () => checkSwitch(context))
    await report.check(['refresh_job_missing'], () => checkRecords(context))
    await report.check(['refresh_job_missing'], () => checkDue(context))
    await report.check(['refresh_queue_unattended'], () => checkClaims(context))
}

async function isSwitchedOff({ reading }: Context): Promise<boolean | null> {
    const properties = await reading.properties()
    const property = properties.get(REFRESH_ENABLED)
    return property ? property.value !== 'true' : null
}

async function checkSwitch(context: Context): Promise<void> {
    const { reading, report } = context
    const isOff = await isSwitchedOff(context)
    if (isOff === null) {
        report.unknown('refresh_switched_off', `The property ${REFRESH_ENABLED} is not visible.`)
    }
    if (!isOff) return
    const property = (await reading.properties()).get(REFRESH_ENABLED)
    report.found('refresh_switched_off', {
        message: `${REFRESH_ENABLED} is false. No tokens are refreshed, and connections stop working when their tokens expire.`,
        fix: `Set ${REFRESH_ENABLED} to true.`,
        evidence: {
            ...{ table: 'sys_properties', record: property?.sysId ?? null, field: 'value' },
            ...{ found: property?.value ?? null, wanted: 'true' },
        },
    })
}

async function checkRecords({ reading, tables, report }: Context): Promise<void> {
    // If the notices are disabled, their job has nothing to do.
    const isQuiet = (await reading.properties()).value(NOTICES_ENABLED) === 'false'
    const names = Object.keys(EFFECTS).filter((name) => !isQuiet || name !== NOTICES_JOB)
    const { rows, hidden } = await tables.list(JOBS, `nameIN${names.join(',')}`, ['name', 'active'])
    if (hidden > 0) report.unknown('refresh_job_missing', hiddenReason(JOBS, hidden))
    for (const name of names) {
        const job = rows.find((row) => row['name'] === name)
        if (job?.['active'] === 'true' || (!job && hidden > 0)) continue
        const what = job ? 'inactive' : 'missing'
        report.found('refresh_job_missing', {
            message: `The scheduled job "${name}" is ${what}. ${EFFECTS[name]}.`,
            fix: job ? 'Activate the job.' : 'Install the app again.',
            evidence: {
                ...{ table: JOBS, record: job?.sys_id ?? null, field: 'active' },
                ...{ found: job ? 'false' : null, wanted: 'true' },
            },
        })
    }
}

/** The earliest row by a column, which is indexed. */
async function earliest(context: Context, query: string, column: string): Promise<TableRow | undefined> {
    const { rows, hidden } = await context.tables.list(STATUSES, `${query}^ORDERBY${column}`, [column], 1)
    if (hidden > 0) throw new Hidden(hiddenReason(STATUSES, hidden))
    return rows[0]
}

async function checkDue(context: Context): Promise<void> {
    const { report } = context
    // Then the job is not the cause.
    if (await isSwitchedOff(context)) return
    const query = 'next_attemptISNOTEMPTY^claimed_untilISEMPTY^rule.active=true'
    await unlessHidden(context, 'refresh_job_missing', async () => {
        const row = await earliest(context, query, 'next_attempt')
        const due = fromStored(row?.['next_attempt'])
        if (!row || due === null || instanceNow(context) - due <= MOST_DELAY_MS) return
        const minutes = Math.round((instanceNow(context) - due) / 60_000)
        report.found('refresh_job_missing', {
            message: `A token has been due for a refresh for ${minutes} minutes, so the job "${REFRESH_JOB}" does not run. Connections stop working when their tokens expire.`,
            fix: 'Check the job and the scheduler of the instance (System Scheduler > Scheduled Jobs).',
            evidence: {
                ...{ table: STATUSES, record: row.sys_id, field: 'next_attempt' },
                ...{ found: row['next_attempt'] ?? null, wanted: null },
            },
        })
    })
}

/** An expired claim was not followed by a refresh: no node processes the queue, or one crashed. */
async function checkClaims(context: Context): Promise<void> {
    const { report } = context
    await unlessHidden(context, 'refresh_queue_unattended', async () => {
        const row = await earliest(context, 'claimed_untilISNOTEMPTY', 'claimed_until')
        const until = fromStored(row?.['claimed_until'])
        if (!row || until === null || until > instanceNow(context)) return
        report.found('refresh_queue_unattended', {
            message:
                'A token was claimed for a refresh, and the claim expired: no node processes the event queue x_opfi_openfin.refresh, or one crashed. Refreshes are delayed.',
            fix: 'Check the queue and its processors (System Policy > Events > Event Queues).',
            evidence: {
                ...{ table: STATUSES, record: row.sys_id, field: 'claimed_until' },
                ...{ found: row['claimed_until'] ?? null, wanted: null },
            },
        })
    })
}

/** Rows that should exist cannot be read. */
class Hidden extends Error {}

async function unlessHidden(
    { report }: Context,
    code: 'refresh_job_missing' | 'refresh_queue_unattended',
    run: () => Promise<void>
): Promise<void> {
    try {
        await run()
    } catch (error) {
        if (!(error instanceof Hidden)) throw error
        report.unknown(code, error.message)
    }
}
