import type { Host } from '../../core/plugin'
import type { Jobs } from './jobs'
import { nextRun } from './next-run'
import { PLATFORM_JOBS, type Job } from './run-job'

/** Interval at which the clock is checked, in ms of wall-clock time. */
const TICK_MS = 1000

interface Planned {
    job: Job
    /** ms since 1970 on the instance's clock; undefined: never. */
    next: number | undefined
    /** What `next` was computed from, to notice a changed schedule. */
    schedule: string
}

/** Runs jobs and events by the instance's clock (`--run-jobs`). */
export interface Scheduler {
    /** Starts what is due at the instance's time. Resolves when everything it started has ended. */
    tick(): Promise<void>
    stop(): void
}

/**
 * Starts the schedule. A job that became due several times since the last check runs once, and one whose
 * previous run is still in progress is skipped (EXPLAIN scheduled-script-guide).
 */
export function startScheduler(host: Host, jobs: Jobs): Scheduler {
    const planned = new Map<string, Planned>()
    const running = new Set<string>()
    let last = host.clock.now()
    let draining = false
    let stopped = false

    const guard = async (what: string, work: () => Promise<unknown>): Promise<void> => {
        try {
            await work()
        } catch (error) {
            // Work that is interrupted by closing the instance is not an error.
            if (!stopped)
                host.log.write('error', what, error instanceof Error ? error.message : String(error))
        }
    }

    async function start(id: string, job: Job): Promise<void> {
        if (running.has(id)) return
        running.add(id)
        await guard(`sysauto_script.${job.name}`, () => jobs.runOne(job))
        running.delete(id)
    }

    async function drain(): Promise<void> {
        if (draining) return
        draining = true
        await guard('Events', () => jobs.drain())
        draining = false
    }

    function plan(now: number): string[] {
        const seen = new Set<string>()
        for (const { id, job, schedule, after } of listJobs(host)) {
            seen.add(id)
            const known = planned.get(id)
            if (known?.schedule === schedule) known.job = job
            else planned.set(id, { job, schedule, next: after(last) })
        }
        for (const id of planned.keys()) if (!seen.has(id)) planned.delete(id)
        return [...planned].filter(([, { next }]) => next !== undefined && next <= now).map(([id]) => id)
    }

    async function tick(): Promise<void> {
        if (stopped) return
        const now = host.clock.now()
        if (now < last) {
            // The clock was moved back: schedules computed from the future are computed again.
            planned.clear()
            last = now
        }
        const due = plan(now)
        const all = listJobs(host)
        const started = due.map((id) => {
            const entry = planned.get(id) as Planned
            const application = 'row' in entry.job ? entry.job.row['sys_scope'] : null
            const until = jobs.quota.deferredUntil('scheduled_job_limit', application)
            if (until !== undefined) {
                entry.next = until
                return undefined
            }
            entry.next = all.find((job) => job.id === id)?.after(now)
            return start(id, entry.job)
        })
        last = now
        await Promise.all(started)
        await drain()
    }

    const timer = setInterval(() => void guard('Scheduler', tick), TICK_MS)
    timer.unref()
    return {
        tick,
        stop() {
            stopped = true
            clearInterval(timer)
        },
    }
}

interface ListedJob {
    id: string
    job: Job
    schedule: string
    after(ms: number): number | undefined
}

function listJobs({ store }: Host): ListedJob[] {
    const own = PLATFORM_JOBS.map((job): ListedJob => {
        const period = job.everyS * 1000
        return {
            id: job.name,
            job,
            schedule: String(period),
            after: (ms) => (Math.floor(ms / period) + 1) * period,
        }
    })
    const rows = store.query('sysauto_script', { query: 'active=true' })
    return rows
        .map((row): ListedJob => {
            const schedule = Object.entries(row).filter(([name]) => /^run_|^time_zone$/.test(name))
            return {
                id: row['sys_id'] ?? '',
                job: { name: row['name'] ?? '', row },
                schedule: JSON.stringify(schedule),
                after: (ms) => nextRun(row, ms),
            }
        })
        .concat(own)
}
