import { cpSync, existsSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { nowSdk } from './now-sdk'

/** The project's root folder, from the sources and from what is built of them alike. */
export const ROOT = rootAbove(__dirname)

function rootAbove(folder: string): string {
    return existsSync(join(folder, 'now.config.json')) ? folder : rootAbove(dirname(folder))
}

/**
 * Runs the unmodified `now-sdk install` against an instance in its non-interactive mode. It packs the built app into
 * the project's folder first, so each run has a copy of its own: tests that run side by side do not write one file.
 *
 * @param env `ARGUMENTS` are further arguments, `PROJECT` is the folder of a project to use as it is
 * @returns what it printed
 * @throws with its output where it fails
 */
export async function deployTo(
    instanceUrl: string,
    { ARGUMENTS, PROJECT, ...env }: Record<string, string> = {}
): Promise<string> {
    const project = PROJECT ?? copyBuilt()
    try {
        return await nowSdk(project, ['install', ...(ARGUMENTS?.split(' ') ?? [])], {
            SN_SDK_NODE_ENV: 'SN_SDK_CI_INSTALL',
            SN_SDK_AUTH_TYPE: 'basic',
            SN_SDK_INSTANCE_URL: instanceUrl,
            SN_SDK_USER: 'admin',
            SN_SDK_USER_PWD: 'admin',
            ...env,
        })
    } finally {
        if (!PROJECT) rmSync(project, { recursive: true, force: true })
    }
}

/** A folder with what an installation needs of the project: what was built, and the SDK. */
function copyBuilt(): string {
    const folder = mkdtempSync(join(tmpdir(), 'built-'))
    for (const part of ['package.json', 'now.config.json', 'dist/app'])
        cpSync(join(ROOT, part), join(folder, part), { recursive: true })
    symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'))
    return folder
}
