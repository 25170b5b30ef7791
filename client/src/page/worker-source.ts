import type { WorkerAddress } from '../types/connect-options'

/** The worker's text, which the build puts here. */
declare const WORKER_SOURCE: string

/**
 * What to start a worker from: a file as it is, else a blob with the text that this package brings along or that of a
 * `data:` address, as single-file builds make it. A worker from a `data:` address itself would have an origin of its
 * own, which no instance can allow.
 *
 * @param found where another page started it from, in place of a blob of this page
 */
export async function workerScript(
    workerUrl: WorkerAddress | undefined,
    found?: string
): Promise<WorkerAddress> {
    const isData = /^data:/.test(workerUrl as string)
    if (workerUrl && !isData) return workerUrl
    return (
        found ??
        URL.createObjectURL(
            isData
                ? await (await fetch(workerUrl as string)).blob()
                : new Blob([WORKER_SOURCE], { type: 'text/javascript' })
        )
    )
}
