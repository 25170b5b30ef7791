import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type BrowserContext } from 'playwright-core'
import { START_MS } from './engines/tied-process'

/** Time limit for closing a page, in ms. */
const CLOSE_MS = 10_000

/** A Chromium with a temporary profile. */
export interface TestBrowser {
    /** The context; replaced if `reset` had to restart Chromium. */
    readonly context: BrowserContext
    /**
     * Closes all pages except the first and removes routes and cookies; if that hangs, Chromium is restarted.
     */
    reset(): Promise<void>
    close(): Promise<void>
}

/** Restricts Chromium to loopback and allows it to run as root. */
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
 * @throws if it is not set, since a page test must not be skipped silently
 */
export function chromiumPath(): string {
    const path = process.env['CHROMIUM_PATH']
    if (!path) throw new Error('run the page tests by npm test, or set CHROMIUM_PATH')
    return path
}

/**
 * Starts Chromium, headless: the headless shell that HEADLESS_SHELL_PATH names, or all of Chromium. Both run
 * pages alike; what depends on windows, focus and the popup blocker is tested by `startChromiumEngine`.
 *
 * @throws Error of one line if it does not start
 */
export async function startChromium(): Promise<TestBrowser> {
    const executablePath = process.env['HEADLESS_SHELL_PATH'] ?? chromiumPath()
    const launch = async () => {
        const profile = mkdtempSync(join(tmpdir(), 'chromium-'))
        const removeProfile = () => rmSync(profile, { recursive: true, force: true })
        try {
            const context = await chromium.launchPersistentContext(profile, {
                executablePath,
                timeout: START_MS,
                args: CHROMIUM_ARGUMENTS,
            })
            return { context, removeProfile }
        } catch (error) {
            removeProfile()
            throw new Error(
                `Chromium did not start (${executablePath}): ${(error as Error).message.split('\n')[0]}`
            )
        }
    }
    let running = await launch()
    return {
        get context() {
            return running.context
        },
        async reset() {
            const { context, removeProfile } = running
            if (await endsInTime(clear(context))) return
            console.warn(`Restarting Chromium:  ${context.pages().map((page) => page.url())} did not close`)
            if (await endsInTime(context.close())) removeProfile()
            running = await launch()
        },
        async close() {
            await running.context.close()
            running.removeProfile()
        },
    }
}

async function clear(context: BrowserContext): Promise<void> {
    await context.unrouteAll({ behavior: 'ignoreErrors' })
    for (const page of context.pages().slice(1)) await page.close()
    await context.clearCookies()
}

/** Whether a promise settles within the time limit for closing a page. */
async function endsInTime(work: Promise<void>): Promise<boolean> {
    let timer: NodeJS.Timeout | undefined
    const late = new Promise<boolean>((resolve) => {
        timer = setTimeout(() => resolve(false), CLOSE_MS)
    })
    work.catch(() => undefined)
    try {
        return await Promise.race([work.then(() => true), late])
    } finally {
        clearTimeout(timer)
    }
}
