import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Clock } from './clock'
import { createLog } from './log'
import type { Authenticator, Host, Settings } from './plugin'
import type { Principal } from './principal'
import { createPrincipals } from './principals'
import type { ScriptHost } from './script-host'
import type { Sessions } from './session'
import { createStats } from './stats'
import { createRights } from './store/record-rights'
import type { Store } from './store/types'

/** The host that plug-ins register with, with what the factory needs to close it. */
export interface RunningHost extends Host {
    setUrl(url: string): void
    /** Stops what plug-ins started, last added first. */
    end(): Promise<void>
}

/** Creates the host from store, clock, settings and server. */
export function createHost(parts: {
    store: Store
    clock: Clock
    settings: Settings
    http: FastifyInstance
}): RunningHost {
    const { store, clock, settings, http } = parts
    const authenticators: Authenticator[] = []
    const onClose: (() => void | Promise<void>)[] = []
    const onReset: (() => void)[] = []
    const principals = createPrincipals(store)
    let url = ''
    return {
        store,
        clock,
        settings,
        http,
        log: createLog(store, clock),
        stats: createStats(),
        rights: createRights(store),
        // Both are set by the plug-ins `scripts` and `sign-in` before any request is served.
        scripts: undefined as unknown as ScriptHost,
        sessions: undefined as unknown as Sessions,
        authenticators,
        url: () => url,
        setUrl(value) {
            url = value
        },
        principal(request: FastifyRequest): Principal | 'refused' {
            for (const { authenticate } of authenticators) {
                const principal = authenticate(request)
                if (principal !== undefined) return principal
            }
            return principals.guest()
        },
        principalOf: (userId, by) => principals.principalOf(userId, by),
        onClose: (run) => void onClose.push(run),
        onReset: (run) => void onReset.push(run),
        runResets() {
            for (const run of onReset) run()
        },
        async end() {
            for (const run of onClose.reverse()) await run()
        },
    }
}
