import type { Failure } from '../protocol'
import { env } from './env'

/** Maximum `Retry-After`, in seconds, that is waited for. A longer one is reported to the caller. */
const MAX_WAIT_S = 60

/**
 * Repeats work after a temporary failure, with exponential back-off, random jitter, and at least the
 * instance's `Retry-After` (RFC 9110 §10.2.3).
 * @param attempts number of further attempts
 * @param isTemporary whether a failure is temporary
 */
export async function withRetry<T>(
    attempts: number,
    isTemporary: (failure: Failure) => boolean,
    work: () => Promise<T>
): Promise<T> {
    for (let n = 0; ; n++) {
        try {
            return await work()
        } catch (error) {
            const { retryAfter = 0 } = error as Failure
            if (!(n < attempts) || retryAfter > MAX_WAIT_S || !isTemporary(error as Failure)) throw error
            await sleep(Math.max(retryAfter * 1000, backOff(n)))
        }
    }
}

/** Milliseconds to wait after `n` earlier failures: about half a second, doubled each time. */
export function backOff(n: number): number {
    return 500 * 2 ** n * (0.5 + env.Math.random())
}

/** Waits for `ms` milliseconds. */
export function sleep(ms: number): Promise<void> {
    return new Promise((resolve) => void env.setTimeout(resolve, ms))
}

/** Whether the instance rejected a request because it is busy. */
export function isBusy({ status }: Failure): boolean {
    return status === 429 || status === 503
}

/** Status of a response, and its `Retry-After` in seconds. */
export function statusOf({ status, headers }: Response): Pick<Failure, 'status' | 'retryAfter'> {
    const value = headers.get('retry-after')
    const wait = value && (+value >= 0 ? +value : (Date.parse(value) - Date.now()) / 1000)
    return { status, ...((wait as number) > 0 && { retryAfter: wait as number }) }
}
