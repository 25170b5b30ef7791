import { ApiRequestError } from '../errors'
import { watchLimits } from '../limits'
import { log } from '../logging'
import type {
    AnswerValue,
    PageMessage,
    ProgressNotice,
    RevokeRule,
    SessionNotice,
    WorkerAnswer,
} from '../protocol'
import { disconnected, errorOf } from './failure'

/** Ways to end a call early, and its progress callback. */
export interface CallOptions {
    signal?: AbortSignal | undefined
    timeoutMs?: number | undefined
    onProgress?: ((progress: ProgressNotice) => void) | undefined
}

/** The page's connection to the worker. */
export interface WorkerLink {
    /**
     * Sends a message and waits for the reply.
     * @throws the error for the worker's failure; the signal's reason; ApiRequestError `timeout` or
     * `disconnected`; ParameterError for an invalid signal or time limit
     */
    call(message: PageMessage, options?: CallOptions): Promise<AnswerValue>
    /** Ends the connection and all calls; resolves when the worker has finished. */
    leave(rule: RevokeRule): Promise<void>
}

/**
 * Milliseconds to wait for the worker to end a connection. The worker waits for the instance for a shorter
 * time.
 */
const LEAVE_MS = 5000

/** The endpoint of a worker. */
export interface WorkerPort {
    target: Worker | MessagePort
    /** Called when the session of this connection has ended. */
    onExpired: (() => void) | undefined
    /** Closes the port or terminates the worker. */
    close(): void
}

/** A worker that is starting. */
export interface RunningWorker extends Omit<WorkerPort, 'onExpired'> {
    /** Emits `error` if its file does not load. */
    worker: AbstractWorker
    /** Name of the lock that the page holds as long as it exists. */
    alive?: string
}

/** Links the page to that endpoint. */
export function linkWorker({ target, onExpired, close }: WorkerPort): WorkerLink {
    const stops = new Set<(reason: unknown) => void>()
    let isOpen = true
    target.onmessage = ({ data }: MessageEvent<SessionNotice>) => {
        if (!isOpen || data.type !== 'session_expired') return
        log('warn', 'the session has ended')
        onExpired?.()
    }

    const call = (message: PageMessage, { signal, timeoutMs, onProgress }: CallOptions = {}) =>
        new Promise<AnswerValue>((resolve, reject) => {
            if (!isOpen) throw disconnected()
            const { port1, port2 } = new MessageChannel()
            const end = () => {
                unwatch()
                stops.delete(stop)
                port1.close()
            }
            const stop = (reason: unknown) => {
                // Any message on the port cancels the call in the worker.
                port1.postMessage(0)
                end()
                reject(reason)
            }
            const unwatch = watchLimits(
                { signal, timeoutMs },
                stop,
                () => new ApiRequestError(`No response within ${timeoutMs} ms`, { code: 'timeout' })
            )
            port1.onmessage = ({ data }: MessageEvent<WorkerAnswer | ProgressNotice>) => {
                if (!('ok' in data)) return onProgress?.(data)
                end()
                if (data.ok) resolve(data)
                else reject(errorOf(data.error))
            }
            target.postMessage(message, [port2])
            stops.add(stop)
        })

    return {
        call,
        async leave(revoke) {
            const calls = [...stops]
            const left = call({ type: 'disconnect', revoke }, { timeoutMs: LEAVE_MS }).catch(() => {})
            isOpen = false
            for (const stop of calls) stop(disconnected())
            await left
            close()
        },
    }
}
