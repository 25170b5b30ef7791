import { createFaults } from '../../core/http/faults'
import type { Plugin } from '../../core/plugin'
import { clockRoute } from './clock-route'
import { addControlRoute } from './control-route'
import { countRequests } from './count-requests'
import { addFaultHook, faultsRoute } from './faults-route'
import { jobsRoute } from './jobs-route'
import { logRoute, statsRoute } from './log-routes'
import { nodesRoute } from './nodes-route'
import { resetRoute } from './reset-route'
import { scriptRoute } from './script-route'
import { uiActionsRoute } from './ui-actions-route'

/**
 * The control API under `/local`, which no real instance has. It registers first, so that faults apply before
 * everything else.
 */
export const controlPlugin: Plugin = {
    name: 'control',
    register(host) {
        const faults = createFaults()
        addFaultHook(host, faults)
        countRequests(host)
        const routes = [
            clockRoute(host),
            jobsRoute(host),
            scriptRoute(host),
            uiActionsRoute(host),
            logRoute(host),
            statsRoute(host),
            faultsRoute(faults),
            nodesRoute(host),
            resetRoute(host, faults),
        ]
        for (const route of routes) addControlRoute(host, route)
    },
}
