import { OPENFIN_CLIENT_ID } from '../../../setup/packaged'
import { setUp } from '../../../setup/set-up'
import {
    ADMIN_AUTHORIZATION,
    startDeployed,
    type DeployedInstance,
} from '../../../test/support/deployed-instance'
import type { Engine, EngineName, EnginePage } from '../../../test/support/engines/engine'
import { startEngine } from '../../../test/support/engines/start-engine'
import { startAll } from '../../../test/support/start-all'
import { serveApp, type AppSite } from '../support/app-site'
import { outcomeOf, startConnect, type Outcome, type PlainOptions } from '../support/browser-app'
import { countHeld } from '../support/leak-check'
import { until } from '../../../test/support/until'
import { serveSingleSignOn, type SingleSignOn } from './single-sign-on'

/** An app with the built client in one browser, with an instance with the app deployed. */
export interface EngineApp {
    engine: Engine
    site: AppSite
    instance: DeployedInstance
    /** The same instance behind an identity provider. */
    sso: SingleSignOn
    /** Opens the app in a new window and counts its resources. */
    open(): Promise<EnginePage>
    /** Options of `connect`; default the app's. */
    options(more?: PlainOptions): PlainOptions
    /** Calls `connect` by a click and waits for its window. */
    openPopup(page: EnginePage, more?: PlainOptions): Promise<EnginePage>
    /** Connects by a click, through a sign-in window if one is expected. */
    connect(page: EnginePage, more?: PlainOptions, popup?: boolean): Promise<Outcome>
    /** Number of requests to a route of the instance. */
    requestsTo(route: RegExp): Promise<number>
    /** Closes all windows and advances the instance's clock by an hour. */
    reset(): Promise<void>
    close(): Promise<void>
}

/** Starts it. */
export async function startEngineApp(name: EngineName): Promise<EngineApp> {
    const [engine, site, instance] = await startAll(startEngine(name), serveApp(), startDeployed())
    const sso = await serveSingleSignOn(instance.url)
    await setUp({
        instanceUrl: instance.url,
        authorization: ADMIN_AUTHORIZATION,
        origins: [site.origin],
        callbackUrls: [`${site.origin}/callback.html`],
        apis: ['attachment'],
    })
    site.files['/'] = `<!doctype html><script>(${countHeld})()</script>${site.files['/']}`
    site.files['/app.js'] =
        `import * as requests from '/requests.js'\nwindow.requests = requests\n${site.files['/app.js']}`
    const app: EngineApp = {
        engine,
        site,
        instance,
        sso,
        async open() {
            const page = await engine.open(`${site.origin}/`)
            await until(() => page.evaluate(() => 'ready' in window))
            return page
        },
        options: (more) => ({
            instanceUrl: instance.url,
            clientId: OPENFIN_CLIENT_ID,
            callbackUrl: '/callback.html',
            workerUrl: '/worker.js',
            ...more,
        }),
        openPopup: (page, more) => engine.popupOf(page, () => startConnect(page, app.options(more))),
        async connect(page, more, popup = true) {
            if (popup) await answer(await app.openPopup(page, more))
            else await startConnect(page, app.options(more))
            return outcomeOf(page)
        },
        async requestsTo(route) {
            const { body } = await instance.admin<{ result: Record<string, { transactions?: number }> }>(
                'GET',
                '/local/stats'
            )
            return Object.entries(body.result)
                .filter(([name]) => route.test(name))
                .reduce((sum, [, { transactions = 0 }]) => sum + transactions, 0)
        },
        async reset() {
            await engine.reset()
            for (const path of Object.keys(site.headers)) delete site.headers[path]
            // The instance would issue an unused code again, with the challenge of the previous attempt.
            instance.clock.advance(3_600_000)
        },
        async close() {
            await engine.close()
            await Promise.all([site.close(), instance.close(), sso.close()])
        },
    }
    return app
}

/** Waits for one of the elements, across navigations of the window; returns its index. */
export async function waitFor(page: EnginePage, ...selectors: string[]): Promise<number> {
    let index = -1
    await until(async () => {
        try {
            index = await page.evaluate(
                (selectors) => selectors.findIndex((selector) => document.querySelector(selector)),
                selectors
            )
        } catch {
            // The page navigated during the query.
        }
        return index >= 0
    })
    return index
}

const FORM = '#user_name'
const DECISION = '[name=decision]'

/** Waits for the instance's prompt. */
export const waitForInstance = (popup: EnginePage): Promise<number> => waitFor(popup, FORM, DECISION)

/** Signs in `abel.tuter` if prompted, and clicks Allow or Deny. */
export async function answer(popup: EnginePage, decision: 'allow' | 'deny' = 'allow'): Promise<void> {
    if ((await waitForInstance(popup)) === 0) {
        await popup.fill(FORM, 'abel.tuter')
        await popup.fill('#user_password', 'abel.tuter')
        await popup.click('[name=sysverb_login]')
    }
    try {
        await popup.click(`[value=${decision}]`)
    } catch (error) {
        // The callback page may close the window before the driver reports the click.
        if (!(await popup.isClosed())) throw error
    }
}
