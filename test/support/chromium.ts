import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type BrowserContext } from 'playwright-core'
import { START_MS } from './engines/tied-process'

/** Milliseconds that a page may take to close. */
const CLOSE_MS = 10_000

/** A Chromium with a profile of its own that goes away with it. */
export interface TestBrowser {
    /** Another one after a `reset` that had to start Chromium anew. */
    readonly context: BrowserContext
    /** Closes all pages but the first and removes routes and cookies; where that hangs, Chromium is started anew. */
    reset(): Promise<void>
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
            console.warn(
                `Chromium is started anew: ${context.pages().map((page) => page.url())} did not close`
            )
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

/** Whether something ends within the time that a page may take to close. */
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
