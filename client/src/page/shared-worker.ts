import type { WorkerAddress } from '../types/connect-options'
import type { RunningWorker } from './worker-link'
import { workerScript } from './worker-source'

/** Begins the names of the locks of living pages; the rest names the worker, its address, and the page. */
const LOCKS = 'openfin-servicenow-client page '

/**
 * Starts the worker that all windows of the origin share, or finds it. Browsers tell shared workers apart by address and
 * name; the address of an inlined one is another in each page, so that pages learn it from the locks of those that are
 * there already.
 * @param name what it is pinned to
 * @param signal ends the wait for another page that starts it
 * @throws whatever the browser does where it has no shared workers or refuses locks
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
                const hold = () =>
                    new Promise<void>((release) => {
                        const worker = new SharedWorker(url as string, name)
                        const close = () => {
                            worker.port.close()
                            release()
                        }
                        // Without waiting for the lock's release: the page must listen before the worker may fail.
                        resolve({ worker, target: worker.port, alive, close })
                        started()
                    })
                locks.request(alive, hold).catch(fail)
            })
        }
        locks.request(`${LOCKS}start`, { signal }, start).catch(reject)
    })
}
