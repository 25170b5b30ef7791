import { gs, GlideRecord } from '@servicenow/glide'
import { bestEffort, logWarning, tryWrite } from '../shared/best-effort'
import { toStored, now } from './glide-time'

/** What a run of the refresh job did, for its summary row. */
export interface RunSummary {
    /** Rows that were due and free. */
    claimed: number
    /** Rows that were worked off in the run itself. */
    own: number
    /** Whether due rows were left because the run's time was over. */
    outOfTime: boolean
}

/** A run that found something to do. */
export interface Run {
    /** What its claims are held under: the sys_id of its summary row, or a name of its own where that was refused. */
    holder: string
    /** Null where it was refused. */
    record: GlideRecord<'x_opfi_openfin_refresh_run'> | null
}

/** Begins the summary row of a run. One statement. */
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

/** Completes it. One statement. */
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
