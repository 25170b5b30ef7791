// @ts-check
/** Measures what docs/benchmarks.md reports, side by side in one run. */
import { build } from './lib/build.mjs'
import { Progress } from './lib/progress.mjs'
import { runCommand } from './lib/run-command.mjs'

const progress = new Progress()
try {
    await build({ progress })
    await runCommand('node', ['dist/tools/test/bench/main.js', ...process.argv.slice(2)], { show: true })
} catch (error) {
    progress.fail(/** @type {Error} */ (error))
}
