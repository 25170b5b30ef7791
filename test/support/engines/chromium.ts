import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { CHROMIUM_ARGUMENTS, chromiumPath } from '../chromium'
import type { Engine } from './engine'
import { playwrightEngine } from './playwright-engine'
import { endTied, firstMatch, startTied } from './tied-process'
import { startDisplay } from './virtual-display'

/**
 * Starts the Chromium that CHROMIUM_PATH names as a user has it: with real window focus, which Playwright's
 * own launch emulates for all windows, and with its popup blocker on. Headless without XVFB_PATH.
 *
 * @throws Error of one line if it does not start
 */
export async function startChromiumEngine(): Promise<Engine> {
    const path = chromiumPath()
    const display = process.env['XVFB_PATH'] ? await startDisplay() : undefined
    const profile = mkdtempSync(join(tmpdir(), 'chromium-'))
    const child = startTied(
        [
            path,
            ...CHROMIUM_ARGUMENTS,
            ...(display ? [] : ['--headless']),
            // Windows in the background keep running.
            '--disable-backgrounding-occluded-windows',
            '--remote-debugging-port=0',
            `--user-data-dir=${profile}`,
            'about:blank',
        ],
        { stdio: ['ignore', 'pipe'], env: display?.env ?? {} }
    )
    const close = async () => {
        await endTied(child)
        await display?.close()
        rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
    }
    try {
        const endpoint = await firstMatch(child, {
            name: `Chromium (${path})`,
            file: 2,
            pattern: /listening on (ws:\S+)\n/,
        })
        const browser = await chromium.connectOverCDP(endpoint, { noDefaults: true })
        return playwrightEngine(browser.contexts()[0]!, {
            name: 'chromium',
            version: browser.version(),
            async close() {
                await browser.close()
                await close()
            },
        })
    } catch (error) {
        await close()
        throw error
    }
}
