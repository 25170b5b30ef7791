import type { Faults } from '../../core/http/faults'
import type { Host } from '../../core/plugin'
import { jobsOf } from '../jobs/jobs'
import { readInput } from './input'
import type { ControlRoute } from './control-route'

/** `POST /local/reset`: the state right after start, with the machine's time, all nodes up and nobody signed in. */
export function resetRoute(host: Host, faults: Faults, startedWith: StartState): ControlRoute {
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
            startedWith.restore()
            host.stats.clear()
            faults.clear()
            host.runResets()
            return { now: new Date(host.clock.now()).toISOString() }
        },
    }
}

/** What a reset goes back to. */
export interface StartState {
    restore(): void
}

/**
 * Remembers the state right after start: when the instance begins to listen, all plug-ins have registered and what they
 * write at a start is written, and nobody can have asked for anything yet.
 */
export function rememberStart({ store, clock, http }: Host): StartState {
    const offset = clock.now() - Date.now()
    let taken = false
    const take = () => {
        if (taken) return
        taken = true
        store.snapshot()
    }
    http.addHook('onListen', (done) => {
        // The factory writes the instance's address once it is known, which is right after this hook.
        setImmediate(take)
        done()
    })
    http.addHook('onRequest', (_request, _reply, done) => {
        take()
        done()
    })
    return {
        restore() {
            store.restore()
            clock.set(Date.now() + offset)
        },
    }
}
