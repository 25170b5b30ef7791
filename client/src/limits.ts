import { ParameterError } from './errors'

/**
 * Maximum delay of a timer in milliseconds: browsers (HTML) and Node.js use a signed 32-bit number, and a
 * longer timer fires at once.
 */
export const LONGEST_MS = 2 ** 31 - 1

/**
 * Validates the signal and the time limit of a sign-in or a call.
 *
 * @throws ParameterError
 */
export function checkLimits(limits: { signal?: unknown; timeoutMs?: unknown }): void {
    const { signal, timeoutMs } = limits as { signal?: AbortSignal; timeoutMs?: number }
    need(
        timeoutMs === undefined ||
            (typeof timeoutMs === 'number' && timeoutMs > 0 && timeoutMs <= LONGEST_MS),
        'timeoutMs',
        `1 to ${LONGEST_MS} ms`
    )
    need(signal === undefined || typeof signal?.throwIfAborted === 'function', 'signal', 'an AbortSignal')
}

/** Signal and time limit of a sign-in or a call. */
export interface Limits {
    signal?: AbortSignal | undefined
    /** In milliseconds. */
    timeoutMs?: number | undefined
}

/**
 * Calls `stop` with the reason when the signal is aborted or the time limit is reached.
 * @returns stops watching; the caller must call it
 * @throws ParameterError
 * @throws the reason of a signal that is already aborted
 */
export function watchLimits(
    limits: Limits,
    stop: (reason: unknown) => void,
    timedOut?: () => unknown
): () => void {
    checkLimits(limits)
    const { signal, timeoutMs } = limits
    signal?.throwIfAborted()
    const abort = () => stop(signal!.reason)
    const timer = timeoutMs && setTimeout(() => stop(timedOut!()), timeoutMs)
    signal?.addEventListener('abort', abort)
    return () => {
        clearTimeout(timer)
        signal?.removeEventListener('abort', abort)
    }
}

/** @throws ParameterError that names the expected value, if the condition is false */
export function need(condition: unknown, name: string, expected: string): asserts condition {
    if (!condition) throw new ParameterError(`${name} must be ${expected}`)
}
