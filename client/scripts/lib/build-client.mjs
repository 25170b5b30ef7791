// @ts-check
import { minify } from '@swc/core'
import { build } from 'esbuild'
import { existsSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { minify as minifyByTerser } from 'terser'
import { checkSizes } from './check-sizes.mjs'

const client = fileURLToPath(new URL('../..', import.meta.url))
const dist = join(client, 'dist')

/** Of what all entries have in common; OpenFin 20 is Chromium 100. */
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

/** Leaves the syntax to the minifiers that follow, which make the worker 15 bytes smaller by it. */
const LATER = /** @type {const} */ ({ minify: false, minifyWhitespace: true, minifyIdentifiers: true })

/** @param {string[]} names of members of objects that never leave a script; no other object there has such a member */
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
 * The worker and the callback are scripts of one file each, which run as classic and as module scripts. The page comes
 * as ESM and as CommonJS, with the worker's text inside.
 * @returns {Promise<string[]>} a line for each size
 * @throws where an entry is larger than it may be, or a name in messages would be shortened
 */
export async function buildClient() {
    const protocol = await readFile(join(client, 'src/protocol.ts'), 'utf8')
    const crossing = [...protocol.matchAll(/^ +(\w+)\??:/gm)].flatMap(([, name = '']) =>
        INTERNAL.worker.test(name) || INTERNAL.page.test(name) ? [name] : []
    )
    if (crossing.length > 0)
        throw new Error(`members of messages must keep their names: ${crossing.join(' ')}`)
    const worker = await smallest(
        await script('src/worker/main.ts', { mangleProps: INTERNAL.worker, ...LATER })
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
    if (existsSync(join(client, 'src/callback/main.ts')))
        files['callback.js'] = await script('src/callback/main.ts')
    if (existsSync(join(client, 'src/node/index.ts'))) {
        const node = (/** @type {'esm' | 'cjs'} */ format) =>
            bundle('src/node/index.ts', { format, platform: 'node', target: 'node20', packages: 'external' })
        files['node.js'] = await node('esm')
        files['node.cjs'] = await node('cjs')
    }
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
 * Makes a script smaller than esbuild does; each of the two finds what the other leaves.
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
 * Takes the error classes from the main entry, so that there is one of each whatever an app imports.
 * @param {string} index where that is for the entry that is built
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
