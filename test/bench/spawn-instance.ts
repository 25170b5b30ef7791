import { spawn } from 'node:child_process'
import { join } from 'node:path'

/** How a process ended. */
export interface ProcessEnd {
    status: number | null
    signal: NodeJS.Signals | null
}

/** A local instance in a process of its own, so that who measures does not share its thread. */
export interface SpawnedInstance {
    url: string
    /** Of its process. */
    pid: number
    /** Milliseconds from the start of the process to the line that says it is ready. */
    readyMs: number
    /** Resolves when the process is gone, whoever ended it. */
    ended: Promise<ProcessEnd>
    /** Ends it with a signal, by default so that it can end cleanly. Resolves when it is gone. */
    end(signal?: NodeJS.Signals): Promise<ProcessEnd>
}

/** How the command is started. */
export interface SpawnOptions {
    /** Arguments of the command; a later `--port` holds. */
    args?: string[]
    /** Hears of the process before it is ready. */
    onStart?: (end: SpawnedInstance['end']) => void
    /** Gets all that it prints; default what it prints to standard error is passed on. */
    onOutput?: (text: string) => void
}

/**
 * Starts the command, on any free port unless the arguments name one.
 *
 * @throws Error with what it printed where it ends before it is ready
 */
export function spawnInstance({ args = [], onStart, onOutput }: SpawnOptions = {}): Promise<SpawnedInstance> {
    const bin = join(require.resolve('openfin-servicenow-local-instance'), '../../bin/local-instance.js')
    const start = performance.now()
    const child = spawn(process.execPath, [bin, '--port', '0', '--quiet', ...args], {
        stdio: ['ignore', 'pipe', onOutput ? 'pipe' : 'inherit'],
    })
    const ended = new Promise<ProcessEnd>((resolve) =>
        child.once('close', (status, signal) => resolve({ status, signal }))
    )
    const end = (signal: NodeJS.Signals = 'SIGTERM') => {
        child.kill(signal)
        return ended
    }
    onStart?.(end)
    return new Promise((resolve, reject) => {
        let out = ''
        child.once('error', reject)
        child.once('close', (status) =>
            reject(new Error(`the local instance ended with status ${status}: ${out}`))
        )
        const read = (chunk: Buffer) => {
            const text = chunk.toString('utf8')
            onOutput?.(text)
            const wasReady = /ready at \S+\n/.test(out)
            if (wasReady) return
            out += text
            const url = /ready at (\S+)\n/.exec(out)?.[1]
            if (url) {
                resolve({ url, pid: child.pid ?? 0, readyMs: performance.now() - start, ended, end })
            }
        }
        child.stdout?.on('data', read)
        child.stderr?.on('data', read)
    })
}
