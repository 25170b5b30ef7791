import { spawn } from 'node:child_process'
import { join } from 'node:path'

/** Exit of a process. */
export interface ProcessEnd {
    status: number | null
    signal: NodeJS.Signals | null
}

/** A local instance in a separate process, so that the measurement does not share its thread. */
export interface SpawnedInstance {
    url: string
    /** Process id. */
    pid: number
    /** Milliseconds from the start of the process to its ready line. */
    readyMs: number
    /** Resolves when the process has ended, for any reason. */
    ended: Promise<ProcessEnd>
    /** Sends a signal, by default one for a clean exit. Resolves when it has ended. */
    end(signal?: NodeJS.Signals): Promise<ProcessEnd>
}

/** Start options of the command. */
export interface SpawnOptions {
    /** Arguments of the command; a later `--port` takes precedence. */
    args?: string[]
    /** Called with the process before it is ready. */
    onStart?: (end: SpawnedInstance['end']) => void
    /** Called with all its output; by default, its standard error is forwarded. */
    onOutput?: (text: string) => void
}

/**
 * Starts the command, on a free port unless the arguments name one.
 *
 * @throws Error with its output if it ends before it is ready
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
