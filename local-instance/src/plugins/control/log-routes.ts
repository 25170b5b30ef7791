import type { Host } from '../../core/plugin'
import type { ControlRoute } from './control-route'

/** `GET /local/log`: the system log, oldest first. */
export function logRoute({ log }: Host): ControlRoute {
    return { method: 'GET', path: '/log', run: () => ({ result: log.entries() }) }
}

/** `GET /local/stats`: counters since start, per route and job. */
export function statsRoute({ stats }: Host): ControlRoute {
    return { method: 'GET', path: '/stats', run: () => ({ result: stats.all() }) }
}
