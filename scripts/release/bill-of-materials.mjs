// @ts-check
import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { root, runCommand } from '../lib/run-command.mjs'

/**
 * A CycloneDX document, as far as it is read here.
 * @typedef {import('./licences.mjs').Component & { type: string, 'bom-ref': string }} Component
 * @typedef {{
 *     serialNumber?: string,
 *     metadata: { timestamp?: string, component: Component },
 *     components: Component[],
 *     dependencies: { ref: string, dependsOn?: string[] }[]
 * }} Bill
 * @typedef {import('./packages.mjs').Package} Package
 */

/**
 * What comes with a package: the closure of its dependencies by the lockfile, for all platforms, or else what its build
 * bundled. `npm sbom --omit dev` is of no use here: it also leaves out what another part of the project uses for
 * development.
 * @param {Package} one
 * @returns {Promise<Bill>} without time and serial number, so that the same sources give the same document
 */
export async function billOf(one) {
    const { name, version } = one.manifest
    const type = one.manifest.bin ? 'application' : 'library'
    const args = ['sbom', '--sbom-format', 'cyclonedx', '--sbom-type', type, '--package-lock-only']
    /** @type {Bill} */
    const bill = JSON.parse(await runCommand('npm', [...args, '--workspace', name]))
    const itself = bill.components.find(({ 'bom-ref': ref }) => ref === `${name}@${version}`)
    if (!itself) throw new Error(`npm lists no component ${name}@${version}.`)
    const declared = declaredBy(one, bill)
    // A bundle has parts of packages, and not all that these would bring when installed.
    const roots = declared.length > 0 ? declared : await bundledBy(one)
    const kept = declared.length > 0 ? closure(bill, roots) : new Set(roots)
    const { serialNumber: _serial, ...rest } = bill
    const { timestamp: _time, ...metadata } = bill.metadata
    return {
        ...rest,
        metadata: { ...metadata, component: { ...itself, name, type } },
        components: bill.components.filter(({ 'bom-ref': ref }) => kept.has(ref)),
        dependencies: [
            { ref: itself['bom-ref'], dependsOn: roots },
            ...bill.dependencies.filter(({ ref }) => kept.has(ref)).map((edge) => inside(edge, kept)),
        ],
    }
}

/** The bill of materials that the build put into the app. @returns {Promise<Bill>} */
export async function billOfApp() {
    const folder = join(root, 'dist/app/update')
    for (const file of await readdir(folder)) {
        if (!file.startsWith('sys_module_')) continue
        const text = await readFile(join(folder, file), 'utf8')
        if (!text.includes('/bom.json</path>')) continue
        const [, content = ''] = /<content><!\[CDATA\[([^]*)\]\]><\/content>/.exec(text) ?? []
        return JSON.parse(content)
    }
    throw new Error('The built app has no bill of materials.')
}

/**
 * References of the dependencies that a package declares.
 * @param {Package} one
 * @param {Bill} bill
 */
function declaredBy({ manifest }, bill) {
    const { dependsOn = [] } =
        bill.dependencies.find(({ ref }) => ref === `${manifest.name}@${manifest.version}`) ?? {}
    return Object.keys(manifest.dependencies ?? {}).map((name) => {
        const found = dependsOn.find((ref) => ref.startsWith(`${name}@`))
        if (!found) throw new Error(`The lockfile has no ${name} for ${manifest.name}.`)
        return found
    })
}

/**
 * References of the libraries whose licences the build of a package collected.
 * @param {Package} one
 */
async function bundledBy({ folder }) {
    const bundled = await readFile(join(root, folder, 'dist/THIRD-PARTY-LICENSES'), 'utf8')
    return [...bundled.matchAll(/^(\S+) (\d\S*) \(.+\)$/gm)].map(([, name, version]) => `${name}@${version}`)
}

/**
 * @param {Bill} bill
 * @param {readonly string[]} roots
 */
function closure({ components, dependencies }, roots) {
    const known = new Set(components.map(({ 'bom-ref': ref }) => ref))
    const edges = new Map(dependencies.map(({ ref, dependsOn = [] }) => [ref, dependsOn]))
    /** @type {Set<string>} */
    const kept = new Set()
    const open = [...roots]
    for (let ref = open.pop(); ref !== undefined; ref = open.pop()) {
        if (kept.has(ref)) continue
        if (!known.has(ref)) throw new Error(`The lockfile has no ${ref}.`)
        kept.add(ref)
        open.push(...(edges.get(ref) ?? []))
    }
    return kept
}

/**
 * @param {{ ref: string, dependsOn?: string[] }} edge
 * @param {ReadonlySet<string>} kept
 */
function inside({ ref, dependsOn = [] }, kept) {
    return { ref, dependsOn: dependsOn.filter((one) => kept.has(one)) }
}
