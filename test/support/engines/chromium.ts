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
 * Starts the Chromium that CHROMIUM_PATH names as a user has it: in windows that have and lose the focus, which
 * Playwright's own way to start it pretends that all have, and with its popup blocker on. Without XVFB_PATH, headless.
 *
 * @throws Error of one line where it does not start
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
            // A window behind another one goes on all the same.
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
