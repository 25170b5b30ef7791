import type { WorkerAddress } from '../types/connect-options'
import type { RunningWorker } from './worker-link'
import { workerScript } from './worker-source'

/** Prefix of the lock names of live pages; the rest is the worker's name, its URL, and an id of the page. */
const LOCKS = 'openfin-servicenow-client page '

/**
 * Starts the worker that all windows of the origin share, or finds it. Browsers identify shared workers by
 * URL and name. The blob: URL of an inlined worker differs in each page, so a page reads it from the locks of
 * live pages.
 * @param name the pins of the worker
 * @param signal stops waiting for another page that is starting the worker
 * @throws the browser's error if SharedWorker is missing or locks are blocked
 */
export function findSharedWorker(
    name: string,
    workerUrl: WorkerAddress | undefined,
    signal: AbortSignal
): Promise<RunningWorker> {
    const { locks } = navigator
    const prefix = `${LOCKS}${name} `
    return new Promise((resolve, reject) => {
        const start = async () => {
            const { held } = await locks.query()
            const found = held!.find((lock) => lock.name!.startsWith(prefix))?.name
            const url = workerScript(workerUrl, found?.slice(prefix.length).split(' ')[0])
            const alive = `${prefix}${String(url)} ${crypto.randomUUID()}`
            await new Promise<void>((started, fail) => {
                const holdLock = () =>
                    new Promise<void>((release) => {
                        const worker = new SharedWorker(url as string, name)
                        const close = () => {
                            worker.port.close()
                            release()
                        }
                        // Resolves before the lock is released: the page must listen before the worker can
                        // fail.
                        resolve({ worker, target: worker.port, alive, close })
                        started()
                    })
                locks.request(alive, holdLock).catch(fail)
            })
        }
        locks.request(`${LOCKS}start`, { signal }, start).catch(reject)
    })
}
