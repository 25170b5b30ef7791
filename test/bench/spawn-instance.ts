import { spawn } from 'node:child_process'
import { join } from 'node:path'

/** A local instance in a process of its own, so that who measures does not share its thread. */
export interface SpawnedInstance {
    url: string
    /** Of its process. */
    pid: number
    /** Milliseconds from the start of the process to the line that says it is ready. */
    readyMs: number
    end(): Promise<void>
}

/** Starts the command on any free port. */
export function spawnInstance(args: string[] = []): Promise<SpawnedInstance> {
    const bin = join(require.resolve('openfin-servicenow-local-instance'), '../../bin/local-instance.js')
    const start = performance.now()
    const child = spawn(process.execPath, [bin, '--port', '0', '--quiet', ...args], {
        stdio: ['ignore', 'pipe', 'inherit'],
    })
    const ended = new Promise<void>((resolve) => child.once('close', () => resolve()))
    return new Promise((resolve, reject) => {
        let out = ''
        child.once('close', (status) => reject(new Error(`the local instance ended with status ${status}`)))
        child.stdout.on('data', (chunk) => {
            out += chunk
            const url = /ready at (\S+)/.exec(out)?.[1]
            if (!url) return
            resolve({
                url,
                pid: child.pid ?? 0,
                readyMs: performance.now() - start,
                end: () => {
                    child.kill('SIGTERM')
                    return ended
                },
            })
        })
    })
}
