import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { nowSdk } from './now-sdk'

/** The project's root folder, from the sources and from what is built of them alike. */
export const ROOT = rootAbove(__dirname)

function rootAbove(folder: string): string {
    return existsSync(join(folder, 'now.config.json')) ? folder : rootAbove(dirname(folder))
}

/**
 * Runs the unmodified `now-sdk install` against an instance in its non-interactive mode.
 *
 * @param env `ARGUMENTS` are further arguments, `PROJECT` is the folder of another project than this one
 * @returns what it printed
 * @throws with its output where it fails
 */
export async function deployTo(
    instanceUrl: string,
    { ARGUMENTS, PROJECT = ROOT, ...env }: Record<string, string> = {}
): Promise<string> {
    return nowSdk(PROJECT, ['install', ...(ARGUMENTS?.split(' ') ?? [])], {
        SN_SDK_NODE_ENV: 'SN_SDK_CI_INSTALL',
        SN_SDK_AUTH_TYPE: 'basic',
        SN_SDK_INSTANCE_URL: instanceUrl,
        SN_SDK_USER: 'admin',
        SN_SDK_USER_PWD: 'admin',
        ...env,
    })
}
