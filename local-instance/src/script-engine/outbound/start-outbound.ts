import { existsSync } from 'node:fs'
import { Worker } from 'node:worker_threads'
import type { OutboundLine } from './outbound-client'

/** The single thread that connects an instance's scripts to the network. */
export interface OutboundThread {
    /** Passes the thread its end of a script thread's line. */
    connect(line: OutboundLine): void
    close(): Promise<void>
}

/** Starts the outbound thread with its first line; if it terminates by itself, the next line restarts it. */
export function createOutboundThread(file: string): OutboundThread {
    let worker: Worker | undefined
    const start = (): Worker => {
        const started = new Worker(file, { env: {} })
        // `exit` follows; requests in progress time out.
        started.on('error', () => undefined)
        started.on('exit', () => {
            if (worker === started) worker = undefined
        })
        return started
    }
    return {
        connect(line) {
            worker ??= start()
            worker.postMessage(line, [line.port])
        },
        async close() {
            await worker?.terminate()
        },
    }
}

/** The compiled file beside this one; when running from source (tests), that of the last build. */
export function compiledFile(folder: string, name: string): string {
    const built = folder.replace(/([\\/])src([\\/]script-engine)/, '$1dist$2')
    const file = [`${folder}/${name}`, `${built}/${name}`].find((path) => existsSync(path))
    if (!file) throw new Error(`${name} is missing: build the local instance first (tsc -b local-instance)`)
    return file
}
