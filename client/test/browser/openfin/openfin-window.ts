import type { Page } from 'playwright-core'
import type { BrowserApp } from '../../support/browser-app'
import { installFin, type StandIn, type StandInOptions } from '../../support/stand-in-fin'

/** The app's page in OpenFin, with the stand-in for OpenFin's API. */
export interface OpenFinWindow {
    page: Page
    fin: StandIn
}

/** Opens the app in OpenFin. */
export async function openInOpenFin(app: BrowserApp, options?: StandInOptions): Promise<OpenFinWindow> {
    const page = await app.open()
    const fin = await installFin(page, options)
    await page.reload()
    await page.waitForFunction(() => 'ready' in window)
    return { page, fin }
}

/** Consents; the user is already signed in at the instance. */
export const allow = (window: Page): Promise<void> => window.getByRole('button', { name: 'Allow' }).click()
