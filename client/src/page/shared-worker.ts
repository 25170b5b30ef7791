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
export async function findSharedWorker(
    name: string,
    workerUrl: WorkerAddress | undefined,
    signal: AbortSignal
): Promise<RunningWorker> {
    const { locks } = navigator
    const prefix = `${LOCKS}${name} `
    return await locks.request(`${LOCKS}start`, { signal }, async () => {
        const { held } = await locks.query()
        const found = held!.find((lock) => lock.name!.startsWith(prefix))?.name
        const url = await workerScript(workerUrl, found?.slice(prefix.length).split(' ')[0])
        const alive = `${prefix}${url as string} ${crypto.randomUUID()}`
        return new Promise<RunningWorker>((resolve, reject) => {
            const hold = () =>
                new Promise<void>((release) => {
                    const worker = new SharedWorker(url as string, name)
                    const close = () => {
                        worker.port.close()
                        release()
                    }
                    resolve({ worker, target: worker.port, alive, close })
                })
            locks.request(alive, hold).catch(reject)
        })
    })
}
