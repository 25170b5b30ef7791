/** Interval at which memory is checked while scripts run, in ms. */
const INTERVAL_MS = 100
/** Memory limit of all scripts together, and the base memory of each thread, in bytes. */
const ALLOWANCE = 768 * 1024 * 1024
const PER_THREAD = 64 * 1024 * 1024

/** The guard's view of the pools. */
export interface Guarded {
    threads(): number
    /** Number of running and waiting jobs. */
    jobs(): number
    /** Terminates the busy threads; resolves when they have ended. */
    drop(): Promise<void>
}

/** Monitors the process's memory while scripts run. */
export interface MemoryGuard {
    /** Called when a job begins. */
    watch(): void
    close(): void
}

/**
 * Terminates scripts that exhaust memory. V8 has a limit per thread, but crashes the whole process if a
 * single allocation exceeds it, so this limit is lower and measured from outside. Memory per thread cannot be
 * measured (before Node 24), so all busy threads are terminated.
 */
export function createMemoryGuard(guarded: Guarded): MemoryGuard {
    let timer: NodeJS.Timeout | undefined
    let baseline = Infinity
    let baselineThreads = 0
    let dropping = false

    const settle = () => {
        baseline = ofScripts()
        baselineThreads = guarded.threads()
    }
    const rest = () => {
        clearInterval(timer)
        timer = undefined
    }
    const look = () => {
        if (dropping) return
        if (guarded.jobs() === 0) return rest()
        const grown = ofScripts() - baseline
        if (grown < 0) return settle()
        const started = Math.max(0, guarded.threads() - baselineThreads)
        if (grown < ALLOWANCE + started * PER_THREAD) return
        dropping = true
        void guarded.drop().finally(() => {
            dropping = false
            settle()
        })
    }

    return {
        watch() {
            if (timer) return
            settle()
            timer = setInterval(look, INTERVAL_MS)
            timer.unref()
        },
        close: rest,
    }
}

/** The process's memory without the main thread's own heap and buffers, in bytes. */
function ofScripts(): number {
    const { rss, heapTotal, external } = process.memoryUsage()
    return rss - heapTotal - external
}
