import type { Host } from '../../core/plugin'
import { jobsOf } from '../jobs/jobs'
import { flag, readInput, whole } from './input'
import type { ControlRoute } from './control-route'

/** `POST /local/nodes/kill` `{"node"}`, or with `"restart": true`; returns `{"node", "state"}`. */
export function nodesRoute(host: Host): ControlRoute {
    return {
        method: 'POST',
        path: '/nodes/kill',
        async run({ request }) {
            const input = readInput(request, ['node', 'restart'])
            const { nodes } = jobsOf(host)
            const node = whole(input, 'node', { min: 1, max: nodes.count })
            if (flag(input, 'restart')) await nodes.restart(node)
            else await nodes.kill(node)
            return { node, state: nodes.isAlive(node) ? 'running' : 'killed' }
        },
    }
}
