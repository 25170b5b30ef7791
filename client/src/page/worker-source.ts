import type { WorkerAddress } from '../types/connect-options'

/** Source text of the worker; the build inserts it. */
declare const WORKER_SOURCE: string

/**
 * The URL to start a worker from: the app's file, else a blob: URL of the worker that this package contains.
 * The blob also replaces a `data:` URL, as single-file builds create it: a worker from there would have an
 * opaque origin, which no CORS rule can allow and for which browsers block Web Locks.
 *
 * @param found URL from which another page started the worker; replaces a blob: URL of this page
 */
export function workerScript(workerUrl: WorkerAddress | undefined, found?: string): WorkerAddress {
    if (workerUrl && !/^data:/.test(String(workerUrl))) return workerUrl
    return found ?? URL.createObjectURL(new Blob([WORKER_SOURCE], { type: 'text/javascript' }))
}
