import { gs, GlideRecord } from '@servicenow/glide'
import { bestEffort, logWarning, tryWrite } from '../shared/best-effort'
import { toStored, now } from '../shared/glide-time'
import type { RefreshResult } from './outcome'

/** Result of a run of the refresh job, for its summary row. */
export interface RunSummary {
    /** Rows that the run claimed. */
    claimed: number
    /** Rows that the run refreshed itself. */
    own: number
    /** Whether due rows were left because the run's time was up. */
    outOfTime: boolean
}

/** A run that had due rows. */
export interface Run {
    /** Holder of its claims: the sys_id of its summary row, or a random id if that could not be saved. */
    holder: string
    /** Null if it could not be saved. */
    record: GlideRecord<'x_opfi_openfin_refresh_run'> | null
}

/** Creates the summary row of a run. One statement. */
export function beginRun(): Run {
    const record = bestEffort(() => {
        const run = new GlideRecord('x_opfi_openfin_refresh_run')
        run.initialize()
        run.setValue('started', toStored(now()))
        run.setWorkflow(false)
        return run.insert() ? run : null
    })
    if (record) return { holder: record.getUniqueValue(), record }
    logWarning('Token refresh: the summary of a run could not be saved')
    return { holder: gs.generateGUID(), record: null }
}

/** Completes the summary row of a run. One statement. */
export function endRun({ record }: Run, summary: RunSummary): void {
    if (!record) return
    tryWrite('Token refresh: the summary of a run', () => {
        record.setValue('ended', toStored(now()))
        record.setValue('claimed', summary.claimed)
        record.setValue('own', summary.own)
        record.setValue('out_of_time', summary.outOfTime)
        record.setWorkflow(false)
        return record.update()
    })
}

/** Records an attempt in the history. One statement. */
export function recordAttempt(entry: {
    status: string
    run: string
    result: RefreshResult
    durationMs: number
}): void {
    tryWrite('Token refresh: the history of an attempt', () => {
        const attempt = new GlideRecord('x_opfi_openfin_refresh_attempt')
        attempt.initialize()
        attempt.setValue('status', entry.status)
        attempt.setValue('run', entry.run)
        attempt.setValue('outcome', entry.result.outcome)
        attempt.setValue('message', entry.result.message.slice(0, 1000))
        attempt.setValue('duration_ms', entry.durationMs)
        attempt.setWorkflow(false)
        return attempt.insert()
    })
}
