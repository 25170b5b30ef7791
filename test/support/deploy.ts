import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'

/** The project's root folder, from the sources and from what is built of them alike. */
export const ROOT = rootAbove(__dirname)

function rootAbove(folder: string): string {
    return existsSync(join(folder, 'now.config.json')) ? folder : rootAbove(dirname(folder))
}

/**
 * Runs the unmodified `now-sdk install` against an instance in its non-interactive mode.
 *
 * @returns what it printed
 * @throws with its output where it fails
 */
export async function deployTo(instanceUrl: string, env: Record<string, string> = {}): Promise<string> {
    const { stdout, stderr } = await promisify(execFile)(
        process.execPath,
        [
            join(ROOT, 'node_modules/@servicenow/sdk/bin/index.js'),
            'install',
            ...(env['ARGUMENTS']?.split(' ') ?? []),
        ],
        {
            cwd: ROOT,
            env: {
                ...process.env,
                SN_SDK_NODE_ENV: 'SN_SDK_CI_INSTALL',
                SN_SDK_AUTH_TYPE: 'basic',
                SN_SDK_INSTANCE_URL: instanceUrl,
                SN_SDK_USER: 'admin',
                SN_SDK_USER_PWD: 'admin',
                ...env,
            },
        }
    )
    return stdout + stderr
}
