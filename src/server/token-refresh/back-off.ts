/** Minutes to wait after one, two, three… consecutive failures; the last value applies to all further ones. */
const MINUTES = [1, 2, 4, 8, 16, 32, 60]
/** Longest wait that a provider may request, in seconds: one day. */
const MAX_RETRY_AFTER_S = 86_400
/** Share of the wait that varies by token, so that tokens that failed together do not retry together. */
const JITTER = 0.2

/**
 * How long to wait before the next attempt, in ms.
 *
 * @param failures consecutive failures, including this one
 * @param token identifies the token, such as the requestor's sys_id; the same token always gets the same jitter
 * @param retryAfterS seconds that the provider requested, or null
 * @param refreshLeftMs ms until the refresh token expires, or null; limits the wait so that retries come before that
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
    // At most a quarter of the remaining time, but at least a minute: the last hours deserve more attempts.
    return refreshLeftMs === null ? wait : Math.min(wait, Math.max(60_000, refreshLeftMs / 4))
}

/** Hashes a text to a number from 0 to 1 (FNV-1a). */
function fraction(text: string): number {
    let hash = 0x811c9dc5
    for (let index = 0; index < text.length; index++) {
        hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
    }
    return (hash >>> 0) / 0xffffffff
}
