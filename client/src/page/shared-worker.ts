import type { RunningWorker } from './worker-link'
import { inlinedWorker } from './worker-source'

/** Begins the names of the locks of living pages; the rest names the worker, its address, and the page. */
const LOCKS = 'openfin-servicenow-client page '

/**
 * Starts the worker that all windows of the origin share, or finds it. Browsers tell shared workers apart by address and
 * name; the address of an inlined one is another in each page, so that pages learn it from the locks of those that are
 * there already.
 * @param name what it is pinned to
 */
export async function findSharedWorker(name: string, workerUrl: string | undefined): Promise<RunningWorker> {
    const { locks } = navigator
    const prefix = `${LOCKS}${name} `
    return await locks.request(`${LOCKS}start`, async () => {
        const { held = [] } = await locks.query()
        const found = held.find((lock) => lock.name?.startsWith(prefix))?.name
        const url = workerUrl ?? found?.slice(prefix.length).split(' ')[0] ?? inlinedWorker()
        const alive = `${prefix}${url} ${crypto.randomUUID()}`
        let release = () => {}
        await new Promise<void>((granted) => {
            void locks.request(alive, () => {
                granted()
                return new Promise<void>((resolve) => (release = resolve))
            })
        })
        try {
            const worker = new SharedWorker(url, name)
            return {
                worker,
                target: worker.port,
                alive,
                close() {
                    worker.port.close()
                    release()
                },
            }
        } catch (error) {
            release()
            throw error
        }
    })
}
