import { ApiError, InitializationError } from '../errors'
import { log } from '../logging'
import type { AnswerValue, Pins } from '../protocol'
import type { ConnectSettings } from '../types/connect-options'
import { findSharedWorker } from './shared-worker'
import { linkWorker, type RunningWorker, type WorkerLink } from './worker-link'
import { workerScript } from './worker-source'

/** Milliseconds to wait for the first reply. A script that loads but never replies is not the worker. */
const START_MS = 10_000

/** A started worker and its reply to the first message. */
export interface StartedWorker {
    link: WorkerLink
    /** Includes the user if the worker's session is signed in already. */
    initReply: AnswerValue
}

/**
 * Starts the worker that holds the tokens, or finds the one that the origin's windows share, and pins it. If
 * windows cannot share a worker, because SharedWorker is missing or Web Locks are blocked, this window uses
 * its own.
 * @param signal cancels the start, which then rejects with its reason
 * @throws InitializationError `worker_blocked` if the worker cannot run: the page itself never holds tokens
 */
export async function startWorker(
    { instanceUrl, clientId, redirectUri, tokenRoute, share, workerUrl }: ConnectSettings,
    onExpired: (() => void) | undefined,
    signal: AbortSignal
): Promise<StartedWorker> {
    const pins: Pins = { instanceUrl, clientId, redirectUri, tokenRoute }
    const open = async (starting: Promise<RunningWorker>): Promise<StartedWorker> => {
        const { worker, target, alive, close } = await starting
        const failed = new Promise<never>((_, reject) => {
            worker.onerror = reject
        })
        const link = linkWorker({ target, onExpired, close })
        const initReply = link.call({ type: 'init', pins, alive }, { signal, timeoutMs: START_MS })
        return {
            link,
            initReply: await Promise.race([initReply, failed]).catch((error: unknown) => {
                close()
                throw error
            }),
        }
    }
    try {
        if (share === 'origin') {
            try {
                return await open(findSharedWorker(JSON.stringify(pins), workerUrl, signal))
            } catch (error) {
                log('warn', 'SharedWorker', error)
            }
        }
        return await open(startOwnWorker(workerUrl))
    } catch (cause) {
        if (signal.aborted || (cause instanceof ApiError && cause.code !== 'timeout')) throw cause
        // Browsers report why a constructor failed, but not the response of the server or the policy that
        // blocked it.
        const { message } = cause as Partial<Error>
        throw new InitializationError(
            `The worker ${(workerUrl as string) ?? 'blob:'} did not start${message ? ` (${message})` : ''}. ` +
                'Check its origin, status, MIME type, COEP and CSP (worker-src)',
            { code: 'worker_blocked', cause }
        )
    }
}

async function startOwnWorker(workerUrl: ConnectSettings['workerUrl']): Promise<RunningWorker> {
    const url = workerScript(workerUrl)
    const worker = new Worker(url as string)
    return {
        worker,
        target: worker,
        close() {
            worker.terminate()
            if (url !== workerUrl) URL.revokeObjectURL(url as string)
        },
    }
}
