import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from './deploy'

/** The package that `now-sdk install` built and sent before the tests ran. */
export const PACKAGE = join(ROOT, 'dist/test-package.zip')

/** The latest package of `now-sdk pack` or `install` in a project's folder. */
export function packedIn(project: string): string {
    const folder = join(project, 'target')
    const packages = readdirSync(folder)
        .filter((name) => name.endsWith('.zip'))
        .map((name) => join(folder, name))
        .sort((one, other) => statSync(other).mtimeMs - statSync(one).mtimeMs)
    if (!packages[0]) throw new Error(`There is no package in ${folder}`)
    return packages[0]
}

/**
 * Sends a package with the SDK's request, ten times as fast, for tests that do not need the SDK itself.
 *
 * @param authorization of an administrator
 * @param file package of `now-sdk`; default that of the deployment before the tests
 * @throws if it is not installed
 */
export async function uploadPackage(
    instanceUrl: string,
    authorization: string,
    file = PACKAGE
): Promise<void> {
    const form = new FormData()
    form.append('upload_type', 'file')
    form.append('load_demo', 'false')
    form.append('attachFile', new Blob([new Uint8Array(readFileSync(file))]))
    const headers = { authorization }
    const sent = await fetch(
        `${instanceUrl}/sn_appclient_upload_processor.do?sysparm_request_type=custom_app`,
        { method: 'POST', headers, body: form }
    )
    const { executionTracker } = (await sent.json()) as { executionTracker: string }
    const progress = await fetch(`${instanceUrl}/api/sn_cicd/progress/${executionTracker}`, { headers })
    const { result } = (await progress.json()) as { result: { status: string; status_message: string } }
    if (result.status !== '2') throw new Error(`the package was not installed: ${result.status_message}`)
}
