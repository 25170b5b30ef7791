// @ts-check
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { rollUpTypes } from './roll-up-types.mjs'

const client = fileURLToPath(new URL('../..', import.meta.url))

/** Entries with exports, by the name of their declaration files. */
const ENTRIES = { index: 'src/index.ts', requests: 'src/requests/index.ts', node: 'src/node/index.ts' }

/** Entries that are imported for their side effects. */
const EFFECTS = ['worker', 'worker-uploads', 'callback']

/** Writes the declarations of each entry to one file in `dist`, for ES modules and for CommonJS. */
export async function buildTypes() {
    const declarations = emitDeclarations()
    /** @param {string} path */
    const read = (path) => {
        const text = declarations.get(path)
        if (text === undefined) throw new Error(`no declarations were emitted for ${path}`)
        return text
    }
    await mkdir(join(client, 'dist'), { recursive: true })
    for (const [name, entry] of Object.entries(ENTRIES)) {
        const text = rollUpTypes(join(client, entry).replace(/\.ts$/, '.d.ts'), read)
        for (const extension of ['d.ts', 'd.cts'])
            await writeFile(join(client, `dist/${name}.${extension}`), text)
    }
    for (const name of EFFECTS) await writeFile(join(client, `dist/${name}.d.ts`), 'export {}\n')
}

/** Emits the declarations of all modules, by their path beside the source; types are checked elsewhere. */
function emitDeclarations() {
    /** @type {Map<string, string>} */
    const texts = new Map()
    const program = ts.createProgram(
        Object.values(ENTRIES).map((entry) => join(client, entry)),
        {
            strict: true,
            declaration: true,
            emitDeclarationOnly: true,
            noCheck: true,
            target: ts.ScriptTarget.ES2021,
            module: ts.ModuleKind.ESNext,
            moduleResolution: ts.ModuleResolutionKind.Bundler,
            lib: ['lib.es2022.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
            types: ['node'],
        }
    )
    program.emit(undefined, (path, text) => texts.set(path, text))
    return texts
}
