// @ts-check
/** Removes the guards of the hard cases one by one and checks that their tests fail. */
import { ENGINES, findBrowsers } from './lib/find-browsers.mjs'
import { Progress } from './lib/progress.mjs'
import { runCommand } from './lib/run-command.mjs'
import { transpile } from './lib/transpile.mjs'

const progress = new Progress()
try {
    const env = await progress.step('find the browsers', () => findBrowsers(ENGINES))
    await progress.step('build the tools', transpile)
    await runCommand('node', ['dist/tools/test/guards/main.js', ...process.argv.slice(2)], {
        show: true,
        env,
    })
} catch (error) {
    progress.fail(/** @type {Error} */ (error))
}
