// @ts-check
import { createHash } from 'node:crypto'
import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { root, runCommand } from '../lib/run-command.mjs'
import { billOf, billOfApp } from './bill-of-materials.mjs'
import { licenceList, licenceProblems } from './licences.mjs'
import { withoutTimes } from './zip-times.mjs'

/** Where releases are put, from the project's root. */
export const FOLDER = 'dist/release'
const SUMS = 'SHA256SUMS'

/** @typedef {import('./packages.mjs').Package} Package */

/**
 * Packs the built app and packages anew, each with its bill of materials and its list of licences, and the checksums of
 * all files.
 * @param {{ app: Package, packages: readonly Package[] }} what
 * @returns {Promise<{ archives: string[], sums: string, problems: string[] }>} archives in the order of `what`, the app
 * first; problems are licences that are not allowed
 */
export async function packAll({ app, packages }) {
    const folder = join(root, FOLDER)
    await rm(folder, { recursive: true, force: true })
    await mkdir(folder, { recursive: true })
    const problems = []
    const archives = []
    for (const one of [app, ...packages]) {
        const archive = one === app ? await packApp(app) : await packPackage(one)
        const bill = one === app ? await billOfApp() : await billOf(one)
        const base = join(folder, archive.replace(/\.(tgz|zip)$/, ''))
        await writeFile(`${base}.cdx.json`, `${JSON.stringify(bill, null, 2)}\n`)
        await writeFile(`${base}.licences.txt`, licenceList(bill.components))
        problems.push(...licenceProblems(bill.components))
        archives.push(archive)
    }
    const sums = await sumsOf(folder)
    await writeFile(join(folder, SUMS), sums)
    return { archives, sums, problems }
}

/** @param {Package} one */
async function packPackage({ manifest }) {
    const args = [
        'pack',
        '--json',
        '--ignore-scripts',
        '--pack-destination',
        FOLDER,
        '--workspace',
        manifest.name,
    ]
    /** @type {[{ filename: string }]} */
    const [{ filename }] = JSON.parse(await runCommand('npm', args))
    return filename
}

/**
 * The package of the app as `now-sdk pack` makes it, but for the times of its entries.
 * @param {Package} app
 */
async function packApp({ manifest }) {
    await runCommand('now-sdk', ['pack'])
    const { name } = JSON.parse(await readFile(join(root, 'now.config.json'), 'utf8'))
    const words = `${name} ${manifest.version}`.toLowerCase().replaceAll(/[^a-z0-9]+/g, '_')
    const archive = `${words}.zip`
    const packed = await readFile(join(root, 'target', archive))
    await writeFile(join(root, FOLDER, archive), withoutTimes(packed))
    return archive
}

/** Checksums of all files of a folder, as `sha256sum --check` reads them. @param {string} folder */
async function sumsOf(folder) {
    const files = (await readdir(folder)).filter((name) => name !== SUMS).sort()
    const lines = await Promise.all(
        files.map(async (name) => {
            const bytes = await readFile(join(folder, name))
            return `${createHash('sha256').update(bytes).digest('hex')}  ${name}\n`
        })
    )
    return lines.join('')
}
