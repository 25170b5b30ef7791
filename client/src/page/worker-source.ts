import type { WorkerAddress } from '../types/connect-options'

/** The worker's text, which the build puts here. */
declare const WORKER_SOURCE: string

/**
 * What to start a worker from: the app's file, else a blob with the worker that this package brings along. The latter
 * also takes the place of a `data:` address, as single-file builds make it: a worker from there would have an opaque
 * origin, which no CORS rule can allow and to which browsers refuse Web Locks.
 *
 * @param found where another page started it from, in place of a blob of this page
 */
export function workerScript(workerUrl: WorkerAddress | undefined, found?: string): WorkerAddress {
    if (workerUrl && !/^data:/.test(String(workerUrl))) return workerUrl
    return found ?? URL.createObjectURL(new Blob([WORKER_SOURCE], { type: 'text/javascript' }))
}
