import type { Faults } from '../../core/http/faults'
import type { Host } from '../../core/plugin'
import { jobsOf } from '../jobs/jobs'
import { readInput } from './input'
import type { ControlRoute } from './control-route'

/**
 * `POST /local/reset`: the state right after start, with the time it had then and what has passed since, all nodes up and
 * no sessions. The factory takes the snapshot of the database that it goes back to.
 */
export function resetRoute(host: Host, faults: Faults): ControlRoute {
    const { store, clock, stats } = host
    const offset = clock.now() - Date.now()
    return {
        method: 'POST',
        path: '/reset',
        async run({ request }) {
            readInput(request, [])
            const { nodes } = jobsOf(host)
            // Scripts that still run would write into the fresh database.
            for (let node = 1; node <= nodes.count; node++) {
                await nodes.kill(node)
                await nodes.restart(node)
            }
            store.restore()
            clock.set(Date.now() + offset)
            stats.clear()
            faults.clear()
            host.runResets()
            return { now: new Date(clock.now()).toISOString() }
        },
    }
}
