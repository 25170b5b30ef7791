// @ts-check
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** Root folder of the project. */
export const root = fileURLToPath(new URL('../..', import.meta.url))

/**
 * Runs a program of node_modules/.bin (or any other) in the project's root and returns its output.
 * @param {string} command
 * @param {string[]} args
 * @param {{ env?: Record<string, string>, show?: boolean }} [options] `show` forwards the output immediately
 * @returns {Promise<string>}
 * @throws Error with the last lines of the output if the status is not zero
 */
export function runCommand(command, args, { env = {}, show = false } = {}) {
    return new Promise((resolve, reject) => {
        const child = spawn(command, args, {
            cwd: root,
            env: { ...process.env, PATH: `${root}/node_modules/.bin:${process.env.PATH}`, ...env },
            stdio: show ? 'inherit' : ['ignore', 'pipe', 'pipe'],
        })
        let output = ''
        child.stdout?.on('data', (chunk) => (output += chunk))
        child.stderr?.on('data', (chunk) => (output += chunk))
        child.on('error', (error) => reject(new Error(`${command} could not be started: ${error.message}`)))
        child.on('close', (status) => {
            if (status === 0) return resolve(output)
            const last = output.trim().split('\n').slice(-20).join('\n')
            reject(
                new Error(`${command} ${args[0] ?? ''} ended with status ${status}${last ? `\n${last}` : ''}`)
            )
        })
    })
}
