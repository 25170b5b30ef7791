// @ts-check
import { build } from 'esbuild'
import { copyFile, cp, mkdir } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const here = fileURLToPath(new URL('.', import.meta.url))

/**
 * Bundles the page and its callback page, and copies the client's worker as a separate file, which a content security
 * policy without `blob:` requires. The output is static files for any web server.
 * @param {string} folder
 */
export async function buildBasicExample(folder) {
    await mkdir(folder, { recursive: true })
    await Promise.all([
        cp(join(here, 'public'), folder, { recursive: true }),
        copyFile(
            createRequire(import.meta.url).resolve('openfin-servicenow-client/worker'),
            join(folder, 'worker.js')
        ),
        build({
            entryPoints: {
                app: join(here, 'page/main.ts'),
                callback: join(here, 'page/callback.ts'),
                style: join(here, 'page/style/main.css'),
            },
            outdir: folder,
            bundle: true,
            format: 'esm',
            target: 'es2022',
            minify: true,
            sourcemap: 'linked',
            legalComments: 'none',
            logLevel: 'silent',
            tsconfigRaw: {},
        }),
    ])
}
