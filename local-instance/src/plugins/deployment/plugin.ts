import type { Plugin } from '../../core/plugin'
import { addAppsAjaxRoute } from './apps-ajax-route'
import { writeClusterState } from './cluster-state'
import { createExecutionTrackers } from './execution-trackers'
import { addProgressRoute } from './progress-route'
import { schema } from './schema'
import { addUploadRoute } from './upload-route'

/** Installs, upgrades and removes applications for an unmodified `now-sdk install`. */
export const deploymentPlugin: Plugin = {
    name: 'deployment',
    schema,
    register(host) {
        const trackers = createExecutionTrackers(host.store, host.clock)
        writeClusterState(host)
        addUploadRoute(host, trackers)
        addProgressRoute(host, trackers)
        addAppsAjaxRoute(host, trackers)
    },
}
