import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { ROOT } from '../../../test/support/deploy'

/** The built command. */
const CLI = join(ROOT, 'cli/bin/openfin-servicenow.js')

/** What a run of the command left. */
export interface Run {
    status: number | null
    stdout: string
    stderr: string
    /** Standard output as JSON. */
    json<T = Record<string, unknown>>(): T
}

/** How to run it. */
export interface RunOptions {
    /** Variables; nothing of this process' credentials is passed on. */
    env?: Record<string, string>
    /** Called with all of standard error so far; a signal is sent once. */
    onStderr?: (text: string, kill: (signal: NodeJS.Signals) => void) => void
    /** Folder and file, if it is not the built one. */
    cwd?: string
    file?: string
}

/** Runs the command as a script does: without a terminal. */
export function runCli(args: readonly string[], options: RunOptions = {}): Promise<Run> {
    const { env = {}, onStderr, cwd = ROOT, file = CLI } = options
    return new Promise((resolve, reject) => {
        const child = spawn(process.execPath, [file, ...args], {
            cwd,
            env: { PATH: process.env['PATH'] ?? '', ...env },
            stdio: ['ignore', 'pipe', 'pipe'],
        })
        let [stdout, stderr] = ['', '']
        let killed = false
        const kill = (signal: NodeJS.Signals) => {
            if (!killed) child.kill(signal)
            killed = true
        }
        child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()))
        child.stderr.on('data', (chunk: Buffer) => {
            stderr += chunk.toString()
            onStderr?.(stderr, kill)
        })
        child.on('error', reject)
        child.on('close', (status) =>
            resolve({ status, stdout, stderr, json: <T>() => JSON.parse(stdout) as T })
        )
    })
}

/** Basic authentication as now-sdk's variables name it. */
export function basicEnv(userName = 'admin', password = userName): Record<string, string> {
    return { SN_SDK_USER: userName, SN_SDK_USER_PWD: password }
}
