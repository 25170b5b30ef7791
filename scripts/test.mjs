// @ts-check
/** Runs everything: build, types, lint, and all tests. Finds or installs the Chromium that the page tests need. */
import { build } from './lib/build.mjs'
import { findChromium } from './lib/find-chromium.mjs'
import { Progress } from './lib/progress.mjs'
import { runCommand } from './lib/run-command.mjs'

const progress = new Progress()
try {
    const chromium = await progress.step('find Chromium', findChromium)
    await build({ progress, types: true, frozenKeys: true })
    await progress.step('check types and style', async () => {
        await runCommand('npm', ['run', '--silent', 'typecheck'])
        await runCommand('npm', ['run', '--silent', 'lint'])
    })
    await runCommand('jest', process.argv.slice(2), { show: true, env: { CHROMIUM_PATH: chromium } })
} catch (error) {
    progress.fail(/** @type {Error} */ (error))
}
