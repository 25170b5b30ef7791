// @ts-check
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { root, runCommand } from '../lib/run-command.mjs'
import { changelogProblems, datedChangelog } from './changelog.mjs'

const VERSION = /^\d+\.\d+\.\d+$/

/** @typedef {import('./packages.mjs').Package} Package */

/**
 * What disagrees about the version, a line for each place: manifests, exact dependencies on our own packages, the
 * lockfile, the OpenAPI description and the changelog.
 * @param {{ app: Package, workspaces: Package[] }} packages
 */
export async function versionProblems({ app, workspaces }) {
    const { version } = app.manifest
    const own = new Set(workspaces.map(({ manifest }) => manifest.name))
    const lock = JSON.parse(await text('package-lock.json'))
    /** @type {[string, string | undefined][]} */
    const places = [app, ...workspaces].flatMap(({ folder, manifest }) => [
        [join(folder, 'package.json'), manifest.version],
        [`package-lock.json, "${folder}"`, lock.packages[folder]?.version],
        ...Object.entries(manifest.dependencies ?? {})
            .filter(([name]) => own.has(name))
            .map(([name, range]) => /** @type {[string, string]} */ ([`${folder}, ${name}`, range])),
    ])
    places.push(['package-lock.json', lock.version])
    places.push(['docs/openapi.json', JSON.parse(await text('docs/openapi.json')).info.version])
    return [
        ...(VERSION.test(version) ? [] : [`package.json: ${version} is no version such as 1.2.3`]),
        ...places
            .filter(([, found]) => found !== version)
            .map(([place, found]) => `${place}: ${found ?? 'nothing'} instead of ${version}`),
        ...changelogProblems(await text('CHANGELOG.md'), version),
    ]
}

/**
 * Gives app and packages one version, and the changelog's part for it the date.
 * @param {{ app: Package, workspaces: Package[] }} packages
 * @param {{ version: string, date: string, write: boolean }} release `date` as YYYY-MM-DD; without `write` nothing changes
 * @returns {Promise<string[]>} the files that change
 * @throws Error if the version or the changelog will not do; nothing is written then
 */
export async function setVersion({ app, workspaces }, { version, date, write }) {
    if (!VERSION.test(version)) throw new Error(`${version} is no version such as 1.2.3.`)
    const own = workspaces.map(({ manifest }) => manifest.name)
    const all = [app, ...workspaces]
    /** @type {[string, string][]} */
    const changes = await Promise.all(
        all.map(async ({ folder }) => {
            const file = join(folder, 'package.json')
            return /** @type {[string, string]} */ ([file, withVersion(await text(file), own, version)])
        })
    )
    const lock = JSON.parse(await text('package-lock.json'))
    lock.version = version
    for (const { folder } of all) {
        const entry = lock.packages[folder]
        entry.version = version
        for (const name of own) if (entry.dependencies?.[name]) entry.dependencies[name] = version
    }
    changes.push(['package-lock.json', `${JSON.stringify(lock, null, 4)}\n`])
    changes.push(['CHANGELOG.md', datedChangelog(await text('CHANGELOG.md'), version, date)])
    const current = await Promise.all(changes.map(([file]) => text(file)))
    const changed = changes.filter(([, wanted], index) => wanted !== current[index])
    if (write) {
        await Promise.all(changed.map(([file, wanted]) => writeFile(join(root, file), wanted)))
        // The description of the routes has the version of package.json.
        await runCommand('node', ['scripts/openapi.mjs'])
    }
    const names = changed.map(([file]) => file)
    return app.manifest.version === version ? names : [...names, 'docs/openapi.json']
}

/**
 * A manifest with another version, and that version of our own packages where it depends on them; all else as it is.
 * @param {string} manifest
 * @param {readonly string[]} own
 * @param {string} version
 */
function withVersion(manifest, own, version) {
    return own.reduce(
        (result, name) => result.replace(new RegExp(`("${name}": ")\\d[^"]*(")`), `$1${version}$2`),
        manifest.replace(/^( {4}"version": ")[^"]*(")/m, `$1${version}$2`)
    )
}

/** @param {string} file */
function text(file) {
    return readFile(join(root, file), 'utf8')
}
