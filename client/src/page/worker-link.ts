import { ApiRequestError } from '../errors'
import { stopBy } from '../limits'
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

/** How a call may end before its answer. */
export interface CallOptions {
    signal?: AbortSignal | undefined
    timeoutMs?: number | undefined
    onProgress?: ((progress: ProgressNotice) => void) | undefined
}

/** The page's way to the worker. */
export interface WorkerLink {
    /**
     * Sends a message and waits for its answer.
     * @throws the error that the worker's failure stands for; the signal's reason; ApiRequestError `timeout` or
     * `disconnected`; ParameterError for limits that are none
     */
    call(message: PageMessage, options?: CallOptions): Promise<AnswerValue>
    /** Ends the connection and every call; answers once the worker is done with it. */
    leave(rule: RevokeRule): Promise<void>
}

/** Milliseconds that the page waits for a worker that ends a connection; it waits for the instance shorter than that. */
const LEAVE_MS = 5000

/** Which end of a worker messages go through. */
export interface WorkerPort {
    target: Worker | MessagePort
    /** Called once the session of this connection is over. */
    onExpired: (() => void) | undefined
    /** Lets go of the worker. */
    close(): void
}

/** A worker that was asked to start. */
export interface RunningWorker extends Omit<WorkerPort, 'onExpired'> {
    /** Where it tells that its file did not load. */
    worker: AbstractWorker
    /** Lock that the page holds as long as it lives. */
    alive?: string
}

/** A link over that end. */
export function linkWorker({ target, onExpired, close }: WorkerPort): WorkerLink {
    const stops = new Set<(reason: unknown) => void>()
    let isOpen = true
    target.onmessage = ({ data }: MessageEvent<SessionNotice>) => {
        if (!isOpen || data.type !== 'session_expired') return
        log('warn', 'the session is over')
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
                // Whatever comes on its port tells the worker that nobody waits for the answer any more.
                port1.postMessage(0)
                end()
                reject(reason)
            }
            const unwatch = stopBy(
                { signal, timeoutMs },
                stop,
                () => new ApiRequestError(`No answer within ${timeoutMs} ms`, { code: 'timeout' })
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
