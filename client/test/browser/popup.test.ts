import type { Page } from 'playwright-core'
import type { ServiceNowConnection } from '../../src/types/connection'
import {
    abort,
    answer,
    expectNoLeaks,
    heldBy,
    openPopup,
    optionsFor,
    outcomeOf,
    startBrowserApp,
    startConnect,
    startConnects,
    type BrowserApp,
} from '../support/browser-app'
import { until } from '../../../test/support/until'

describe('connect with a popup in Chromium', () => {
    let app: BrowserApp
    let page: Page

    beforeAll(async () => {
        app = await startBrowserApp()
    })
    afterAll(() => app?.close())
    beforeEach(async () => {
        page = await app.open()
    })
    afterEach(() => app?.reset())

    const USER = { user: expect.objectContaining({ user_name: 'abel.tuter' }) as unknown }
    const refusal = (code: string) => ({
        error: expect.objectContaining({ name: 'AuthorizationError', code }) as unknown,
    })
    /** Loads the app again with a frozen clock that the test advances. */
    const stopClock = async () => {
        await page.clock.install()
        await page.clock.pauseAt(Date.now() + 60_000)
        await page.reload()
        await page.waitForFunction(() => 'ready' in window)
    }

    it('signs the user in, closes the popup, and leaves no timer, listener or channel', async () => {
        const before = await heldBy(page)
        const popup = await openPopup(page, optionsFor(app))
        const closed = popup.waitForEvent('close')
        await answer(popup)
        expect(await outcomeOf(page)).toEqual(USER)
        await closed
        await expectNoLeaks(page, before)
    })

    it.each([
        [
            'H1 a wrong instanceUrl',
            ['http://example.com', 'https://example.com/x', 'https://a:b@example.com', 'x'],
        ],
        ['H2 a wrong clientId', ['', 7, null]],
        ['H2 a wrong scope', ['useraccount', {}, [7]]],
    ])('%s is rejected before anything happens', async (what, values) => {
        const before = await heldBy(page)
        const name = what.split(' ').at(-1)!
        for (const value of values) {
            await startConnect(page, optionsFor(app, { [name]: value }))
            expect((await outcomeOf(page)).error).toMatchObject({
                name: 'ParameterError',
                code: 'invalid_parameter',
                message: expect.stringContaining(name) as unknown,
            })
        }
        await startConnect(page, app.instance.url, 'client')
        expect((await outcomeOf(page)).error).toMatchObject({
            name: 'ParameterError',
            code: 'callback_url_missing',
        })
        expect(app.browser.context.pages()).toHaveLength(2)
        expect(page.workers()).toEqual([])
        await expectNoLeaks(page, before)
    })

    it('H3 separates two concurrent attempts', async () => {
        const popups: Page[] = []
        page.on('popup', (popup) => popups.push(popup))
        await startConnects(page, [[optionsFor(app)], [optionsFor(app)]])
        const [first, second] = popups as [Page, Page]
        const [one, two] = [await app.askedBy(first), await app.askedBy(second)]
        for (const name of ['state', 'code_challenge']) {
            expect(one.get(name)).toBeTruthy()
            expect(one.get(name)).not.toBe(two.get(name))
        }
        await answer(second)
        expect(await outcomeOf(page, 1)).toEqual(USER)
        expect(first.isClosed()).toBe(false)
        await first.goto(`${app.instance.url}/oauth_auth.do?${one}`)
        await first.getByRole('button', { name: 'Allow' }).click()
        expect(await outcomeOf(page, 0)).toEqual(USER)
    })

    it('H4 reports at once that the browser blocked the popup, and starts nothing', async () => {
        // In a sandboxed frame without allow-popups, a browser always blocks popups.
        app.site.files['/frame.html'] =
            '<!doctype html><iframe sandbox="allow-scripts allow-same-origin" src="/"></iframe>'
        await page.goto(`${app.site.origin}/frame.html`)
        const frame = page.frames()[1]!
        await frame.waitForFunction(() => 'ready' in window)
        const before = await heldBy(frame)
        await startConnect(frame, optionsFor(app))
        expect(await outcomeOf(frame)).toEqual(refusal('popup_blocked'))
        expect(page.workers()).toEqual([])
        await expectNoLeaks(frame, before)
    })

    it.each(['while it loads', 'at the form'])(
        'H5 reports within a second that the user closed the popup %s, and cleans up',
        async (when) => {
            await stopClock()
            const before = await heldBy(page)
            if (when === 'while it loads') {
                await app.browser.context.route('**/oauth_auth.do*', () => undefined)
            }
            const popup = await openPopup(page, optionsFor(app))
            await app.askedBy(popup)
            if (when === 'at the form') {
                await popup.getByLabel('User name').waitFor()
                await page.clock.runFor(200)
            }
            await popup.close()
            await page.clock.runFor(1000)
            expect(await outcomeOf(page)).toEqual(refusal('popup_closed'))
            await expectNoLeaks(page, before)
            await until(() => page.workers().length === 0)
        }
    )

    it('H6 reports that the user clicked Deny, and closes the popup', async () => {
        const sent = await app.exchanges()
        const popup = await openPopup(page, optionsFor(app))
        const closed = popup.waitForEvent('close')
        await answer(popup, 'Deny')
        const { error } = await outcomeOf(page)
        expect(error).toMatchObject({ name: 'AuthorizationError', code: 'access_denied' })
        expect(error?.description).toBe(error?.message)
        await closed
        expect(await app.exchanges()).toBe(sent)
    })

    it('H7 ends at the time limit, or as soon as its signal is aborted', async () => {
        await stopClock()
        const before = await heldBy(page)
        const popup = await openPopup(page, optionsFor(app))
        await popup.getByLabel('User name').waitFor()
        await page.clock.fastForward(299_000)
        expect(popup.isClosed()).toBe(false)
        const closed = popup.waitForEvent('close')
        await page.clock.fastForward(1_000)
        expect(await outcomeOf(page)).toEqual(refusal('timeout'))
        await closed
        await expectNoLeaks(page, before)

        const second = await openPopup(page, optionsFor(app, { abortable: true }))
        const gone = second.waitForEvent('close')
        await abort(page)
        expect((await outcomeOf(page)).error).toMatchObject({ name: 'Error', message: 'enough' })
        await gone
        await expectNoLeaks(page, before)
    })

    it('H15 loads its worker from a file if blob: is blocked, and holds no tokens without it', async () => {
        app.site.headers['/'] = {
            'content-security-policy': `default-src 'self'; worker-src 'self'; connect-src 'self' ${app.instance.url}`,
        }
        await page.reload()
        await page.waitForFunction(() => 'ready' in window)
        await answer(await openPopup(page, optionsFor(app)))
        expect(await outcomeOf(page)).toEqual(USER)
        expect(page.workers().map((worker) => worker.url())).toEqual([`${app.site.origin}/worker.js`])

        const sent = await app.exchanges()
        const before = await heldBy(page)
        const popup = page.waitForEvent('popup')
        await startConnect(page, optionsFor(app, { workerUrl: undefined }))
        expect((await outcomeOf(page)).error).toMatchObject({
            name: 'InitializationError',
            code: 'worker_blocked',
        })
        const opened = await popup
        await until(() => opened.isClosed())
        expect(page.workers()).toHaveLength(1)
        await expectNoLeaks(page, before)
        expect(await app.exchanges()).toBe(sent)
    })

    it("H48 shows the server's text as text, with what looks like a token masked", async () => {
        await answer(await openPopup(page, optionsFor(app)))
        expect(await outcomeOf(page)).toEqual(USER)
        const token = 'aB3-'.repeat(20)
        const error = await page.evaluate(async (table) => {
            const { connection } = window as unknown as { connection: ServiceNowConnection }
            const call = connection.executeApiRequest(`/api/now/table/${encodeURIComponent(table)}`)
            const error = await call.catch((error: Error & { description?: string }) => error)
            const { message, description, stack } = error as Error & { description?: string }
            document.body.append(message)
            return { message, all: `${message} ${description} ${stack}`, images: document.images.length }
        }, `<img src=x>${token}`)
        expect(error.message).toContain('<img src=x>***')
        expect(error.all).not.toContain(token)
        expect(error.images).toBe(0)
    })

    it('H16 leaves nothing in storage when the page is loaded again midway', async () => {
        const popup = await openPopup(page, optionsFor(app))
        const asked = await app.askedBy(popup)
        await page.reload()
        const kept = await page.evaluate(async () => ({
            local: { ...localStorage },
            session: { ...sessionStorage },
            databases: await indexedDB.databases(),
            caches: await caches.keys(),
            cookies: document.cookie,
            history: history.state as unknown,
            name: window.name,
        }))
        expect(kept).toEqual({
            local: {},
            session: {},
            databases: [],
            caches: [],
            cookies: '',
            history: null,
            name: '',
        })
        // The attempt's popup must not affect the next one.
        const next = await openPopup(page, optionsFor(app))
        expect((await app.askedBy(next)).get('code_challenge')).not.toBe(asked.get('code_challenge'))
        await answer(next)
        expect(await outcomeOf(page)).toEqual(USER)
    })
})
