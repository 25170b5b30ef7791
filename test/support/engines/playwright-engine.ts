import type { BrowserContext, Page } from 'playwright-core'
import type { Engine, EngineName } from './engine'

/** An engine driven by Playwright. Its pages are Playwright pages. */
export function playwrightEngine(
    context: BrowserContext,
    { name, version, close }: { name: EngineName; version: string; close(): Promise<void> }
): Engine {
    const first = new Set(context.pages())
    const others = () => context.pages().filter((page) => !first.has(page))
    return {
        name,
        version,
        async open(url) {
            const page = await context.newPage()
            await page.goto(url)
            return page
        },
        async popupOf(page, action) {
            const [popup] = await Promise.all([(page as Page).waitForEvent('popup'), action()])
            return popup
        },
        windows: async () => others().length,
        async reset() {
            for (const page of others()) await page.close()
        },
        close,
    }
}
