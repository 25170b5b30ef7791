import type { Plugin } from '../../core/plugin'
import { jobsOf } from './jobs'
import { schema } from './schema'
import { startScheduler } from './scheduler'

/** Scheduled jobs, events, script actions, notifications and the table cleaner. */
export const jobsPlugin: Plugin = {
    name: 'jobs',
    schema,
    register(host) {
        const jobs = jobsOf(host)
        if (!host.settings.runJobs) return
        const scheduler = startScheduler(host, jobs)
        host.onClose(() => scheduler.stop())
    },
}
