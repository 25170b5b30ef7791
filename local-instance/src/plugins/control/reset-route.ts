import type { Faults } from '../../core/http/faults'
import type { Host } from '../../core/plugin'
import { jobsOf } from '../jobs/jobs'
import { readInput } from './input'
import type { ControlRoute } from './control-route'

/**
 * `POST /local/reset`: restores the state right after start, with the start time plus the time elapsed since,
 * all nodes up and no sessions. The factory takes the database snapshot that is restored.
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
            // Scripts that are still running would write into the restored database.
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
