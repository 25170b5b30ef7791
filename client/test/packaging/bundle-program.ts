/** A program that bundles each file of `effects` separately, to a folder per bundler. */
export const BUNDLE = `
import { build as esbuild } from 'esbuild'
import { build as vite } from 'vite'
import webpack from 'webpack'

const names = ['callback', 'index', 'worker', 'worker-uploads']
const input = Object.fromEntries(names.map((name) => [name, './effects/' + name + '.mjs']))
await esbuild({ entryPoints: input, outdir: 'effects/esbuild', bundle: true, format: 'esm', logLevel: 'error' })
await vite({
    configFile: false,
    logLevel: 'error',
    build: {
        outDir: 'effects/vite',
        minify: false,
        modulePreload: false,
        rollupOptions: { input, output: { entryFileNames: '[name].js' } },
    },
})
const output = { path: process.cwd() + '/effects/webpack' }
const stats = await new Promise((resolve, reject) =>
    webpack(
        { mode: 'production', entry: input, output, optimization: { minimize: false } },
        (error, stats) => (error ? reject(error) : resolve(stats))
    )
)
if (stats.hasErrors()) throw new Error(stats.toString())
`
