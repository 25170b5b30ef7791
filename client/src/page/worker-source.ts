/** The worker's text, which the build puts here. */
declare const WORKER_SOURCE: string

/** Address of the worker that this package brings along, for pages whose content security policy allows `blob:`. */
export function inlinedWorker(): string {
    return URL.createObjectURL(new Blob([WORKER_SOURCE], { type: 'text/javascript' }))
}
