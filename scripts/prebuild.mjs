// @ts-check
/**
 * First step of every `now-sdk build` (`scripts.prebuild` of now.config.json): bundles the UI pages, one bundle a page,
 * so that each page brings its own messages. As the SDK's own step, but minified with short names, and without source
 * maps and copies of the sources, which would ship the whole source (docs/decisions.md).
 */
import { rollup, servicenowFrontEndPlugins } from '@servicenow/isomorphic-rollup'
import { transform } from 'esbuild'
import { libraryOf, writeLibraries } from './lib/bundled-libraries.mjs'

/** File names without `.html`, in `clientDir`. */
const PAGES = ['setup', 'health']

/**
 * @param {{
 *     rootDir: string,
 *     config: { scope: string, clientDir: string, staticContent: { buildDir: string } },
 *     fs: typeof import('node:fs'),
 *     path: typeof import('node:path'),
 *     registerExplicitId: (table: string, key: string | number) => string
 * }} task passed by the SDK's task runner
 */
export default async function bundlePages({ rootDir, config, fs, path, registerExplicitId }) {
    const clientDir = path.join(rootDir, config.clientDir)
    const output = path.join(rootDir, config.staticContent.buildDir)
    fs.rmSync(output, { recursive: true, force: true })
    /** @type {Set<string>} */
    const libraries = new Set()
    for (const page of PAGES) {
        const plugins = await servicenowFrontEndPlugins({
            scope: config.scope,
            rootDir: clientDir,
            projectRootDir: rootDir,
            registerExplicitId,
        })
        const bundle = await rollup({
            fs,
            input: path.join(clientDir, `${page}.html`),
            plugins: [ownModules(path.join(clientDir, 'shared/translate.ts')), ...plugins],
        })
        const { output: written } = await bundle.write({ dir: output, sourcemap: false })
        await bundle.close()
        sortMessages(path.join(output, `${page}.translations.json`), fs)
        for (const part of written) {
            for (const id of 'modules' in part ? Object.keys(part.modules) : []) {
                const library = libraryOf(id)
                if (library) libraries.add(library)
            }
        }
    }
    writeLibraries({ rootDir, libraries, fs, path })
}

/**
 * The SDK lists messages in the order in which modules happened to be read, which differs from build to build.
 * @param {string} file
 * @param {typeof import('node:fs')} fs
 */
function sortMessages(file, fs) {
    /** @type {{ messages: string[] }} */
    const { messages } = JSON.parse(fs.readFileSync(file, 'utf8'))
    fs.writeFileSync(file, JSON.stringify({ messages: messages.sort() }))
}

/**
 * Resolves `sn-translate`, whose imports the SDK collects the messages by and which no package provides, and shortens
 * the output.
 * @param {string} translate
 */
function ownModules(translate) {
    return {
        name: 'own-modules',
        /** @param {string} id */
        resolveId: (id) => (id === 'sn-translate' ? translate : null),
        /** @param {string} code */
        renderChunk: async (code) => {
            const { code: short } = await transform(code, {
                minify: true,
                target: 'es2022',
                legalComments: 'none',
            })
            return { code: short, map: null }
        },
    }
}
