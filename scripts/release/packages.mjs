// @ts-check
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { root } from '../lib/run-command.mjs'

/** Where the project lives; provenance of npm compares it with the repository that the build ran in. */
const REPOSITORY = 'git+https://github.com/openfin-for-servicenow/openfin-for-servicenow.git'
/** Scripts that npm would run on the machines of users, or that would change what is packed. */
const FORBIDDEN_SCRIPTS = /^(pre|post)?(install|prepare|pack|publish|publishOnly)$/

/**
 * What a package.json holds, as far as releases care.
 * @typedef {{
 *     name: string,
 *     version: string,
 *     private?: boolean,
 *     license?: string,
 *     description?: string,
 *     bin?: Record<string, string>,
 *     files?: string[],
 *     engines?: { node?: string },
 *     repository?: { url?: string, directory?: string },
 *     publishConfig?: { access?: string, provenance?: boolean },
 *     scripts?: Record<string, string>,
 *     workspaces?: string[],
 *     dependencies?: Record<string, string>,
 *     devDependencies?: Record<string, string>
 * }} Manifest
 * @typedef {{ folder: string, manifest: Manifest }} Package `folder` from the root of the project
 */

/**
 * The project itself, which is the app, and all its workspaces.
 * @returns {Promise<{ app: Package, workspaces: Package[] }>}
 */
export async function readPackages() {
    const app = await read('')
    const workspaces = await Promise.all((app.manifest.workspaces ?? []).map(read))
    return { app, workspaces }
}

/** @param {string} folder @returns {Promise<Package>} */
async function read(folder) {
    return { folder, manifest: JSON.parse(await readFile(join(root, folder, 'package.json'), 'utf8')) }
}

/**
 * The packages to publish, each after those of ours that it depends on.
 * @param {readonly Package[]} workspaces
 * @returns {Package[]}
 * @throws Error where they depend on each other in a circle
 */
export function inPublishingOrder(workspaces) {
    const left = workspaces
        .filter(({ manifest }) => !manifest.private)
        .sort((one, other) => (one.manifest.name < other.manifest.name ? -1 : 1))
    /** @type {Package[]} */
    const ordered = []
    while (left.length > 0) {
        const names = new Set(left.map(({ manifest }) => manifest.name))
        const at = left.findIndex(
            ({ manifest }) => !Object.keys(manifest.dependencies ?? {}).some((name) => names.has(name))
        )
        if (at < 0) throw new Error(`${[...names].join(', ')} depend on each other.`)
        ordered.push(...left.splice(at, 1))
    }
    return ordered
}

/**
 * What keeps a package from being published with provenance, a line for each finding.
 * @param {Package} one
 */
export function packageProblems({ folder, manifest }) {
    const { name, license, files, engines, repository, publishConfig, scripts = {} } = manifest
    const forbidden = Object.keys(scripts).filter((script) => FORBIDDEN_SCRIPTS.test(script))
    /** @type {[boolean, string][]} */
    const checks = [
        [license === 'Apache-2.0', 'its licence is not Apache-2.0'],
        [Boolean(files?.length), 'it has no list of files'],
        [Boolean(engines?.node), 'it does not say which Node it needs'],
        [repository?.url === REPOSITORY, `its repository is not ${REPOSITORY}`],
        [repository?.directory === folder, `the directory of its repository is not ${folder}`],
        [publishConfig?.access === 'public', 'publishConfig.access is not public'],
        [publishConfig?.provenance === true, 'publishConfig.provenance is not set'],
        [forbidden.length === 0, `it has the scripts ${forbidden.join(', ')}`],
    ]
    return checks.filter(([holds]) => !holds).map(([, problem]) => `${name}: ${problem}`)
}
