import { spawn, type ChildProcess, type StdioOptions } from 'node:child_process'

/** Waits for end of file on descriptor 4, then terminates the program that the shell executes. */
const SCRIPT =
    'exec 4<&0; { read -r _ <&4; kill $$; sleep 2; kill -9 $$; } >/dev/null 2>&1 3>&- & exec "$@" </dev/null 4<&-'

/**
 * Starts a program that ends with this process, even if this one is killed: it is terminated when its input
 * is closed, which the system does at exit at the latest. `child.stdin.end()` terminates it earlier.
 *
 * @param stdio of the outputs, from descriptor 1 on
 */
export function startTied(
    [command, ...args]: [string, ...string[]],
    { env, stdio = ['ignore', 'pipe'] }: { env?: NodeJS.ProcessEnv; stdio?: StdioOptions & unknown[] } = {}
): ChildProcess {
    return spawn('/bin/sh', ['-c', SCRIPT, 'sh', command, ...args], {
        stdio: ['pipe', ...stdio] as StdioOptions,
        env: { ...process.env, ...env },
    })
}

/**
 * The first match of a pattern in an output of a starting program.
 *
 * @param file descriptor of the output
 * @throws Error of one line, with the last line that the program wrote, if it ends or `timeoutMs` elapses
 * first
 */
export function firstMatch(
    child: ChildProcess,
    { name, file, pattern, timeoutMs = START_MS }: Awaited
): Promise<string> {
    return new Promise((resolve, reject) => {
        let text = ''
        const fail = (why: string) => {
            clearTimeout(timer)
            const last = text.trim().split('\n').at(-1)
            reject(new Error(`${name} did not start: ${why}${last ? `: ${last}` : ''}`))
        }
        const timer = setTimeout(() => fail(`no output within ${timeoutMs / 1000} s`), timeoutMs)
        child.on('error', ({ message }) => fail(message))
        child.on('exit', (status) => fail(`it ended with status ${status}`))
        child.stdio[file]?.on('data', (chunk: Buffer) => {
            text += chunk
            const [, found] = pattern.exec(text) ?? []
            if (found === undefined) return
            clearTimeout(timer)
            resolve(found)
        })
    })
}

/** Time limit for starting a browser or a helper program, in ms. */
export const START_MS = 30_000

interface Awaited {
    name: string
    file: 1 | 2 | 3
    pattern: RegExp
    timeoutMs?: number
}

/** Terminates a program and waits until it has ended. */
export async function endTied(child: ChildProcess): Promise<void> {
    if (child.exitCode !== null || child.signalCode !== null) return
    const gone = new Promise((resolve) => child.once('exit', resolve))
    child.stdin?.end()
    await gone
}
