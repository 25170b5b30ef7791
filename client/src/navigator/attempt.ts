import { stopBy } from '../limits'
import { createDisposer, type Disposer } from './disposer'
import type { AuthorizeRequest, CallbackParameters } from './navigator'
import { readCallback } from './read-callback'

/** One sign-in under way in a window. */
export interface Attempt {
    /** Undoes everything as soon as the attempt is over, however it ends. */
    disposer: Disposer
    /** Ends the attempt with what the address says. */
    read(url: string): void
    /** Ends the attempt with an error. */
    fail(error: unknown): void
}

/** Runs a sign-in from `start` until it reads an address, fails, or its signal is aborted. */
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
        disposer.defer(stopBy({ signal }, reject))
        void Promise.resolve(start({ disposer, read, fail: reject })).catch(reject)
    }).finally(disposer.dispose)
}
