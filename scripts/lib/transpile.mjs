// @ts-check
import { transformFile } from '@swc/core'
import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { root } from './run-command.mjs'

/** Folders of test/ that run as programs of their own. */
const TOOLS = ['bench', 'guards', 'support'].map((folder) => `test/${folder}`)

/** What is built, each folder's files to the same places below another one. */
const PROJECTS = [
    { base: 'local-instance/src', folders: ['local-instance/src'], out: 'local-instance/dist' },
    { base: '.', folders: ['examples', 'src/setup', ...TOOLS], out: 'dist/tools' },
]

/**
 * Turns TypeScript into CommonJS without looking at types, which takes a second where checking them takes ten.
 * All that runs comes from here; tsc checks and writes declarations.
 */
export async function transpile() {
    await Promise.all(PROJECTS.map(transpileProject))
}

/** @param {typeof PROJECTS[number]} project */
async function transpileProject({ base, folders, out }) {
    for (const folder of folders) {
        const entries = await readdir(join(root, folder), { recursive: true, withFileTypes: true })
        const files = entries
            .filter((entry) => entry.isFile() && /(?<!\.test|\.d)\.ts$/.test(entry.name))
            .map((entry) => join(entry.parentPath, entry.name))
        await Promise.all(files.map((file) => transpileFile(file, outputOf(file, base, out))))
    }
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
