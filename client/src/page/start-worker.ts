import { ApiError, InitializationError } from '../errors'
import type { AnswerValue, Pins } from '../protocol'
import type { ConnectSettings } from '../types/connect-options'
import { findSharedWorker } from './shared-worker'
import { linkWorker, type RunningWorker, type WorkerLink } from './worker-link'
import { inlinedWorker } from './worker-source'

/** A started worker, and what it said to the first message. */
export interface StartedWorker {
    link: WorkerLink
    /** With the user, where the worker's session is signed in already. */
    hello: AnswerValue
}

/**
 * Starts the worker that holds the tokens, or finds the one that the origin's windows share, and pins it.
 * @param signal ends the start, which then rejects with its reason
 * @throws InitializationError `worker_blocked` where it cannot run: the page never holds tokens in its place
 */
export async function startWorker(
    { instanceUrl, clientId, redirectUri, tokenRoute, share, workerUrl }: ConnectSettings,
    onExpired: (() => void) | undefined,
    signal: AbortSignal
): Promise<StartedWorker> {
    const pins: Pins = { instanceUrl, clientId, redirectUri, tokenRoute }
    let running: RunningWorker | undefined
    try {
        running =
            share === 'origin' && typeof SharedWorker === 'function' && navigator.locks
                ? await findSharedWorker(JSON.stringify(pins), workerUrl)
                : startOwnWorker(workerUrl)
        const { worker, target, alive, close } = running
        const blocked = new Promise<never>((_, reject) => {
            worker.onerror = reject
        })
        const link = linkWorker({ target, onExpired, close })
        const hello = link.call({ type: 'init', pins, alive }, { signal })
        return { link, hello: await Promise.race([hello, blocked]) }
    } catch (cause) {
        running?.close()
        if (signal.aborted || cause instanceof ApiError) throw cause
        throw new InitializationError(
            'The worker could not start: give workerUrl, or allow blob: in the content security policy',
            { code: 'worker_blocked', cause }
        )
    }
}

function startOwnWorker(workerUrl: string | undefined): RunningWorker {
    const url = workerUrl ?? inlinedWorker()
    const worker = new Worker(url)
    return {
        worker,
        target: worker,
        close() {
            worker.terminate()
            if (!workerUrl) URL.revokeObjectURL(url)
        },
    }
}
