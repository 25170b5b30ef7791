/** Records the messages between a page and its workers. */
export interface Overheard {
    /** All messages from workers, Blobs as text. */
    said(): Promise<string>
    /** The ports of workers, newest last. */
    targets: { postMessage(message: unknown, transfer: Transferable[]): void }[]
    /** Sends a message of the test to the newest worker and waits for the reply. */
    ask(message: unknown): Promise<Record<string, unknown>>
}

/**
 * Records every message that a worker sends to the page, and the workers. Runs in the page before any other
 * script.
 */
export function overhear(): void {
    const messages: unknown[] = []
    const targets: Overheard['targets'] = []
    const keep = (event: Event) => void messages.push((event as MessageEvent).data)
    const { Worker: RealWorker, SharedWorker: RealSharedWorker, MessageChannel: RealChannel } = window
    const listen = (target: Worker | MessagePort) => {
        target.addEventListener('message', keep)
        targets.push(target)
    }
    window.Worker = class extends RealWorker {
        constructor(url: string | URL, options?: WorkerOptions) {
            super(url, options)
            listen(this)
        }
    }
    if (RealSharedWorker) {
        window.SharedWorker = class extends RealSharedWorker {
            constructor(url: string | URL, options?: string | WorkerOptions) {
                super(url, options)
                listen(this.port)
            }
        }
    }
    window.MessageChannel = class extends RealChannel {
        constructor() {
            super()
            this.port1.addEventListener('message', keep)
        }
    }
    const textOf = async (value: unknown): Promise<unknown> => {
        if (value instanceof Blob) return value.text()
        if (Array.isArray(value)) return Promise.all(value.map(textOf))
        if (value && typeof value === 'object') {
            const entries = Object.entries(value).map(
                async ([name, member]) => [name, await textOf(member)] as const
            )
            return Object.fromEntries(await Promise.all(entries))
        }
        return value
    }
    const overheard: Overheard = {
        said: async () => JSON.stringify(await textOf(messages)),
        targets,
        ask: (message) =>
            new Promise((resolve) => {
                const { port1, port2 } = new MessageChannel()
                port1.onmessage = ({ data }: MessageEvent<Record<string, unknown>>) => {
                    if (!('ok' in data)) return
                    port1.close()
                    resolve(data)
                }
                targets[targets.length - 1]!.postMessage(message, [port2])
            }),
    }
    Object.assign(window, { overheard })
}
