import { ParameterError } from './errors'

/**
 * Longest time that a timer can wait, in milliseconds (HTML: timers take a signed 32-bit number; Node's, too); a longer
 * one ends at once.
 */
export const LONGEST_MS = 2 ** 31 - 1

/**
 * Checks how a sign-in or a call may be ended before its end.
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

/** How a sign-in or a call may be ended before its end. */
export interface Limits {
    signal?: AbortSignal | undefined
    /** In milliseconds. */
    timeoutMs?: number | undefined
}

/**
 * Calls `stop` with the reason once the signal is aborted, or once the time is up.
 * @returns what ends the watch, and has to be called
 * @throws ParameterError
 * @throws the reason of a signal that is aborted already
 */
export function stopBy(
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

/** @throws ParameterError that says what `name` must be, unless the condition holds */
export function need(condition: unknown, name: string, expected: string): asserts condition {
    if (!condition) throw new ParameterError(`${name} must be ${expected}`)
}
