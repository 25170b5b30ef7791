import type { ScriptHost, ScriptJob, ScriptOutcome } from '../../core/script-host'
import type { StoreHandle } from '../../core/store/types'
import { shareFindings } from '../thread/findings'
import { compiledFile, createOutboundThread } from '../outbound/start-outbound'
import { createMemoryGuard } from './memory-guard'
import { createNodePool, type NodePool, type NodeSize } from './node-pool'
import { startScriptThread } from './script-thread'

/** Threads of the node that serves requests, and of nodes that only run jobs. */
const SERVING: NodeSize = { usual: 4, most: 16, reserve: 4 }
const WORKING: NodeSize = { usual: 2, most: 8, reserve: 2 }

/** Default time limit of a script, in ms. */
const DEFAULT_LIMIT_MS = 30_000

/** A script host that can be closed. */
export interface ClosableScriptHost extends ScriptHost {
    close(): Promise<void>
}

/** Creates the script host of an instance with a number of nodes; threads are added as jobs need them. */
export function createScriptHost({
    handle,
    nodes,
    defaultLimitMs = () => DEFAULT_LIMIT_MS,
}: {
    handle: StoreHandle
    nodes: number
    /** Default time limit of jobs, in ms. */
    defaultLimitMs?: () => number
}): ClosableScriptHost {
    const folder = __dirname
    const file = compiledFile(`${folder}/../thread`, 'worker.js')
    const outbound = createOutboundThread(compiledFile(`${folder}/../outbound`, 'outbound-thread.js'))
    const alive = new Set<object>()
    const pools = Array.from({ length: nodes }, (_, node) =>
        createNodePool(node, node === 0 ? SERVING : WORKING, (events) =>
            startScriptThread({ handle, file, connect: outbound.connect, events, alive })
        )
    )
    const sum = (of: (pool: NodePool) => number) => pools.reduce((total, pool) => total + of(pool), 0)
    /**
     * Running jobs and jobs that wait for a thread, which may take longer to start than the guard's interval.
     */
    let jobs = 0
    const guard = createMemoryGuard({
        threads: () => sum((pool) => pool.threads),
        jobs: () => jobs,
        drop: async () => {
            await Promise.all(pools.map((pool) => pool.dropBusy('Scripts used too much memory')))
        },
    })
    const poolOf = (node: number): NodePool => {
        const pool = pools[node]
        if (!pool) throw new RangeError(`Unknown node ${node}`)
        return pool
    }

    return {
        nodes,
        counts: () => ({ threads: alive.size, busy: sum((pool) => pool.busy) }),
        async run(job: ScriptJob): Promise<ScriptOutcome> {
            const pool = poolOf(job.node ?? 0)
            jobs += 1
            guard.watch()
            try {
                return await pool.run({ ...job, timeLimitMs: job.timeLimitMs ?? defaultLimitMs() })
            } finally {
                jobs -= 1
            }
        },
        async kill(node) {
            await poolOf(node).kill()
        },
        async restart(node) {
            poolOf(node).restart()
        },
        async close() {
            guard.close()
            await Promise.all(pools.map((pool) => pool.kill()))
            await outbound.close()
            shareFindings()
        },
    }
}
