import { GlideRecord } from '@servicenow/glide'
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

/** Begins the summary row of a run, whose sys_id its claims are held under. One statement. */
export function beginRun(): GlideRecord<'x_opfi_openfin_refresh_run'> {
    const run = new GlideRecord('x_opfi_openfin_refresh_run')
    run.initialize()
    run.setValue('started', toStored(now()))
    run.setWorkflow(false)
    run.insert()
    return run
}

/** Completes it. One statement. */
export function endRun(run: GlideRecord<'x_opfi_openfin_refresh_run'>, summary: RunSummary): void {
    run.setValue('ended', toStored(now()))
    run.setValue('claimed', summary.claimed)
    run.setValue('own', summary.own)
    run.setValue('out_of_time', summary.outOfTime)
    run.setWorkflow(false)
    run.update()
}
