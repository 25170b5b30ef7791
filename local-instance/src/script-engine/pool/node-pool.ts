import type { ScriptOutcome } from '../../core/script-host'
import { monotonicMs } from '../thread/monotonic'
import type { LimitedJob, ScriptThread, ThreadEvents } from './script-thread'

/** Number of threads of a node. */
export interface NodeSize {
    usual: number
    /** Maximum, reached if all threads wait for outbound responses. */
    most: number
    /** Number of threads reserved for requests that a waiting script may have sent to its own instance. */
    reserve: number
}

/** The threads of one node of the instance. */
export interface NodePool {
    run(job: LimitedJob): Promise<ScriptOutcome>
    /**
     * Terminates all threads; running and waiting jobs end as `thread_lost`, and so do jobs that arrive
     * before {@link restart}.
     */
    kill(): Promise<void>
    restart(): void
    /** Terminates the threads that may be exhausting memory: those that are busy and not waiting. */
    dropBusy(message: string): Promise<void>
    readonly threads: number
    readonly busy: number
}

/** Consecutive failures to start a thread after which the pool gives up. */
const MAX_FAILURES = 3

/** Idle time after which extra threads end, in ms. */
const IDLE_MS = 20_000

interface Queued {
    job: LimitedJob
    since: number
    resolve(outcome: ScriptOutcome): void
}

/** Creates the pool of a node. `start` starts a thread that calls back on every state change. */
export function createNodePool(
    node: number,
    size: NodeSize,
    start: (events: ThreadEvents) => ScriptThread
): NodePool {
    const threads = new Set<ScriptThread>()
    const ending = new Set<Promise<void>>()
    const queue: Queued[] = []
    /** Number of consecutive threads that never became ready. */
    let failures = 0
    let down = false
    let shrinking: NodeJS.Timeout | undefined

    const giveUp = (message: string) => {
        failures = 0
        for (const { resolve } of queue.splice(0)) resolve(lostOutcome(message))
    }
    const add = () => {
        const thread = start({
            onChange: dispatch,
            onStop(gone) {
                ending.add(gone)
                void gone.then(() => ending.delete(gone))
            },
            onEnd(failure) {
                threads.delete(thread)
                failures = failure === undefined ? 0 : failures + 1
                if (failures === MAX_FAILURES) giveUp(`Script threads cannot be started: ${failure}`)
                dispatch()
            },
        })
        threads.add(thread)
    }
    /**
     * Normally the oldest job. If all threads except the reserve are busy, the newest job that arrived after
     * the first of them began to wait for an outbound response: the wait may depend on one of these, but not
     * on an older one.
     */
    const next = (): number => {
        const busy = [...threads].filter((thread) => thread.busy)
        if (busy.length < size.most - size.reserve) return queue.length > 0 ? 0 : -1
        const waits = busy.filter((thread) => thread.waiting).map((thread) => thread.waitingSince)
        const first = Math.min(...waits)
        return queue.findLastIndex(({ since }) => since >= first)
    }
    const shouldGrow = (): boolean => {
        const all = [...threads]
        const starting = all.filter((thread) => !thread.ready).length
        if (queue.length <= starting) return false
        if (all.length < size.usual) return true
        return all.length < size.most && all.every((thread) => thread.waiting) && next() >= 0
    }
    /**
     * Threads that can begin a job. Threads that have cleaned up come first, most recently used first, since
     * V8 has optimized their scripts the most; then threads that are still cleaning up, in the order in which
     * they started.
     */
    const idle = (): ScriptThread[] => {
        const all = [...threads].filter((thread) => thread.ready && !thread.busy)
        const clean = all.filter((thread) => thread.clean)
        return [...clean.reverse(), ...all.filter((thread) => !clean.includes(thread))]
    }
    function dispatch(): void {
        for (const thread of queue.length > 0 ? idle() : []) {
            if (down) return
            if (!thread.ready || thread.busy) continue
            const index = next()
            const [queued] = index < 0 ? [] : queue.splice(index, 1)
            if (!queued) return
            const { job, resolve } = queued
            // The set is ordered by last use.
            threads.delete(thread)
            threads.add(thread)
            void thread.run(job).then((outcome) => {
                resolve(outcome)
                dispatch()
                shrinkLater()
            })
        }
        while (!down && shouldGrow()) add()
    }
    /** Releases the threads that a burst of waiting scripts required. */
    const shrink = () => {
        const unused = [...threads].filter((thread) => thread.ready && !thread.busy)
        const spare = unused.slice(0, Math.max(0, threads.size - size.usual))
        void stopAll(spare, 'The thread is no longer needed')
    }
    const shrinkLater = () => {
        clearTimeout(shrinking)
        if (threads.size > size.usual && !down) shrinking = setTimeout(shrink, IDLE_MS).unref()
    }
    const lost = (message: string) => ({ message, line: null, code: 'thread_lost' }) as const
    const stopAll = async (some: ScriptThread[], message: string) => {
        await Promise.all(some.map((thread) => thread.stop(lost(message))))
    }

    return {
        run: (job) =>
            new Promise((resolve) => {
                if (down) return resolve(lostOutcome(`Node ${node} is down`))
                queue.push({ job, resolve, since: monotonicMs() })
                dispatch()
            }),
        async kill() {
            down = true
            clearTimeout(shrinking)
            const message = `Node ${node} ended`
            giveUp(message)
            await stopAll([...threads], message)
            await Promise.all([...ending])
        },
        restart() {
            down = false
            dispatch()
        },
        dropBusy: (message) =>
            stopAll(
                [...threads].filter((thread) => thread.busy && !thread.waiting),
                message
            ),
        get threads() {
            return threads.size
        },
        get busy() {
            return [...threads].filter((thread) => thread.busy).length
        },
    }
}

function lostOutcome(message: string): ScriptOutcome {
    const error = { message, line: null, code: 'thread_lost' } as const
    return { result: null, error, log: [], statements: 0, outboundCalls: 0, ms: 0 }
}
