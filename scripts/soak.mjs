// @ts-check
/** Runs the deployed app under load while endpoints fail, threads die and the process is killed; see docs/soak.md. */
import { createRequire } from 'node:module'
import { build } from './lib/build.mjs'
import { Progress } from './lib/progress.mjs'

const progress = new Progress()
try {
    await build({ progress })
    // In this process, so that an interrupt stops the instance as well.
    const { main } = createRequire(import.meta.url)('../dist/tools/test/soak/main.js')
    await main(process.argv.slice(2))
} catch (error) {
    progress.fail(/** @type {Error} */ (error))
}
