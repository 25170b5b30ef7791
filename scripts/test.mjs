// @ts-check
/**
 * Runs the tests: builds, then checks types and style beside the lanes `unit`, `instance` and `browser`. `--lane
 * unit,release` runs these lanes, `--lane all` every one. Finds or installs the browsers that they need; `--engines
 * chromium` does without Firefox and WebKit. All other arguments are Jest's.
 */
import { readFile, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { build, buildTools, checkBuilt, checkStyle } from './lib/build.mjs'
import { createCommand, passOn } from './lib/command.mjs'
import { ENGINES, findBrowsers } from './lib/find-browsers.mjs'
import { Progress } from './lib/progress.mjs'
import { root, runCommand } from './lib/run-command.mjs'

/** @type {{ LANES: string[], USUAL: string[] }} */
const { LANES, USUAL } = createRequire(import.meta.url)('../test/support/lanes.cjs')

const progress = new Progress()
const options = createCommand(
    'test',
    'Builds, and runs the tests; with checks of types and style where nothing is left out.'
)
    .argument('[pattern...]', 'tests whose path matches; all other arguments are those of Jest')
    .option('--lane <names>', `some of ${LANES.join(', ')} with commas, or all`)
    .option('--engines <names>', `some of ${ENGINES.join(', ')} with commas`)

try {
    const rest = passOn(options)
    const engines = readEngines(rest)
    const { lanes, whole } = readLanes(rest)
    /** @type {Record<string, string>} */
    const env = { TEST_LANES: lanes.join() }
    const inChromium = lanes.includes('browser') || lanes.includes('release') ? ENGINES.slice(0, 1) : []
    const needed = lanes.includes('system') ? engines : inChromium
    if (needed.length > 0) {
        Object.assign(env, await progress.step('find the browsers', () => findBrowsers(needed)))
        await buildTools(progress)
        await progress.step('start the browsers', () => tryBrowsers(needed, env))
    }
    // The build leaves one of two processors idle for most of the time.
    const style = whole ? checkStyle() : undefined
    // Reported after the tests have ended.
    style?.catch(() => undefined)
    if (lanes.join() === 'unit') await buildTools(progress)
    else await build({ progress, types: true, frozenKeys: true })
    const checked = style?.then(checkBuilt)
    checked?.catch(() => undefined)
    await runJest(rest, engines, env)
    if (checked) await progress.step('check types and style', () => checked)
} catch (error) {
    progress.fail(/** @type {Error} */ (error))
}

/**
 * @param {string[]} rest
 * @param {typeof ENGINES} engines
 * @param {Record<string, string>} env
 */
async function runJest(rest, engines, env) {
    const results = join(root, 'dist/test-results.json')
    const left = ENGINES.filter((engine) => !engines.includes(engine))
    const ignored = ['/node_modules/', ...left.map((engine) => `/test/engines/${engine}\\.`)]
    const filter = ['--filter', join(root, 'test/support/lanes.cjs')]
    // These go last, since they treat all following arguments as patterns.
    const own = [...filter, '--json', '--outputFile', results, '--testPathIgnorePatterns', ...ignored]
    await rm(results, { force: true })
    try {
        await runCommand('jest', [...rest, ...own], { show: true, env })
    } finally {
        await noteEnvironment(results, { ...env, engines: engines.join(', ') })
    }
    const { numPassedTests, numFailedTests } = JSON.parse(await readFile(results, 'utf8'))
    console.log(`${numPassedTests} passed, ${numFailedTests} failed`)
}

/**
 * Adds to the results where they come from, for `npm run certify`. Does nothing if Jest wrote none.
 * @param {string} file
 * @param {Record<string, string>} env
 */
async function noteEnvironment(file, { TEST_LANES = '', engines = '' }) {
    const text = await readFile(file, 'utf8').catch(() => '')
    if (!text) return
    const manifest = async (folder = '') =>
        JSON.parse(await readFile(join(root, folder, 'package.json'), 'utf8'))
    const commit = await runCommand('git', ['rev-parse', '--short', 'HEAD']).catch(() => 'unknown')
    const changes = await runCommand('git', ['status', '--porcelain']).catch(() => '')
    const environment = {
        app: (await manifest()).version,
        commit: `${commit.trim()}${changes ? ', with changes' : ''}`,
        'now-sdk': (await manifest('node_modules/@servicenow/sdk')).version,
        Node: process.version.slice(1),
        system: `${process.platform} ${process.arch}`,
        lanes: TEST_LANES.replaceAll(',', ', '),
        engines,
    }
    await writeFile(file, JSON.stringify({ ...JSON.parse(text), environment }))
}

/**
 * Removes an option from the arguments and returns its names.
 * @param {string[]} rest
 * @param {string} option
 * @param {readonly string[]} known
 * @returns {string[] | undefined} undefined without the option
 * @throws Error if it has no name or an unknown one
 */
function takeNames(rest, option, known) {
    const at = rest.findIndex((argument) => argument === option || argument.startsWith(`${option}=`))
    if (at < 0) return undefined
    const [, inline] = rest.splice(at, 1)[0]?.split('=') ?? []
    const names = (inline ?? rest.splice(at, 1)[0] ?? '').split(',')
    const unknown = names.find((name) => !known.includes(name))
    if (unknown !== undefined) throw new Error(`${option} takes ${known.join(', ')}, not '${unknown}'`)
    return names
}

/** @param {string[]} rest */
function readEngines(rest) {
    const names = takeNames(rest, '--engines', ENGINES) ?? ENGINES
    // The other page tests always run in Chromium.
    return ENGINES.filter((engine) => engine === 'chromium' || names.includes(engine))
}

/**
 * The lanes to run, and whether they include all that `npm test` runs, which includes the checks.
 * @param {string[]} rest
 */
function readLanes(rest) {
    const names = takeNames(rest, '--lane', [...LANES, 'all'])
    // Files that are named explicitly run in any lane.
    const some = rest.some((argument) => !argument.startsWith('-'))
    const asked = names ?? (some ? ['all'] : USUAL)
    const lanes = asked.includes('all') ? LANES : LANES.filter((lane) => asked.includes(lane))
    return { lanes, whole: !some && USUAL.every((lane) => lanes.includes(lane)) }
}

/**
 * Starts each browser once, so that one that cannot start fails the run at once. Removes a headless shell that
 * cannot start from the environment.
 * @param {typeof ENGINES} engines
 * @param {Record<string, string>} env
 */
async function tryBrowsers(engines, env) {
    Object.assign(process.env, env)
    const require = createRequire(import.meta.url)
    /** @typedef {Promise<{ close(): Promise<void> }>} Started */
    /** @type {{ startEngine(name: string): Started }} */
    const { startEngine } = require('../dist/tools/test/support/engines/start-engine.js')
    for (const engine of engines) {
        const browser = await startEngine(engine)
        await browser.close()
    }
    if (!env.HEADLESS_SHELL_PATH) return
    /** @type {{ startChromium(): Started }} */
    const { startChromium } = require('../dist/tools/test/support/chromium.js')
    try {
        const shell = await startChromium()
        await shell.close()
    } catch {
        // Chromium, which has started, takes its place.
        delete env.HEADLESS_SHELL_PATH
        delete process.env.HEADLESS_SHELL_PATH
    }
}
