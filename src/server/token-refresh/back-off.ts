/** Minutes to wait after so many failures in a row; longer series stay at the last. */
const MINUTES = [1, 2, 4, 8, 16, 32, 60]
/** Longest wait that a provider may ask for, in seconds: a day. */
const MAX_RETRY_AFTER_S = 86_400
/** Part of a wait that differs from token to token, so that what failed together does not come back together. */
const JITTER = 0.2

/**
 * How long to wait before the next attempt, in ms.
 *
 * @param failures failures in a row, this one included
 * @param token what tells tokens apart, such as the requestor's sys_id; the same one always gets the same wait
 * @param retryAfterS seconds that the provider asked for, or null
 * @param refreshLeftMs ms until the refresh token's end, or null: a token near its end is not left waiting past it
 */
export function backOff({
    failures,
    token,
    retryAfterS,
    refreshLeftMs,
}: {
    failures: number
    token: string
    retryAfterS: number | null
    refreshLeftMs: number | null
}): number {
    if (retryAfterS !== null) return Math.min(Math.max(retryAfterS, 1), MAX_RETRY_AFTER_S) * 1000
    const minutes = MINUTES[Math.min(Math.max(failures, 1), MINUTES.length) - 1] ?? 60
    const wait = minutes * 60_000 * (1 + JITTER * fraction(`${token}${failures}`))
    // A quarter of what is left, but not less than a minute: the last hours are worth more attempts.
    return refreshLeftMs === null ? wait : Math.min(wait, Math.max(60_000, refreshLeftMs / 4))
}

/** A number from 0 to 1 that a text always gives (FNV-1a). */
function fraction(text: string): number {
    let hash = 0x811c9dc5
    for (let index = 0; index < text.length; index++) {
        hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
    }
    return (hash >>> 0) / 0xffffffff
}
