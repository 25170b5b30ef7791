import { MessageChannel, Worker } from 'node:worker_threads'
import type { LogEntry, ScriptJob, ScriptOutcome } from '../../core/script-host'
import type { StoreHandle } from '../../core/store/types'
import { noteFindings, shareFindings } from '../thread/findings'
import type { OutboundLine } from '../outbound/outbound-client'
import { CLEAN, INSIDE, STOP, type JobMessage, type ThreadData, type ThreadMessage } from './thread-messages'

/** Time limit for a thread to finish its host work, and then to end, before it is abandoned; in ms. */
const FINISH_MS = 5000
const END_MS = 2000
/**
 * Far above the scripts' limit (see memory-guard): if an allocation does not fit at all, V8 crashes the
 * process instead of the thread.
 */
const HEAP_MB = 4096

/** A job with its time limit resolved. */
export type LimitedJob = ScriptJob & { timeLimitMs: number }

/** Reason for terminating a script early. */
type Ending = NonNullable<ScriptOutcome['error']>

/** A worker thread that runs scripts. */
export interface ScriptThread {
    /** The running job, if any. */
    readonly busy: boolean
    /** True while the job waits for an outbound response. */
    readonly waiting: boolean
    /** Start of the wait, by `monotonicMs()`. */
    readonly waitingSince: number
    readonly ready: boolean
    /** True while it neither runs nor cleans up after a job, so the next one begins at once. */
    readonly clean: boolean
    /** Runs a job; the thread must be ready and not busy. Resolves however the job ends. */
    run(job: LimitedJob): Promise<ScriptOutcome>
    /** Terminates the thread; its job ends with this reason. Resolves when the thread has ended. */
    stop(ending: Ending): Promise<void>
}

/** Listeners of a thread. */
export interface ThreadEvents {
    /** The thread became ready, idle, waiting or not waiting. */
    onChange(): void
    /**
     * The thread has ended or is being terminated; it takes no more jobs.
     *
     * @param failure Reason why it never became ready.
     */
    onEnd(failure?: string): void
    /** The thread is being terminated; `gone` resolves when it has ended. */
    onStop(gone: Promise<void>): void
}

/** Start options of a thread. */
export interface ScriptThreadOptions {
    handle: StoreHandle
    /** Path of the compiled worker.js. */
    file: string
    /** Passes the outbound thread its end of the line. */
    connect(line: OutboundLine): void
    events: ThreadEvents
    /** Workers that have not ended yet, including this one until it ends. */
    alive: Set<object>
}

interface Running {
    started: number
    log: LogEntry[]
    timer: NodeJS.Timeout
    finish(outcome: Omit<ScriptOutcome, 'log' | 'ms'>): void
}

/** Starts a thread. */
export function startScriptThread(options: ScriptThreadOptions): ScriptThread {
    const gate = new SharedArrayBuffer(3 * Int32Array.BYTES_PER_ELEMENT)
    const cells = new Int32Array(gate)
    const { port1, port2 } = new MessageChannel()
    const signal = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT)
    options.connect({ port: port2, signal })
    const workerData: ThreadData = { handle: options.handle, outbound: { port: port1, signal }, gate }
    shareFindings()
    const worker = new Worker(options.file, {
        workerData,
        transferList: [port1],
        resourceLimits: { maxOldGenerationSizeMb: HEAP_MB },
        env: {},
    })
    options.alive.add(worker)
    let running: Running | undefined
    let [ready, waiting, left, gone] = [false, false, false, false]
    let waitingSince = 0
    let failure = 'it ended'
    let stopping: Promise<void> | undefined

    const finish = (outcome: Omit<ScriptOutcome, 'log' | 'ms'>) => {
        const job = running
        running = undefined
        waiting = false
        if (!job) return
        clearTimeout(job.timer)
        job.finish(outcome)
    }
    const end = (error: Ending) => finish({ result: null, error, statements: 0, outboundCalls: 0 })
    const leave = () => {
        if (left) return
        left = true
        options.events.onEnd(ready || stopping ? undefined : failure)
        ready = false
    }

    worker.on('message', (message: ThreadMessage) => {
        if (message.type === 'found') return noteFindings(message.findings)
        if (stopping) return
        if (message.type === 'ready') ready = true
        if (message.type === 'waiting') {
            waiting = message.is
            waitingSince = message.since
        }
        if (message.type === 'log') running?.log.push(message.entry)
        if (message.type === 'done') finish(message.outcome)
        if (message.type !== 'log') options.events.onChange()
    })
    // An error ends the thread; `exit` follows.
    worker.on('error', (error) => {
        failure = error.message
    })
    worker.on('exit', () => {
        gone = true
        options.alive.delete(worker)
        end({ message: 'The thread of the script was terminated', line: null, code: 'thread_lost' })
        leave()
    })

    const teardown = async (ending: Ending) => {
        Atomics.store(cells, STOP, 1)
        const limit = performance.now() + FINISH_MS
        while (!gone && Atomics.load(cells, INSIDE) === 1 && performance.now() < limit) {
            await new Promise((resolve) => setTimeout(resolve, 1))
        }
        // From here on the script can write nothing more.
        end(ending)
        const late = new Promise<void>((resolve) => setTimeout(resolve, END_MS).unref())
        await Promise.race([worker.terminate(), late])
        // A loop inside a built-in function cannot be interrupted; such a thread must not keep the process
        // alive.
        worker.unref()
    }

    const thread: ScriptThread = {
        get busy() {
            return running !== undefined
        },
        get waiting() {
            return waiting
        },
        get waitingSince() {
            return waitingSince
        },
        get ready() {
            return ready
        },
        get clean() {
            return Atomics.load(cells, CLEAN) === 1
        },
        run(job) {
            return new Promise((resolve) => {
                const started = performance.now()
                const log: LogEntry[] = []
                const limit = job.timeLimitMs
                const message = `The script exceeded its time limit of ${limit} ms`
                const timer = setTimeout(() => {
                    void thread.stop({ message, line: null, code: 'time_limit' })
                }, limit)
                const finishJob = (outcome: Omit<ScriptOutcome, 'log' | 'ms'>) =>
                    resolve({ ...outcome, log, ms: performance.now() - started })
                running = { started, log, timer, finish: finishJob }
                Atomics.store(cells, CLEAN, 0)
                worker.postMessage({ job } satisfies JobMessage)
            })
        },
        stop(ending) {
            if (!stopping) {
                stopping = teardown(ending)
                options.events.onStop(stopping)
                leave()
            }
            return stopping
        },
    }
    return thread
}
