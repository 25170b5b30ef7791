// @ts-check
/** Fuzzes the code that takes untrusted input: `npm run fuzz -- --count 100000 --seed 1 --only cors-origins`. */
import { build } from './lib/build.mjs'
import { createCommand, passOn } from './lib/command.mjs'
import { Progress } from './lib/progress.mjs'
import { runCommand } from './lib/run-command.mjs'

const progress = new Progress()
const options = createCommand('fuzz', 'Fuzzes the code that takes untrusted input; see docs/fuzzing.md.')
    .option('--count <number>', 'runs of each target')
    .option('--only <target>', 'one target only')
    .option('--seed <number>', 'repeats a search')
    .option('--path <path>', 'repeats a counterexample of that search')

try {
    const given = passOn(options)
    await build({ progress })
    await runCommand('node', ['dist/tools/test/fuzz/main.js', ...given], { show: true })
} catch (error) {
    progress.fail(/** @type {Error} */ (error))
}
