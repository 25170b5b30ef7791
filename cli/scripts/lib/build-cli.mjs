// @ts-check
import { build } from 'esbuild'
import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const cli = fileURLToPath(new URL('../..', import.meta.url))
const dist = join(cli, 'dist')

/** Packages in CommonJS call `require`, which modules lack. */
const BANNER = [
    "import { createRequire as createRequireOfBundle } from 'node:module';",
    'const require = createRequireOfBundle(import.meta.url);',
].join('\n')

/**
 * Bundles the command with its libraries into one file, so that the package has no dependencies, and collects the
 * licences of what is in it.
 */
export async function buildCli() {
    const { metafile } = await build({
        absWorkingDir: cli,
        entryPoints: ['src/main.ts'],
        outfile: join(dist, 'cli.js'),
        bundle: true,
        format: 'esm',
        platform: 'node',
        target: 'node20',
        charset: 'utf8',
        legalComments: 'none',
        // The bundle names the files it is made of; linked packages keep the same names in each clone.
        preserveSymlinks: true,
        minifySyntax: true,
        logLevel: 'warning',
        banner: { js: BANNER },
        metafile: true,
    })
    await mkdir(dist, { recursive: true })
    await writeFile(join(dist, 'THIRD-PARTY-LICENSES'), await licences(Object.keys(metafile.inputs)))
}

/** @param {readonly string[]} inputs paths from the folder of the package */
async function licences(inputs) {
    const folders = new Set(
        inputs.flatMap((path) => /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1] ?? [])
    )
    const texts = await Promise.all([...folders].map((folder) => licenceOf(join(cli, folder))))
    return texts.sort().join(`\n${'-'.repeat(80)}\n\n`)
}

/** @param {string} folder */
async function licenceOf(folder) {
    const { name, version, license } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'))
    const file = (await readdir(folder)).find((one) => /^licen[cs]e/i.test(one))
    const text = file && existsSync(join(folder, file)) ? await readFile(join(folder, file), 'utf8') : ''
    return `${name} ${version} (${license})\n\n${text.trim()}\n`
}
