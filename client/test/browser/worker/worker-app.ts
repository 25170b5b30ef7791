import type { Page } from 'playwright-core'
import { startChromium, type TestBrowser } from '../../../../test/support/chromium'
import { startAll } from '../../../../test/support/start-all'
import { serveApp, type AppSite } from '../../support/app-site'
import { connectScripted, type Outcome, type PlainOptions } from '../../support/browser-app'
import { overhear, type Overheard } from '../../support/overhear'
import { serveScripted, type ScriptedServer } from '../../support/scripted-server'
import { access, refresh } from '../../worker/support/scripted-instance'

/** An endpoint of the instance that tests call. */
export const PATH = '/api/now/table/incident'

/** Globals of the app's page. */
export interface Globals {
    client: typeof import('../../../src/index')
    connection: import('../../../src/types/connection').ServiceNowConnection
    overheard: Overheard
}

/** An app with the built client in Chromium, with scripted instances, and one page at a time. */
export interface WorkerApp {
    browser: TestBrowser
    site: AppSite
    instance: ScriptedServer
    /** An instance that the app never names. */
    foreign: ScriptedServer
    /** The page that `open` opened last. */
    page: Page
    open(): Promise<void>
    /** Connects to `instance` through the app's routes. */
    connect(more?: PlainOptions): Promise<Outcome>
    /** Calls `executeApiRequest` of the connection; resolves to the response, or to the error as an app sees it. */
    call(...args: unknown[]): Promise<unknown>
    disconnect(): Promise<void>
    /** Sends a message of the test to the worker and waits for the reply. */
    ask(message: unknown): Promise<Record<string, unknown>>
    /** Tokens and verifiers that a message of a worker contained. */
    leaks(): Promise<string[]>
    /** Closes all pages, and resets the instances and the headers of the page. */
    reset(): Promise<void>
    close(): Promise<void>
}

/** Starts it, without a page. */
export async function startWorkerApp(): Promise<WorkerApp> {
    const [browser, site, instance, foreign] = await startAll(
        startChromium(),
        serveApp(),
        serveScripted(),
        serveScripted()
    )
    await browser.context.addInitScript(overhear)
    const app: WorkerApp = {
        browser,
        site,
        instance,
        foreign,
        page: undefined as unknown as Page,
        async open() {
            app.page = await browser.context.newPage()
            await app.page.goto(`${site.origin}/`)
            await app.page.waitForFunction(() => 'ready' in window)
        },
        connect: (more) => connectScripted(app.page, instance.url, more),
        call: (...args) =>
            app.page.evaluate(async (args) => {
                const { connection } = window as unknown as Globals
                try {
                    const call = connection.executeApiRequest as (
                        ...args: unknown[]
                    ) => Promise<{ data?: unknown }>
                    const answer = await call(...args)
                    if (!(answer.data instanceof ArrayBuffer)) return answer
                    return { ...answer, data: [...new Uint8Array(answer.data)] }
                } catch (error) {
                    const { name, code, status, message, description, data } = error as Error &
                        Record<string, unknown>
                    return { name, code, status, message, description, data }
                }
            }, args),
        disconnect: () => app.page.evaluate(() => (window as unknown as Globals).connection.disconnect()),
        ask: (message) =>
            app.page.evaluate((message) => (window as unknown as Globals).overheard.ask(message), message),
        async leaks() {
            const said = await app.page.evaluate(() => (window as unknown as Globals).overheard.said())
            const verifiers = instance.grants('authorization_code').map(({ form }) => form['code_verifier']!)
            const secrets = [...[1, 2, 3, 4, 5].flatMap((n) => [access(n), refresh(n)]), ...verifiers]
            return secrets.filter((secret) => said.includes(secret))
        },
        async reset() {
            await browser.reset()
            delete site.headers['/']
            instance.reset()
            foreign.reset()
        },
        async close() {
            await browser.close()
            await Promise.all([site.close(), instance.close(), foreign.close()])
        },
    }
    return app
}

/** Opens a page before each test of a `describe`, and resets the app after it. */
export function withNewPages(app: () => WorkerApp): void {
    beforeEach(() => app().open())
    afterEach(() => app()?.reset())
}
