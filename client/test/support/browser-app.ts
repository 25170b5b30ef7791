import { until } from '../../../test/support/until'
import type { Page, Request } from 'playwright-core'
import { OPENFIN_CLIENT_ID } from '../../../setup/packaged'
import { setUp } from '../../../setup/set-up'
import { startChromium, type TestBrowser } from '../../../test/support/chromium'
import {
    ADMIN_AUTHORIZATION,
    startDeployed,
    type DeployedInstance,
} from '../../../test/support/deployed-instance'
import type { EnginePage } from '../../../test/support/engines/engine'
import { startAll } from '../../../test/support/start-all'
import { serveApp, type AppSite } from './app-site'
import { countHeld, type Held } from './leak-check'

/** Outcome of a `connect` of the page. */
export interface Outcome {
    user?: Record<string, unknown>
    error?: { name: string; code: string; message: string; description?: string; cause?: string }
}

interface PageGlobals {
    client: typeof import('../../src/index')
    onConnect: () => void
    outcomes: Promise<Outcome>[]
    connection: import('../../src/types/connection').ServiceNowConnection
    controller: AbortController
    held(): Held
}

/** An app in Chromium that uses the built client with an instance with the app deployed. */
export interface BrowserApp {
    browser: TestBrowser
    site: AppSite
    instance: DeployedInstance
    /** Sets the redirect URLs of the registration after the instance's own, which comes first. */
    register(callbackUrls: string[], at?: DeployedInstance): Promise<void>
    /** Makes a URL the only registered one. */
    registerOnly(redirectUrl: string): Promise<void>
    /** Opens the app's page and counts its resources. */
    open(): Promise<Page>
    /** Parameters of the popup's first request to `/oauth_auth.do`. */
    askedBy(popup: Page): Promise<URLSearchParams>
    /** Number of requests since the instance started, by method and route. */
    requestsTo(route: RegExp): Promise<number>
    /** Number of codes or tokens sent to the instance since it started. */
    exchanges(): Promise<number>
    /** Registers a resource that the next `reset` closes, so that a failed test leaves nothing open. */
    closeLater(open: { close(): Promise<void> }): void
    /** Closes all pages, ends all sessions at the instance, and advances its clock by an hour. */
    reset(): Promise<void>
    close(): Promise<void>
}

export async function startBrowserApp(): Promise<BrowserApp> {
    const [browser, site, instance] = await startAll(startChromium(), serveApp(), startDeployed())
    const asked = new Map<Page, URLSearchParams>()
    const others: { close(): Promise<void> }[] = []
    const onRequest = (request: Request) => {
        const { pathname, searchParams } = new URL(request.url())
        if (pathname !== '/oauth_auth.do' || !request.isNavigationRequest()) return
        const popup = request.frame().page()
        if (!asked.has(popup)) asked.set(popup, searchParams)
    }
    browser.context.on('request', onRequest)
    const app: BrowserApp = {
        browser,
        site,
        instance,
        async register(callbackUrls, at = instance) {
            await setUp({
                instanceUrl: at.url,
                authorization: ADMIN_AUTHORIZATION,
                origins: [site.origin],
                callbackUrls,
            })
        },
        async registerOnly(redirectUrl) {
            const { body } = await instance.admin<{ result: { sys_id: string }[] }>(
                'GET',
                `/api/now/table/oauth_entity?sysparm_query=client_id=${OPENFIN_CLIENT_ID}&sysparm_fields=sys_id`
            )
            await instance.admin('PATCH', `/api/now/table/oauth_entity/${body.result[0]?.sys_id}`, {
                redirect_url: redirectUrl,
            })
        },
        async open() {
            const page = await browser.context.newPage()
            await page.addInitScript(countHeld)
            await page.goto(`${site.origin}/`)
            await page.waitForFunction(() => 'ready' in window)
            return page
        },
        async askedBy(popup) {
            if (!asked.has(popup)) await browser.context.waitForEvent('request', () => asked.has(popup))
            return asked.get(popup)!
        },
        exchanges: () => app.requestsTo(/^POST .*(request_tokens|oauth_token\.do)$/),
        async requestsTo(wanted) {
            const { body } = await instance.admin<{ result: Record<string, { transactions?: number }> }>(
                'GET',
                '/local/stats'
            )
            return Object.entries(body.result)
                .filter(([route]) => wanted.test(route))
                .reduce((sum, [, { transactions = 0 }]) => sum + transactions, 0)
        },
        closeLater: (open) => void others.push(open),
        async reset() {
            await Promise.all(others.splice(0).map((open) => open.close()))
            const { context } = browser
            await browser.reset()
            if (browser.context !== context) browser.context.on('request', onRequest)
            for (const path of Object.keys(site.headers)) delete site.headers[path]
            // The instance would issue an unused code again, with the challenge of the previous attempt.
            instance.clock.advance(3_600_000)
        },
        async close() {
            await browser.close()
            await Promise.all([site.close(), instance.close()])
        },
    }
    await app.register([`${site.origin}/callback.html`])
    return app
}

