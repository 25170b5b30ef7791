import { cpSync, existsSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { nowSdk } from './now-sdk'

/** The project's root folder, from both sources and build output. */
export const ROOT = rootAbove(__dirname)

function rootAbove(folder: string): string {
    return existsSync(join(folder, 'now.config.json')) ? folder : rootAbove(dirname(folder))
}

/**
 * Runs the unmodified `now-sdk install` against an instance in its non-interactive mode. It packs the built
 * app into the project's folder first, so each run has a copy of its own: parallel tests do not write to the
 * same file.
 *
 * @param env `ARGUMENTS` are further arguments, `PROJECT` is the folder of an existing project to use
 * @returns its output
 * @throws with its output if it fails
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

/** A folder with the parts of the project that an installation needs: the build output and the SDK. */
function copyBuilt(): string {
    const folder = mkdtempSync(join(tmpdir(), 'built-'))
    for (const part of ['package.json', 'now.config.json', 'dist/app'])
        cpSync(join(ROOT, part), join(folder, part), { recursive: true })
    symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'))
    return folder
}
