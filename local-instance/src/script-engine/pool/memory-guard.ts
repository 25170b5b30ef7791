/** How often memory is looked at while scripts run, in ms. */
const INTERVAL_MS = 100
/** Memory that scripts may take together, in bytes, and what each thread takes anyway. */
const ALLOWANCE = 768 * 1024 * 1024
const PER_THREAD = 64 * 1024 * 1024

/** What the guard knows of the pools. */
export interface Guarded {
    threads(): number
    /** Jobs that run or wait to. */
    jobs(): number
    /** Ends the threads at work; resolves when they are gone. */
    drop(): Promise<void>
}

/** Watches the process's memory while scripts run. */
export interface MemoryGuard {
    /** Called when a job begins. */
    watch(): void
    close(): void
}

/**
 * Ends scripts that use up memory. V8 has a limit for each thread, but ends the whole process where a single allocation
 * exceeds it; so the limit here is lower and measured from outside. Which thread holds how much cannot be known
 * (before Node 24), so all that are at work go.
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
