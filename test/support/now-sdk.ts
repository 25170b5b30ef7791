import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify, types } from 'node:util'

/**
 * Runs the unmodified `now-sdk` of a copy of the project.
 *
 * @param project folder with the `now.config.json`
 * @returns its output
 * @throws with its output if it fails
 */
export async function nowSdk(
    project: string,
    args: string[],
    env: Record<string, string> = {}
): Promise<string> {
    const run = promisify(execFile)(
        process.execPath,
        [join(project, 'node_modules/@servicenow/sdk/bin/index.js'), ...args],
        { cwd: project, env: { ...process.env, ...env } }
    )
    // Terminating this program, for example with Ctrl+C, also terminates it.
    const end = () => run.child.kill()
    process.once('exit', end)
    try {
        const { stdout, stderr } = await run
        return stdout + stderr
    } catch (error) {
        // It reports errors on standard output.
        if (types.isNativeError(error))
            error.message += `\n${(error as Error & { stdout?: string }).stdout ?? ''}`
        throw error
    } finally {
        process.off('exit', end)
    }
}
