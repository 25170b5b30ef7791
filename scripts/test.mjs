// @ts-check
/** Runs everything: build, types, lint, and all tests. Finds or installs the Chromium that the page tests need. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { buildAndCheck } from './lib/build.mjs'
import { findChromium } from './lib/find-chromium.mjs'
import { Progress } from './lib/progress.mjs'
import { root, runCommand } from './lib/run-command.mjs'

const progress = new Progress()
try {
    const chromium = await progress.step('find Chromium', findChromium)
    await buildAndCheck(progress)
    const results = join(root, 'dist/test-results.json')
    const jest = ['--json', '--outputFile', results, ...process.argv.slice(2)]
    await runCommand('jest', jest, { show: true, env: { CHROMIUM_PATH: chromium } })
    const { numPassedTests, numFailedTests } = JSON.parse(await readFile(results, 'utf8'))
    console.log(`${numPassedTests} passed, ${numFailedTests} failed`)
} catch (error) {
    progress.fail(/** @type {Error} */ (error))
}
