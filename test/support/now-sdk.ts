import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify, types } from 'node:util'

/**
 * Runs the unmodified `now-sdk` of a copy of the project.
 *
 * @param project folder with the `now.config.json`
 * @returns what it printed
 * @throws with its output where it fails
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
    // Who ends this program, as by Ctrl+C, does not leave it behind.
    const end = () => run.child.kill()
    process.once('exit', end)
    try {
        const { stdout, stderr } = await run
        return stdout + stderr
    } catch (error) {
        // It says on its standard output what is wrong.
        if (types.isNativeError(error))
            error.message += `\n${(error as Error & { stdout?: string }).stdout ?? ''}`
        throw error
    } finally {
        process.off('exit', end)
    }
}
