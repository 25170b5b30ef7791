import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type BrowserContext } from 'playwright-core'
import { START_MS } from './engines/tied-process'

/** A Chromium with a profile of its own that goes away with it. */
export interface TestBrowser {
    context: BrowserContext
    close(): Promise<void>
}

/** Keeps Chromium on this machine's loopback, and lets it run as root. */
export const CHROMIUM_ARGUMENTS = [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--no-first-run',
]

/**
 * Path of the Chromium that CHROMIUM_PATH names (`npm test` sets it).
 *
 * @throws where it is not set, since a page test must not pass unseen
 */
export function chromiumPath(): string {
    const path = process.env['CHROMIUM_PATH']
    if (!path) throw new Error('run the page tests by npm test, or set CHROMIUM_PATH')
    return path
}

/**
 * Starts Chromium, headless.
 *
 * @throws Error of one line where it does not start
 */
export async function startChromium(): Promise<TestBrowser> {
    const executablePath = chromiumPath()
    const profile = mkdtempSync(join(tmpdir(), 'chromium-'))
    const removeProfile = () => rmSync(profile, { recursive: true, force: true })
    try {
        const context = await chromium.launchPersistentContext(profile, {
            executablePath,
            timeout: START_MS,
            args: CHROMIUM_ARGUMENTS,
        })
        return {
            context,
            async close() {
                await context.close()
                removeProfile()
            },
        }
    } catch (error) {
        removeProfile()
        throw new Error(
            `Chromium did not start (${executablePath}): ${(error as Error).message.split('\n')[0]}`
        )
    }
}
