import type { Plugin } from '../core/plugin'
import { createScriptHost } from './pool/create-script-host'
import { schema } from './schema'
import { timeLimitMs } from './time-limit'

/** Runs scripts: sandboxed contexts on worker threads, one pool for each node. */
export const scriptsPlugin: Plugin = {
    name: 'scripts',
    schema,
    register(host) {
        // The first pool serves requests only: killing a node ends its jobs and events, but not request
        // processing.
        const { store, settings } = host
        const scripts = createScriptHost({
            handle: store.handle,
            nodes: settings.nodes + 1,
            defaultLimitMs: () => timeLimitMs(store),
        })
        host.scripts = scripts
        host.onClose(() => scripts.close())
    },
}
