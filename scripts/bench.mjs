// @ts-check
/** Measures the figures of docs/benchmarks.md in one run. */
import { build } from './lib/build.mjs'
import { findChromium } from './lib/find-browsers.mjs'
import { Progress } from './lib/progress.mjs'
import { runCommand } from './lib/run-command.mjs'

const progress = new Progress()
try {
    const chromium = await progress.step('find Chromium', findChromium)
    await build({ progress })
    await runCommand('node', ['dist/tools/test/bench/main.js', ...process.argv.slice(2)], {
        show: true,
        env: { CHROMIUM_PATH: chromium },
    })
} catch (error) {
    progress.fail(/** @type {Error} */ (error))
}
