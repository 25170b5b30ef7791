// @ts-check
import { transformFile } from '@swc/core'
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { root } from './run-command.mjs'

/** Folders of test/ with programs. */
const TOOLS = ['bench', 'certification', 'fuzz', 'pages', 'soak', 'support'].map((folder) => `test/${folder}`)

/** Projects: source folders and their output folders, with the same structure. */
const PROJECTS = [
    { base: 'local-instance/src', folders: ['local-instance/src'], out: 'local-instance/dist' },
    {
        base: '.',
        folders: [
            'examples',
            'setup',
            'src/server/integration-api',
            'src/server/shared',
            'local-instance/test/deployment',
            ...TOOLS,
        ],
        out: 'dist/tools',
    },
]

/**
 * Transpiles TypeScript to CommonJS without checking types, which takes one second instead of ten. All code that runs is
 * built here; tsc checks types and writes declarations. Deletes output of removed sources, since the package ships its
 * whole folder.
 */
export async function transpile() {
    await Promise.all(PROJECTS.map(transpileProject))
}

/** @param {typeof PROJECTS[number]} project */
async function transpileProject({ base, folders, out }) {
    const sources = (await Promise.all(folders.map(sourcesBelow))).flat()
    const outputs = new Map(sources.map((file) => [file, outputOf(file, base, out)]))
    await Promise.all([...outputs].map(([file, output]) => transpileFile(file, output)))
    await removeAllBut(new Set(outputs.values()), join(root, out))
}

/** @param {string} folder */
async function sourcesBelow(folder) {
    const files = await filesBelow(join(root, folder))
    return files.filter((file) => /(?<!\.test|\.d)\.ts$/.test(file))
}

/** @param {string} folder */
async function filesBelow(folder) {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true })
    return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
}

/**
 * @param {Set<string>} outputs
 * @param {string} out
 */
async function removeAllBut(outputs, out) {
    const stale = (await filesBelow(out)).filter((file) => {
        const [output] = /^.*(?=\.(js|js\.map|d\.ts)$)/.exec(file) ?? []
        return output !== undefined && !outputs.has(`${output}.js`)
    })
    await Promise.all(stale.map((file) => rm(file, { force: true })))
}

/**
 * @param {string} file
 * @param {string} base
 * @param {string} out
 */
function outputOf(file, base, out) {
    return join(root, out, relative(join(root, base), file)).replace(/\.ts$/, '.js')
}

/**
 * @param {string} file
 * @param {string} output
 */
async function transpileFile(file, output) {
    const { code, map } = await transformFile(file, {
        cwd: root,
        swcrc: false,
        sourceMaps: true,
        sourceFileName: relative(dirname(output), file),
        jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
        module: { type: 'commonjs', ignoreDynamic: true, exportInteropAnnotation: true },
    })
    await mkdir(dirname(output), { recursive: true })
    await writeFile(output, `${code}\n//# sourceMappingURL=${output.split('/').at(-1)}.map\n`)
    if (map) await writeFile(`${output}.map`, map)
}
