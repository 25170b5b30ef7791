// @ts-check
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { chromium } from 'playwright-core'
import { runCommand } from './run-command.mjs'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome']

/**
 * Path of a Chromium: the one that CHROMIUM_PATH names, an installed one, or Playwright's own; else it is installed,
 * by Playwright's download or, as root on Debian, as the package.
 * @returns {Promise<string>}
 * @throws Error of one line that says what to do
 */
export async function findChromium() {
    const named = process.env.CHROMIUM_PATH
    if (named) {
        if (existsSync(named)) return named
        throw new Error(`CHROMIUM_PATH is ${named}, but there is no such file; correct or unset it`)
    }
    return installed() ?? (await download()) ?? (await debianPackage()) ?? missing()
}

/** @returns {string | undefined} */
function installed() {
    const folders = (process.env.PATH ?? '').split(delimiter)
    const candidates = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)))
    return [...candidates, chromium.executablePath()].find((path) => existsSync(path))
}

/** @returns {Promise<string | undefined>} */
async function download() {
    // The download tries for minutes where the network is closed, so it may take 90 s and no longer.
    await runCommand('timeout', ['90', 'playwright-core', 'install', 'chromium']).catch(() => '')
    return installed()
}

/** @returns {Promise<string | undefined>} */
async function debianPackage() {
    if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return undefined
    const env = { DEBIAN_FRONTEND: 'noninteractive' }
    await runCommand('apt-get', ['update', '-q'], { env }).catch(() => '')
    await runCommand('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'chromium'], {
        env,
    }).catch(() => '')
    return installed()
}

/** @returns {never} */
function missing() {
    throw new Error('the page tests need Chromium: install it, or set CHROMIUM_PATH to the browser’s file')
}
