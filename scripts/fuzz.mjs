// @ts-check
/** Fuzzes the code that takes untrusted input: `npm run fuzz -- --count 100000 --seed 1 --only cors-origins`. */
import { build } from './lib/build.mjs'
import { Progress } from './lib/progress.mjs'
import { runCommand } from './lib/run-command.mjs'

const progress = new Progress()
try {
    await build({ progress })
    await runCommand('node', ['dist/tools/test/fuzz/main.js', ...process.argv.slice(2)], { show: true })
} catch (error) {
    progress.fail(/** @type {Error} */ (error))
}
