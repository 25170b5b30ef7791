// @ts-check
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { chromium } from 'playwright-core'
import { runCommand } from './run-command.mjs'

/** @typedef {'chromium' | 'firefox' | 'webkit'} EngineName */

/**
 * @typedef {object} Program
 * @property {string} title product name
 * @property {string} variable environment variable with its path
 * @property {string[]} names names of its executable
 * @property {string} debianPackage
 * @property {() => string} [playwright] path of Playwright's own copy
 */

/** @type {Record<EngineName, Program>} */
const BROWSERS = {
    chromium: {
        title: 'Chromium',
        variable: 'CHROMIUM_PATH',
        names: ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'],
        debianPackage: 'chromium',
        playwright: () => chromium.executablePath(),
    },
    firefox: {
        title: 'Firefox',
        variable: 'FIREFOX_PATH',
        names: ['firefox-esr', 'firefox'],
        debianPackage: 'firefox-esr',
    },
    webkit: {
        title: 'WebKit',
        variable: 'WEBKIT_DRIVER_PATH',
        names: ['WebKitWebDriver'],
        debianPackage: 'webkit2gtk-driver',
    },
}

/** @type {Program} */
const DISPLAY = { title: 'Xvfb', variable: 'XVFB_PATH', names: ['Xvfb'], debianPackage: 'xvfb' }

/**
 * Chromium without its user interface, which takes a third of the processor time.
 * @type {Program}
 */
const HEADLESS_SHELL = {
    title: 'Chromium’s headless shell',
    variable: 'HEADLESS_SHELL_PATH',
    names: ['chromium-headless-shell', 'chrome-headless-shell'],
    debianPackage: 'chromium-headless-shell',
}

/** All engines that the page tests run in. */
export const ENGINES = /** @type {EngineName[]} */ (Object.keys(BROWSERS))

/**
 * Finds the browsers of some engines, Chromium's headless shell, and Xvfb, on which they open windows: the path in the
 * environment variable, an installed executable, or Playwright's own Chromium. Otherwise installs them: the Debian
 * package as root, or Playwright's download.
 * @param {EngineName[]} engines
 * @returns {Promise<Record<string, string>>} paths by environment variable, for the test run
 * @throws Error of one line that says what to do
 */
export async function findBrowsers(engines) {
    /** @type {Record<string, string>} */
    const found = {}
    for (const engine of engines) {
        const program = BROWSERS[engine]
        found[program.variable] = (await find(program)) ?? missing(program, engine)
    }
    // Without it, the page tests run in Chromium itself.
    const headless = await find(HEADLESS_SHELL)
    if (headless) found[HEADLESS_SHELL.variable] = headless
    // Chromium alone works without Xvfb, except for tests that depend on windows.
    const display = await find(DISPLAY)
    if (display) found[DISPLAY.variable] = display
    else if (engines.includes('webkit')) missing(DISPLAY, 'webkit')
    return found
}

/**
 * Path of a Chromium.
 * @returns {Promise<string>}
 * @throws Error of one line that says what to do
 */
export async function findChromium() {
    return (await find(BROWSERS.chromium)) ?? missing(BROWSERS.chromium)
}

/**
 * @param {Program} program
 * @returns {Promise<string | undefined>}
 */
async function find(program) {
    const named = process.env[program.variable]
    if (!named) return installed(program) ?? (await debianPackage(program)) ?? (await download(program))
    if (existsSync(named)) return named
    throw new Error(`${program.variable} points to ${named}, which does not exist; correct or unset it`)
}

/**
 * @param {Program} program
 * @returns {string | undefined}
 */
function installed({ names, playwright }) {
    const folders = (process.env.PATH ?? '').split(delimiter)
    const candidates = names.flatMap((name) => folders.map((folder) => join(folder, name)))
    return [...candidates, ...(playwright ? [playwright()] : [])].find((path) => existsSync(path))
}

/**
 * @param {Program} program
 * @returns {Promise<string | undefined>}
 */
async function download(program) {
    if (!program.playwright) return undefined
    // Without network access the download retries for minutes, so it is limited to 90 s.
    await runCommand('timeout', ['90', 'playwright-core', 'install', 'chromium']).catch(() => '')
    return installed(program)
}

/**
 * Updates the list of Debian packages, once.
 * @type {Promise<string> | undefined}
 */
let updated

/**
 * @param {Program} program
 * @returns {Promise<string | undefined>}
 */
async function debianPackage(program) {
    if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return undefined
    const env = { DEBIAN_FRONTEND: 'noninteractive' }
    await (updated ??= runCommand('timeout', ['60', 'apt-get', 'update', '-q'], { env }).catch(() => ''))
    const install = ['install', '-y', '-q', '--no-install-recommends', program.debianPackage]
    // Without network access the download would wait for minutes; an installation must not be interrupted.
    await runCommand('timeout', ['90', 'apt-get', ...install, '--download-only'], { env })
        .then(() => runCommand('apt-get', [...install, '--no-download'], { env }))
        .catch(() => '')
    return installed(program)
}

/**
 * @param {Program} program
 * @param {EngineName} [engine]
 * @returns {never}
 */
function missing({ title, variable, debianPackage: name }, engine) {
    const without =
        engine && engine !== 'chromium'
            ? '; npm test -- --engines chromium runs the page tests without it'
            : ''
    throw new Error(
        `the page tests need ${title}: install it (Debian: ${name}), or set ${variable} to its path${without}`
    )
}
