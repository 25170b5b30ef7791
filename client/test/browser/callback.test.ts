import type { Page } from 'playwright-core'
import { setProperty } from '../../../test/support/set-property'
import { until } from '../../../test/support/until'
import { startDeployed } from '../../../test/support/deployed-instance'
import { serveApp } from '../support/app-site'
import { installClock, advanceClock } from '../support/page-clock'
import {
    answer,
    enterPassword,
    holdTimer,
    openPopup,
    optionsFor,
    outcomeOf,
    startBrowserApp,
    type BrowserApp,
} from '../support/browser-app'
import { describeCallbackPage } from './callback/callback-page'

const USER = { user: expect.objectContaining({ user_name: 'abel.tuter' }) as unknown }
const POLICY = 'local_instance.cross_origin_opener_policy'

describe('the callback in Chromium', () => {
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

    const refusal = (code: string, message = '') => ({
        error: expect.objectContaining({
            name: 'AuthorizationError',
            code,
            message: expect.stringContaining(message) as unknown,
        }) as unknown,
    })
    const callback = () => `${app.site.origin}/callback.html`
    const stateOf = async (popup: Page) => (await app.askedBy(popup)).get('state') ?? ''

    describeCallbackPage(
        () => app,
        () => page
    )

    it.each([
        ['without state', () => '?code=a'],
        ['with a foreign state', () => '?code=a&state=b'],
        ['with a used state', (used: string) => `?code=a&state=${used}`],
    ])('H8 is rejected %s, and its code is not sent', async (_, query) => {
        const first = await openPopup(page, optionsFor(app))
        const used = await stateOf(first)
        await answer(first)
        expect(await outcomeOf(page)).toEqual(USER)
        const sent = await app.exchanges()
        const popup = await openPopup(page, optionsFor(app))
        await popup.getByRole('button', { name: 'Allow' }).waitFor()
        await popup.evaluate((url) => location.assign(url), callback() + query(used))
        expect(await outcomeOf(page)).toEqual(refusal('state_mismatch'))
        expect(await app.exchanges()).toBe(sent)
    })

    it('H9 is ignored from other sources, and the real response is still accepted', async () => {
        const evil = await serveApp('127.0.0.1')
        app.closeLater(evil)
        const popup = await openPopup(page, optionsFor(app))
        const state = await stateOf(popup)
        await popup.getByLabel('User name').waitFor()
        const data = { type: 'openfin-servicenow:callback', url: `${callback()}?code=evil&state=${state}` }
        const send = (target: 'parent' | 'opener' | 'self') =>
            [data, target] as [typeof data, 'parent' | 'opener' | 'self']
        const post = ([data, target]: [unknown, 'parent' | 'opener' | 'self']) =>
            (window[target] as Window).postMessage(data, '*')
        // Another window of the right origin, the page itself, another origin, and the right window at
        // another origin.
        for (const origin of [app.site.origin, evil.origin]) {
            await page.evaluate(async (src) => {
                const frame = document.body.appendChild(document.createElement('iframe'))
                await new Promise((resolve) => {
                    frame.onload = resolve
                    frame.src = src
                })
            }, `${origin}/other.html`)
        }
        expect(page.frames()).toHaveLength(3)
        for (const frame of page.frames().slice(1)) await frame.evaluate(post, send('parent'))
        await page.evaluate(post, send('self'))
        await popup.evaluate(post, send('opener'))
        // Right window and origin, but another message.
        const form = popup.url()
        await popup.evaluate((url) => location.assign(url), `${app.site.origin}/other.html`)
        await popup.getByText('Another page').waitFor()
        for (const wrong of [
            null,
            'x',
            {},
            { type: data.type },
            { ...data, type: 'x' },
            { ...data, url: 7 },
        ]) {
            await popup.evaluate((wrong) => (window.opener as Window).postMessage(wrong, '*'), wrong)
        }
        await popup.evaluate((url) => location.assign(url), form)
        const sent = await app.exchanges()
        await answer(popup)
        expect(await outcomeOf(page)).toEqual(USER)
        expect(await app.exchanges()).toBeGreaterThan(sent)
    })

    describe('H10 without an opener', () => {
        afterEach(() => setProperty(app.instance, POLICY, ''))

        it.each([
            ['its own page', '/callback.html', ''],
            ["the app's page", '/', ''],
            ["the instance's pages", '', 'same-origin'],
            ["the instance's pages, that allow no opener", '', 'noopener-allow-popups'],
        ])('still reaches the app if %s has an opener policy', async (_, path, policy) => {
            if (path) app.site.headers[path] = { 'cross-origin-opener-policy': 'same-origin' }
            else await setProperty(app.instance, POLICY, policy)
            await page.reload()
            await page.waitForFunction(() => 'ready' in window)
            await installClock(page)
            const popup = await openPopup(page, optionsFor(app))
            await popup.getByLabel('User name').waitFor()
            // Regardless of the time that the user takes there.
            await advanceClock(page, 0)
            await advanceClock(page, 60_000)
            const closed = popup.waitForEvent('close')
            await answer(popup)
            expect(await outcomeOf(page)).toEqual(USER)
            await closed
        })

        it('tells the user what to do if no app is listening', async () => {
            const alone = await app.browser.context.newPage()
            await alone.goto(`${callback()}?error=access_denied&error_description=%3Cb%3Ex&state=y`)
            expect(await alone.evaluate(() => window.opener as unknown)).toBeNull()
            await alone.getByText('return to the app').waitFor()
        })
    })

    it('H11 is rejected with both code and error, or with two codes', async () => {
        const sent = await app.exchanges()
        for (const query of ['code=a&error=access_denied', 'code=a&code=b']) {
            const popup = await openPopup(page, optionsFor(app))
            const url = `${callback()}?${query}&state=${await stateOf(popup)}`
            await popup.getByLabel('User name').waitFor()
            await popup.evaluate((url) => location.assign(url), url)
            expect(await outcomeOf(page)).toEqual(refusal('malformed_callback'))
        }
        expect(await app.exchanges()).toBe(sent)
    })

    it('H12 is reported as missing if the code went to another registered URL', async () => {
        const sent = await app.exchanges()
        // The first registered URL is the instance's own, which the app cannot read.
        await app.register([])
        const elsewhere = await openPopup(page, optionsFor(app))
        await enterPassword(elsewhere)
        await Promise.all([
            elsewhere.waitForURL(/oauth_redirect\.do\?/),
            elsewhere.getByRole('button', { name: 'Allow' }).click(),
        ])
        await elsewhere.close()
        expect(await outcomeOf(page)).toEqual(refusal('popup_closed', callback()))
        const expire = await holdTimer(page, 300_000)
        const limited = await openPopup(page, optionsFor(app))
        await limited.waitForURL(/oauth_/)
        await expire()
        expect(await outcomeOf(page)).toEqual(refusal('timeout', callback()))
        await until(() => limited.isClosed())

        // A page of the app itself, which it can read.
        await app.registerOnly(`${app.site.origin}/other.html`)
        const other = await openPopup(page, optionsFor(app))
        await other.getByRole('button', { name: 'Allow' }).click()
        const { error } = await outcomeOf(page)
        expect({ error }).toEqual(refusal('malformed_callback', callback()))
        expect(error?.message).toContain('/other.html')
        expect(await app.exchanges()).toBe(sent)
        await app.register([callback()])
    })

    it('H13 of one instance is not accepted for another', async () => {
        const other = await startDeployed()
        app.closeLater(other)
        await app.register([callback()], other)
        const first = await openPopup(page, optionsFor(app))
        const answered = app.browser.context.waitForEvent('response', (response) =>
            (response.headers()['location'] ?? '').startsWith(callback())
        )
        await answer(first)
        const answerOfFirst = (await answered).headers()['location'] ?? ''
        expect(answerOfFirst).toContain(`state=${await stateOf(first)}`)
        expect(await outcomeOf(page)).toEqual(USER)

        const second = await openPopup(page, optionsFor(app, { instanceUrl: other.url }))
        await second.getByLabel('User name').waitFor()
        await second.evaluate((url) => location.assign(url), answerOfFirst)
        expect(await outcomeOf(page)).toEqual(refusal('state_mismatch'))
        const { body } = await other.admin('GET', '/local/stats')
        expect(JSON.stringify(body)).not.toMatch(/request_tokens|oauth_token/)
    })
})
