// @ts-check
/** Runs the deployed app under load while endpoints fail, threads die and the process is killed; see docs/soak.md. */
import { createRequire } from 'node:module'
import { build } from './lib/build.mjs'
import { createCommand, passOn } from './lib/command.mjs'
import { Progress } from './lib/progress.mjs'

const progress = new Progress()
const options = createCommand(
    'soak',
    'Runs the deployed app under load, with faults and kills; see docs/soak.md.'
)
    .option('--minutes <number>', 'length of the load, at most 120 (default: 5)')
    .option('--clients <number>', 'at most 500 (default: 50)')
    .option('--seed <text>', 'repeats a run (default: any)')

try {
    const given = passOn(options)
    await build({ progress })
    // In this process, so that an interrupt stops the instance as well.
    const { main } = createRequire(import.meta.url)('../dist/tools/test/soak/main.js')
    await main(given)
} catch (error) {
    progress.fail(/** @type {Error} */ (error))
}
