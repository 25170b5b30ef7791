import { env } from './env'

/**
 * Runs work under a Web Lock; without it where the browser has none or refuses them, as it does with a `SecurityError`
 * where site data is blocked (Web Locks, section 3.2). Windows then neither wait for nor know of each other.
 *
 * @param work gets no lock then; null where `ifAvailable` finds it taken
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
