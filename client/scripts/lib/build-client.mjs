// @ts-check
import { minify } from '@swc/core'
import { build } from 'esbuild'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { minify as minifyByTerser } from 'terser'
import { checkSizes } from './check-sizes.mjs'

const client = fileURLToPath(new URL('../..', import.meta.url))
const dist = join(client, 'dist')

/** esbuild options of all entries. OpenFin 20 is Chromium 100. */
const COMMON = /** @type {const} */ ({
    bundle: true,
    minify: true,
    write: false,
    target: 'es2021',
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'silent',
    absWorkingDir: client,
})

/** Leaves syntax to the minifiers that follow, which saves 15 bytes of the worker. */
const UNTOUCHED_SYNTAX = /** @type {const} */ ({
    minify: false,
    minifyWhitespace: true,
    minifyIdentifiers: true,
})

/** @param {string[]} names members of objects that stay inside one script, and of no other objects */
const internal = (...names) => new RegExp(`^(${names.join(' ').replaceAll(' ', '|')})$`)

const INTERNAL = {
    worker: internal(
        'grant access secrets renewing members tokenEndpoint renewAt endsAt used timer refresh life expire attempt settle',
        'busy release calls finishing verifier notify until cooldown rule phase askTokens revokeTokens mask'
    ),
    page: internal(
        'prepare authorize disposer listen dispose onExpired leave lenient initReply fail link read earlier last needed target worker defer poll'
    ),
}

/**
 * Builds all entries. The worker and the callback are one script each, which runs as a classic and as a
 * module script. The page is built as ESM and as CommonJS, with the worker's text inlined.
 * @returns {Promise<string[]>} one line per size
 * @throws if an entry exceeds its budget, or a member of a message would be mangled
 */
export async function buildClient() {
    const protocol = await readFile(join(client, 'src/protocol.ts'), 'utf8')
    const mangled = [...protocol.matchAll(/^ +(\w+)\??:/gm)].flatMap(([, name = '']) =>
        INTERNAL.worker.test(name) || INTERNAL.page.test(name) ? [name] : []
    )
    if (mangled.length > 0) throw new Error(`members of messages must not be mangled: ${mangled.join(' ')}`)
    const worker = await smallest(
        await script('src/worker/main.ts', { mangleProps: INTERNAL.worker, ...UNTOUCHED_SYNTAX })
    )
    const page = async (/** @type {string} */ source, /** @type {'esm' | 'cjs'} */ format) =>
        smallest(
            await bundle('src/index.ts', {
                format,
                define: { WORKER_SOURCE: JSON.stringify(source) },
                mangleProps: INTERNAL.page,
            }),
            format === 'esm'
        )
    const [pageAlone, esm, cjs] = await Promise.all([
        page('', 'esm'),
        page(worker, 'esm'),
        page(worker, 'cjs'),
    ])
    /** @type {Record<string, string>} */
    const files = { 'worker.js': worker, 'index.js': esm, 'index.cjs': cjs }
    const uploads = script('src/worker-uploads/main.ts', { mangleProps: INTERNAL.worker })
    files['worker-uploads.js'] = await smallest(await uploads)
    const requests = (/** @type {'esm' | 'cjs'} */ format, /** @type {string} */ index) =>
        bundle('src/requests/index.ts', { format, plugins: [errorsOf(index)] })
    files['requests.js'] = await requests('esm', './index.js')
    files['requests.cjs'] = await requests('cjs', './index.cjs')
    files['callback.js'] = await script('src/callback/main.ts')
    const node = (/** @type {'esm' | 'cjs'} */ format) =>
        bundle('src/node/index.ts', { format, platform: 'node', target: 'node20', packages: 'external' })
    files['node.js'] = await node('esm')
    files['node.cjs'] = await node('cjs')
    await mkdir(dist, { recursive: true })
    await Promise.all(Object.entries(files).map(([name, text]) => writeFile(join(dist, name), text)))
    return checkSizes({ page: pageAlone, worker, pageWithWorker: esm })
}

/**
 * @param {string} entry
 * @param {import('esbuild').BuildOptions} [options]
 */
function script(entry, options) {
    return bundle(entry, { format: 'iife', ignoreAnnotations: true, ...options })
}

/**
 * Minifies a script with terser and swc, each of which finds reductions that the other misses.
 * @param {string} text
 * @param {boolean} [module]
 */
async function smallest(text, module = false) {
    const options = {
        module,
        compress: { passes: 3, unsafe_arrows: true, pure_getters: true, keep_fargs: false },
        mangle: true,
    }
    const { code = '' } = await minifyByTerser(text, { ...options, ecma: 2020 })
    return (await minify(code, { ...options, ecma: 2021 })).code
}

/**
 * Imports the error classes from the main entry, so that each exists once in an app.
 * @param {string} index path of the main entry from the entry that is built
 * @returns {import('esbuild').Plugin}
 */
function errorsOf(index) {
    return {
        name: 'errors',
        setup: ({ onResolve }) =>
            onResolve({ filter: /\/errors$/ }, () => ({ path: index, external: true, sideEffects: false })),
    }
}

/**
 * @param {string} entry
 * @param {import('esbuild').BuildOptions} options
 */
async function bundle(entry, options) {
    const { outputFiles } = await build({ ...COMMON, write: false, entryPoints: [entry], ...options })
    const [file] = outputFiles ?? []
    return /** @type {import('esbuild').OutputFile} */ (file).text
}
