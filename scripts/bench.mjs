// @ts-check
/** Measures the figures of docs/benchmarks.md in one run. */
import { build } from './lib/build.mjs'
import { createCommand, passOn } from './lib/command.mjs'
import { findChromium } from './lib/find-browsers.mjs'
import { Progress } from './lib/progress.mjs'
import { runCommand } from './lib/run-command.mjs'

const progress = new Progress()
const options = createCommand('bench', 'Measures the figures of docs/benchmarks.md.')
    .argument(
        '[part]',
        'exchange: the token routes only; refresh: the token refresh only; pages: the health page only'
    )
    .option('--client', 'the client only')
    .option('--processor-time', 'where the processor time of a renewal goes')

try {
    const given = passOn(options)
    const chromium = await progress.step('find Chromium', findChromium)
    await build({ progress })
    await runCommand('node', ['dist/tools/test/bench/main.js', ...given], {
        show: true,
        env: { CHROMIUM_PATH: chromium },
    })
} catch (error) {
    progress.fail(/** @type {Error} */ (error))
}
