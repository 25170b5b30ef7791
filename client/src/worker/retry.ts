import type { Failure } from '../protocol'
import { env } from './env'

/** Longest time, in seconds, that an attempt waits because the instance asks to; a longer one is the caller's. */
const MAX_WAIT_S = 60

/**
 * Attempts again what failed for a reason that passes, after a time that doubles, differs between clients, and is never
 * shorter than the instance's `Retry-After` (RFC 9110 §10.2.3).
 * @param attempts further ones
 * @param passes whether another attempt may help
 */
export async function retrying<T>(
    attempts: number,
    passes: (failure: Failure) => boolean,
    work: () => Promise<T>
): Promise<T> {
    for (let n = 0; ; n++) {
        try {
            return await work()
        } catch (error) {
            const { retryAfter = 0 } = error as Failure
            if (!(n < attempts) || retryAfter > MAX_WAIT_S || !passes(error as Failure)) throw error
            await sleep(Math.max(retryAfter * 1000, backOff(n)))
        }
    }
}

/** Milliseconds to wait after `n` failures before this one: about half a second, doubling. */
export function backOff(n: number): number {
    return 500 * 2 ** n * (0.5 + env.Math.random())
}

/** Waits. */
export function sleep(ms: number): Promise<void> {
    return new Promise((resolve) => void env.setTimeout(resolve, ms))
}

/** Whether the instance did not take a request, or the network lost it. */
export function isBusy({ status }: Failure): boolean {
    return status === 429 || status === 503
}

/** Status, and the seconds that a `Retry-After` header asks to wait. */
export function statusOf({ status, headers }: Response): Pick<Failure, 'status' | 'retryAfter'> {
    const value = headers.get('retry-after')
    const wait = value && (+value >= 0 ? +value : (Date.parse(value) - Date.now()) / 1000)
    return { status, ...((wait as number) > 0 && { retryAfter: wait as number }) }
}
