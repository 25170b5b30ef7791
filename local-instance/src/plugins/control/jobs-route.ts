import type { Host } from '../../core/plugin'
import { jobsOf } from '../jobs/jobs'
import { readInput, text } from './input'
import type { ControlRoute } from './control-route'
import { ControlRefusal } from './refusal'

/** `POST /local/jobs/run` `{"name"}`: runs a scheduled job, then its events and mails; returns the totals. */
export function jobsRoute(host: Host): ControlRoute {
    return {
        method: 'POST',
        path: '/jobs/run',
        async run({ request }) {
            const name = text(readInput(request, ['name']), 'name')
            const jobs = jobsOf(host)
            if (jobs.nodes.alive().length === 0) throw new ControlRefusal(503, 'All nodes are down')
            const run = await jobs.run(name)
            if (!run)
                throw new ControlRefusal(404, `Unknown scheduled job ${JSON.stringify(name.slice(0, 100))}`)
            return run
        },
    }
}
