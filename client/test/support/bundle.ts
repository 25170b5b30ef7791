import { build } from 'esbuild'
import { ROOT } from '../../../test/support/deploy'

/** Bundles a TypeScript program as a module for a page with the built client at `/client.js`. */
export async function bundleForPage(contents: string): Promise<string> {
    const { outputFiles } = await build({
        stdin: { contents, loader: 'ts', resolveDir: ROOT },
        bundle: true,
        format: 'esm',
        target: 'es2022',
        write: false,
        alias: { 'openfin-servicenow-client': '/client.js' },
        external: ['/client.js'],
    })
    return outputFiles[0]!.text
}
