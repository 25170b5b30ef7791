// @ts-check
/** Builds the packages and tools (TypeScript) and the app (dist/app) side by side. */
import { build } from './lib/build.mjs'
import { Progress } from './lib/progress.mjs'

const progress = new Progress()
try {
    await build({ progress, types: true, frozenKeys: process.argv.includes('--frozenKeys') })
} catch (error) {
    progress.fail(/** @type {Error} */ (error))
}
