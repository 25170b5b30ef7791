import type { Host } from '../../core/plugin'
import { createAsyncRules } from './async-rules'
import { createEventQueue, type EventQueue } from './event-queue'
import { createNodes, type Nodes } from './nodes'
import { findJob, runJob, type Job } from './run-job'
import { createTimeQuota, type TimeQuota } from './time-quota'
import { addTotals, noTotals, type Totals } from './totals'

/** Response of `POST /local/jobs/run`. */
export interface JobRun {
    transactions: number
    db_statements: number
    outbound_calls: number
    /** Wall-clock time in ms. */
    ms: number
    /** Nodes that went down during the run. */
    nodes_lost: number
}

/** The scheduled jobs of an instance, their events and the nodes that run them. */
export interface Jobs {
    readonly nodes: Nodes
    readonly quota: TimeQuota
    /** Runs a job, not its events. */
    runOne(job: Job): Promise<Totals>
    /**
     * Processes all events and asynchronous business rules on all nodes that are up, including those queued
     * in the meantime; returns the totals.
     */
    drain(): Promise<Totals>
    /** Runs a job now, then all events until none is left; undefined if no job has this name. */
    run(name: string): Promise<JobRun | undefined>
}

const known = new WeakMap<Host, Jobs>()

/** The jobs of an instance; one per host. */
export function jobsOf(host: Host): Jobs {
    let jobs = known.get(host)
    if (!jobs) {
        jobs = createJobs(host)
        known.set(host, jobs)
    }
    return jobs
}

function createJobs(host: Host): Jobs {
    const nodes = createNodes(host.settings.nodes, () => host.scripts)
    const quota = createTimeQuota(host)
    const events: EventQueue = createEventQueue(host, nodes, quota)
    const rules = createAsyncRules(host, nodes)

    const drain = async (): Promise<Totals> => {
        const totals = noTotals()
        do {
            addTotals(totals, await events.drain())
        } while ((await rules.drain(totals)) > 0)
        return totals
    }

    const runOne = async (job: Job): Promise<Totals> => {
        const began = performance.now()
        const totals = await runJob(host, job, nodes)
        quota.spend(
            'scheduled_job_limit',
            'row' in job ? job.row['sys_scope'] : null,
            performance.now() - began
        )
        return totals
    }

    return {
        nodes,
        quota,
        runOne,
        drain,
        async run(name) {
            const job = findJob(host, name)
            if (!job) return undefined
            const began = performance.now()
            const losses = nodes.losses.length
            const own = await runOne(job)
            const theirs = await drain()
            return {
                transactions: own.transactions + theirs.transactions,
                db_statements: own.db_statements + theirs.db_statements,
                outbound_calls: own.outbound_calls + theirs.outbound_calls,
                ms: Math.round(performance.now() - began),
                nodes_lost: new Set(nodes.losses.slice(losses)).size,
            }
        },
    }
}
