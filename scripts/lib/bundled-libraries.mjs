// @ts-check

/** Where the build notes the libraries in the bundles of the UI pages, from the project's root. */
const FILE = 'dist/bundled-libraries.json'

/**
 * The folder of the package that a bundled module belongs to, for packages of others only.
 * @param {string} id of a module, as Rollup names it: a path with marks of plug-ins around it
 */
export function libraryOf(id) {
    const [, folder] = /([^\0]*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(id) ?? []
    return folder
}

/**
 * Writes what the bill of materials says of each library: a component of CycloneDX with the text of its licence, which
 * must accompany copies.
 * @param {{
 *     rootDir: string,
 *     libraries: Iterable<string>,
 *     fs: typeof import('node:fs'),
 *     path: typeof import('node:path')
 * }} what `libraries` are folders of packages
 * @throws Error if a library has no licence file
 */
export function writeLibraries({ rootDir, libraries, fs, path }) {
    const components = [...libraries].map((folder) => {
        const { name, version, license } = JSON.parse(
            fs.readFileSync(path.join(folder, 'package.json'), 'utf8')
        )
        const file = fs.readdirSync(folder).find((one) => /^licen[cs]e/i.test(one))
        if (!file) throw new Error(`${name} has no licence file.`)
        const content = fs.readFileSync(path.join(folder, file), 'utf8').trim()
        return {
            type: 'library',
            name,
            version,
            'bom-ref': `pkg:npm/${name}@${version}`,
            licenses: [{ license: { id: license, text: { contentType: 'text/plain', content } } }],
            purl: `pkg:npm/${name}@${version}`,
        }
    })
    components.sort((one, other) => (one.purl < other.purl ? -1 : 1))
    fs.mkdirSync(path.join(rootDir, path.dirname(FILE)), { recursive: true })
    fs.writeFileSync(path.join(rootDir, FILE), JSON.stringify(components, null, 4))
}

/**
 * What `writeLibraries` wrote.
 * @param {{ rootDir: string, fs: typeof import('node:fs'), path: typeof import('node:path') }} from
 * @returns {object[]}
 */
export function readLibraries({ rootDir, fs, path }) {
    return JSON.parse(fs.readFileSync(path.join(rootDir, FILE), 'utf8'))
}
