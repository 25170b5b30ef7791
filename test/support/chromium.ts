import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type BrowserContext } from 'playwright-core'

/** A Chromium with a profile of its own that goes away with it. */
export interface TestBrowser {
    context: BrowserContext
    close(): Promise<void>
}

/**
 * Starts the Chromium that CHROMIUM_PATH names (`npm test` sets it), which stays on this machine's loopback.
 *
 * @throws where CHROMIUM_PATH is not set, since a page test must not pass unseen
 */
export async function startChromium(): Promise<TestBrowser> {
    const executablePath = process.env['CHROMIUM_PATH']
    if (!executablePath) throw new Error('run the page tests by npm test, or set CHROMIUM_PATH')
    const profile = mkdtempSync(join(tmpdir(), 'chromium-'))
    const context = await chromium.launchPersistentContext(profile, {
        executablePath,
        args: [
            '--no-sandbox',
            '--disable-gpu',
            '--disable-background-networking',
            '--disable-component-update',
            '--disable-sync',
            '--no-first-run',
        ],
    })
    return {
        context,
        async close() {
            await context.close()
            rmSync(profile, { recursive: true, force: true })
        },
    }
}
