import { build } from 'esbuild'
import { ROOT } from '../../../test/support/deploy'

/** A program in TypeScript as a module of a page that has the built client at `/client.js`. */
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