/** Options of `connect` that are passed to the page as JSON. */
export type PlainOptions = Record<string, unknown>

/** The usual options of the app. */
export const optionsFor = (
    { instance }: { instance: { url: string } },
    more: PlainOptions = {}
): PlainOptions => ({
    instanceUrl: instance.url,
    clientId: OPENFIN_CLIENT_ID,
    callbackUrl: '/callback.html',
    workerUrl: '/worker.js',
    ...more,
})

/** A page or frame in which the app runs. */
type AppPage = Pick<EnginePage, 'evaluate' | 'click'>

/**
 * Calls `connect` in the page by a click, once for each list of arguments; `outcomeOf` returns the outcomes.
 */
export async function startConnects(page: AppPage, calls: unknown[][]): Promise<void> {
    await page.evaluate((calls) => {
        const page = window as unknown as PageGlobals
        const outcomeOf = (error: Error & { code: string; description?: string }): Outcome => ({
            error: {
                name: error.name,
                code: error.code,
                message: error.message,
                ...(error.description && { description: error.description }),
                ...(error.cause ? { cause: String(error.cause) } : {}),
            },
        })
        const connect = async (args: unknown[]) => {
            page.controller = new AbortController()
            const [first] = args as [PlainOptions]
            if (Object(first)['abortable']) first['signal'] = page.controller.signal
            page.connection = await (page.client.connect as (...args: unknown[]) => Promise<never>)(...args)
            return { user: page.connection.currentUser as Record<string, unknown> }
        }
        page.onConnect = () => {
            page.outcomes = calls.map((args) => connect(args).catch(outcomeOf))
        }
    }, calls)
    await page.click('button')
}

/** Calls `connect` in the page by a click. */
export const startConnect = (page: AppPage, ...args: unknown[]): Promise<void> => startConnects(page, [args])

/** Outcome of a `connect` of the page's last click. */
export const outcomeOf = (page: AppPage, index = 0): Promise<Outcome> =>
    page.evaluate((index) => (window as unknown as PageGlobals).outcomes[index]!, index)

/** Calls `connect` in the page by a click, for an instance whose sign-in is scripted, and waits for the outcome. */
export async function connectScripted(
    page: AppPage,
    instanceUrl: string,
    more: PlainOptions = {}
): Promise<Outcome> {
    await startConnect(page, {
        instanceUrl,
        clientId: 'a1b2c3',
        callbackUrl: '/callback.html',
        workerUrl: '/worker.js',
        tokenRoute: 'proxy',
        ...more,
    })
    return outcomeOf(page)
}

/** Resources of the page beyond its initial ones. */
async function leaksOf(page: AppPage, before: Held): Promise<Held> {
    const now = await heldBy(page)
    return Object.fromEntries(Object.entries(now).filter(([kind, count]) => count > (before[kind] ?? 0)))
}

/** Waits until the page has only its initial resources: a failed attempt does not wait for the reply of the worker. */
export const expectNoLeaks = (page: AppPage, before: Held): Promise<void> =>
    until(async () => Object.keys(await leaksOf(page, before)).length === 0)

/** Resources of the page. */
export const heldBy = (page: AppPage): Promise<Held> =>
    page.evaluate(() => (window as unknown as PageGlobals).held())

/** Aborts the signal that the last `connect` got from `abortable`. */
export const abort = (page: AppPage): Promise<void> =>
    page.evaluate(() => (window as unknown as PageGlobals).controller.abort(new Error('enough')))

/** Holds the page's next timer of a number of milliseconds; fires it when called. */
export async function holdTimer(page: Page, ms: number): Promise<() => Promise<void>> {
    await page.evaluate((ms) => {
        const globals = window as unknown as { setTimeout: (...args: unknown[]) => number; expire: unknown }
        const { setTimeout } = globals
        globals.setTimeout = (run, after, ...rest) => {
            if (after !== ms) return setTimeout(run, after, ...rest)
            Object.assign(globals, { setTimeout, expire: run })
            return 0
        }
    }, ms)
    return () => page.evaluate(() => (window as unknown as { expire: () => void }).expire())
}

/** Calls `connect` by a click and waits for its popup. */
export async function openPopup(page: Page, ...args: unknown[]): Promise<Page> {
    const [popup] = await Promise.all([page.waitForEvent('popup'), startConnect(page, ...args)])
    return popup
}

/** Signs in `abel.tuter` on the instance's form, if shown. */
export async function enterPassword(popup: Page): Promise<void> {
    await popup.getByLabel('User name').fill('abel.tuter')
    await popup.getByLabel('Password', { exact: true }).fill('abel.tuter')
    await popup.keyboard.press('Enter')
}

/** Signs in and clicks Allow or Deny. */
export async function answer(popup: Page, button: 'Allow' | 'Deny' = 'Allow'): Promise<void> {
    await enterPassword(popup)
    await popup.getByRole('button', { name: button }).click()
}
