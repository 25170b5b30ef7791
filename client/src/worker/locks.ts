import { env } from './env'

/**
 * Runs work under a Web Lock, or without it if the browser has none or blocks them, which it does with a
 * `SecurityError` if site data is blocked (Web Locks, section 3.2). Windows are then not coordinated.
 *
 * @param work receives undefined without a lock, and null if `ifAvailable` finds the lock taken
 */
export async function withLock<T>(
    name: string,
    options: LockOptions,
    work: (lock?: Lock | null) => Promise<T>
): Promise<T> {
    let isGranted = false
    try {
        return await env.navigator.locks!.request(name, options, (lock) => {
            isGranted = true
            return work(lock)
        })
    } catch (error) {
        if (isGranted) throw error
        return work()
    }
}
