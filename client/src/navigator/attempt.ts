import { watchLimits } from '../limits'
import { createDisposer, type Disposer } from './disposer'
import type { AuthorizeRequest, CallbackParameters } from './navigator'
import { readCallback } from './read-callback'

/** A sign-in in progress in a window. */
export interface Attempt {
    /** Cleans up when the attempt ends, whatever the result. */
    disposer: Disposer
    /** Ends the attempt with the parameters of a callback URL. */
    read(url: string): void
    /** Ends the attempt with an error. */
    fail(error: unknown): void
}

/** Runs a sign-in from `start` until it reads a callback URL, fails, or its signal is aborted. */
export function runAttempt(
    request: AuthorizeRequest,
    start: (attempt: Attempt) => void | Promise<void>
): Promise<CallbackParameters> {
    const disposer = createDisposer()
    const { signal } = request
    return new Promise<CallbackParameters>((resolve, reject) => {
        const read = (url: string) => {
            try {
                resolve(readCallback(url, request))
            } catch (error) {
                reject(error)
            }
        }
        disposer.defer(watchLimits({ signal }, reject))
        void Promise.resolve(start({ disposer, read, fail: reject })).catch(reject)
    }).finally(disposer.dispose)
}
