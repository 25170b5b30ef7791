import type { Page } from 'playwright-core'
import { OPENFIN_CLIENT_ID } from '../../../setup/packaged'
import {
    abort,
    answer,
    enterPassword,
    expectNoLeaks,
    heldBy,
    optionsFor,
    outcomeOf,
    startBrowserApp,
    startConnect,
    type BrowserApp,
} from '../support/browser-app'
import type { StandIn, StandInOptions } from '../support/stand-in-fin'
import { allow, openInOpenFin } from './openfin/openfin-window'
import { describeSamples } from './openfin/samples'

const USER = { user: expect.objectContaining({ user_name: 'abel.tuter' }) as unknown }

/** The sign-in window of @openfin/servicenow 1.0.1. */
const WINDOW = {
    alwaysOnTop: true,
    autoShow: false,
    defaultCentered: true,
    defaultHeight: 600,
    defaultWidth: 550,
    includeInSnapshots: false,
    maximizable: false,
    minimizable: false,
    resizable: false,
    saveWindowState: false,
    showTaskbarIcon: false,
}

describe('connect in OpenFin', () => {
    let app: BrowserApp
    let page: Page
    let fin: StandIn

    beforeAll(async () => {
        app = await startBrowserApp()
    })
    afterAll(() => app?.close())
    afterEach(() => app?.reset())

    const open = async (options?: StandInOptions) => {
        ;({ page, fin } = await openInOpenFin(app, options))
    }
    /** Connects as in OpenFin's guide and completes the sign-in window. */
    const connect = async (...more: unknown[]) => {
        const opened = app.browser.context.waitForEvent('page')
        await startConnect(page, app.instance.url, OPENFIN_CLIENT_ID, ...more)
        return opened
    }

    it.each(['36.122.80.11', '29.108.73.14', '20.91.64.3'])(
        'signs in in a window of runtime %s, and leaves no timer or listener',
        async (version) => {
            await open({ version })
            const before = await heldBy(page)
            const window = await connect(undefined, { ui_locales: 'de' }, { defaultWidth: 432, name: 'own' })
            const closed = window.waitForEvent('close')
            await answer(window)
            expect(await outcomeOf(page)).toEqual(USER)
            await closed
            await expectNoLeaks(page, before)
            expect(await fin.listeners()).toBe(0)
            expect(fin.created).toEqual([
                {
                    ...WINDOW,
                    name: 'own',
                    defaultWidth: 432,
                    url: expect.stringContaining('/oauth_auth.do?') as unknown,
                },
            ])
            const asked = await app.askedBy(window)
            expect(asked.get('redirect_uri')).toBe(`${app.instance.url}/oauth_redirect.do`)
            expect(asked.get('ui_locales')).toBe('de')
            // Before version 30 there is no other source of URLs.
            if (parseInt(version, 10) < 30) expect(fin.polls).toBeGreaterThan(1)
        }
    )

    it('shows the window when the user must act', async () => {
        await open()
        await page.clock.install()
        await page.clock.pauseAt(Date.now() + 60_000)
        const window = await connect()
        await window.getByLabel('User name').waitFor()
        await page.clock.runFor(1999)
        expect(fin.shown).toEqual([])
        await page.clock.runFor(1)
        expect(fin.shown).toEqual([0])
        await answer(window)
        expect(await outcomeOf(page)).toEqual(USER)
        // A window that has finished by then is never shown.
        await allow(await connect())
        expect(await outcomeOf(page)).toEqual(USER)
        await page.clock.runFor(10_000)
        expect(fin.shown).toEqual([0])
    })

    it('H1 connects to the origin of a URL with a path, and returns the URL as given', async () => {
        await open()
        const address = `${app.instance.url}/now/nav/ui?id=1#/home`
        const opening = app.browser.context.waitForEvent('page')
        await startConnect(page, address, OPENFIN_CLIENT_ID, [], { max_age: 3600 }, null)
        const opened = await opening
        await answer(opened)
        expect(await outcomeOf(page)).toEqual(USER)
        expect((await app.askedBy(opened)).get('max_age')).toBe('3600')
        expect(
            await page.evaluate(
                () => (window as unknown as { connection: { instanceUrl: string } }).connection.instanceUrl
            )
        ).toBe(address)
    })

    it('H5 reports that the user closed the window', async () => {
        await open()
        const before = await heldBy(page)
        const window = await connect()
        await window.getByLabel('User name').waitFor()
        await window.close()
        expect((await outcomeOf(page)).error).toMatchObject({
            name: 'AuthorizationError',
            code: 'popup_closed',
        })
        expect(await fin.listeners()).toBe(0)
        await expectNoLeaks(page, before)
    })

    it('H6 reports that the user clicked Deny', async () => {
        await open()
        const window = await connect()
        const closed = window.waitForEvent('close')
        await answer(window, 'Deny')
        expect((await outcomeOf(page)).error).toMatchObject({
            name: 'AuthorizationError',
            code: 'access_denied',
        })
        await closed
    })

    it('H7 closes the window when its signal is aborted', async () => {
        await open({ version: '29.108.73.14' })
        const before = await heldBy(page)
        const opened = app.browser.context.waitForEvent('page')
        await startConnect(page, optionsFor(app, { abortable: true, callbackUrl: undefined }))
        const window = await opened
        await window.getByLabel('User name').waitFor()
        const closed = window.waitForEvent('close')
        await abort(page)
        expect((await outcomeOf(page)).error?.message).toBe('enough')
        await closed
        await expectNoLeaks(page, before)
        expect(await fin.listeners()).toBe(0)
    })

    it('H12 names the expected redirect URL when the code arrived at another one', async () => {
        await open()
        await app.registerOnly(`${app.site.origin}/other.html`)
        const window = await connect()
        const sent = await app.exchanges()
        await enterPassword(window)
        await window.getByRole('button', { name: 'Allow' }).click()
        const { error } = await outcomeOf(page)
        expect(error).toMatchObject({ code: 'malformed_callback' })
        expect(error?.message).toContain(`${app.instance.url}/oauth_redirect.do`)
        expect(await app.exchanges()).toBe(sent)
        await app.register([`${app.site.origin}/callback.html`])
    })

    describe('H14', () => {
        it('uses a popup outside OpenFin', async () => {
            page = await app.open()
            const popup = page.waitForEvent('popup')
            await startConnect(page, optionsFor(app))
            await answer(await popup)
            expect(await outcomeOf(page)).toEqual(USER)
        })

        it.each([
            ['create', 'Error: window quota'],
            ['fin', 'Error: not injected'],
        ] as const)('reports why OpenFin fails: %s', async (fails, cause) => {
            await open({ fails })
            const before = await heldBy(page)
            await startConnect(page, app.instance.url, OPENFIN_CLIENT_ID)
            const { error } = await outcomeOf(page)
            expect(error).toMatchObject({ name: 'InitializationError', cause })
            await expectNoLeaks(page, before)
            expect(fin.windows).toEqual([])
            expect(app.browser.context.pages()).toHaveLength(2)
        })
    })

    describeSamples(() => app)
})
