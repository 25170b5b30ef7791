// @ts-check
/**
 * Runs everything: build, types, lint, and all tests. Finds or installs the browsers that the page tests need;
 * `--engines chromium` does without Firefox and WebKit. All other arguments are Jest's.
 */
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { buildAndCheck, buildTools } from './lib/build.mjs'
import { ENGINES, findBrowsers } from './lib/find-browsers.mjs'
import { Progress } from './lib/progress.mjs'
import { root, runCommand } from './lib/run-command.mjs'

const progress = new Progress()
try {
    const { engines, rest } = readArguments(process.argv.slice(2))
    const env = await progress.step('find the browsers', () => findBrowsers(engines))
    await buildTools(progress)
    await progress.step('start the browsers', () => tryBrowsers(engines, env))
    await buildAndCheck(progress)
    const results = join(root, 'dist/test-results.json')
    const left = ENGINES.filter((engine) => !engines.includes(engine))
    const ignored = ['/node_modules/', ...left.map((engine) => `/test/engines/${engine}\\.`)]
    // The last ones, since they would take what follows for patterns of their own.
    const own = ['--json', '--outputFile', results, '--testPathIgnorePatterns', ...ignored]
    await runCommand('jest', [...rest, ...own], { show: true, env })
    const { numPassedTests, numFailedTests } = JSON.parse(await readFile(results, 'utf8'))
    console.log(`${numPassedTests} passed, ${numFailedTests} failed`)
} catch (error) {
    progress.fail(/** @type {Error} */ (error))
}

/**
 * @param {string[]} all
 * @throws Error where `--engines` names none, or another one
 */
function readArguments(all) {
    const rest = [...all]
    const at = rest.findIndex((argument) => /^--engines(=|$)/.test(argument))
    if (at < 0) return { engines: ENGINES, rest }
    const [, inline] = rest.splice(at, 1)[0]?.split('=') ?? []
    const names = (inline ?? rest.splice(at, 1)[0] ?? '').split(',')
    const unknown = names.find((name) => !(/** @type {string[]} */ (ENGINES).includes(name)))
    if (unknown !== undefined) throw new Error(`--engines takes ${ENGINES.join(', ')}, not '${unknown}'`)
    // The other page tests run in Chromium always.
    return { engines: ENGINES.filter((engine) => engine === 'chromium' || names.includes(engine)), rest }
}

/**
 * Starts each once, so that one that cannot start is known before anything else takes its time.
 * @param {typeof ENGINES} engines
 * @param {Record<string, string>} env
 */
async function tryBrowsers(engines, env) {
    Object.assign(process.env, env)
    /** @type {{ startEngine(name: string): Promise<{ close(): Promise<void> }> }} */
    const { startEngine } = createRequire(import.meta.url)(
        '../dist/tools/test/support/engines/start-engine.js'
    )
    for (const engine of engines) {
        const browser = await startEngine(engine)
        await browser.close()
    }
}
