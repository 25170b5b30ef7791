import type { EngineName, EnginePage } from '../../../test/support/engines/engine'
import { setProperty } from '../../../test/support/set-property'
import { abort, expectNoLeaks, heldBy, outcomeOf } from '../support/browser-app'
import { installClock, advanceClock } from '../support/page-clock'
import { until } from '../../../test/support/until'
import { answer, waitFor, waitForInstance, type EngineApp } from './engine-app'
import { FROM_PROVIDER, TO_PROVIDER } from './single-sign-on'

/** The user in an outcome of `connect`. */
export const USER = { user: expect.objectContaining({ user_name: 'abel.tuter' }) as unknown }

const refusal = (code: string) => ({
    error: expect.objectContaining({ name: 'AuthorizationError', code }) as unknown,
})

const POLICY = 'local_instance.cross_origin_opener_policy'

/** Sign-in by a popup: its outcomes, and the effect of an opener policy of any page on the way. */
export function describePopups(name: EngineName, app: () => EngineApp): void {
    describe('sign-in by a popup', () => {
        it('connects, closes the popup, and leaves no timer, listener or channel', async () => {
            const page = await app().open()
            const before = await heldBy(page)
            const popup = await app().openPopup(page)
            await answer(popup)
            expect(await outcomeOf(page)).toEqual(USER)
            await until(() => popup.isClosed())
            await expectNoLeaks(page, before)
        })

        it('reports that the user denied it', async () => {
            const page = await app().open()
            const popup = await app().openPopup(page)
            await answer(popup, 'deny')
            expect(await outcomeOf(page)).toEqual(refusal('access_denied'))
            await until(() => popup.isClosed())
        })

        it('H4 reports that the browser blocked the popup', async () => {
            // In a sandboxed frame without allow-popups, a browser always blocks popups.
            app().site.files['/frame.html'] =
                '<!doctype html><iframe sandbox="allow-scripts allow-same-origin" src="/"></iframe>'
            const page = await app().engine.open(`${app().site.origin}/frame.html`)
            await until(() => page.evaluate(() => 'ready' in (window.frames[0] ?? {})))
            for (const share of ['window', 'origin']) {
                const error = await page.evaluate((options) => {
                    const { client } = window.frames[0] as unknown as {
                        client: typeof import('../../src/index')
                    }
                    return client.connect(options as never).then(
                        () => undefined,
                        ({ name, code }: { name: string; code: string }) => ({ name, code })
                    )
                }, app().options({ share }))
                expect({ error }).toEqual(refusal('popup_blocked'))
            }
        })

        it.each(['while it loads', 'at the form'])('H5 reports that the user closed it %s', async (when) => {
            const page = await app().open()
            const before = await heldBy(page)
            app().sso.start = 'never'
            const { asked, url } = app().sso
            const instanceUrl = when === 'at the form' ? app().instance.url : url
            const popup = await app().openPopup(page, { instanceUrl })
            if (when === 'at the form') await waitForInstance(popup)
            else await until(() => app().sso.asked > asked)
            await popup.close()
            expect(await outcomeOf(page)).toEqual(refusal('popup_closed'))
            await expectNoLeaks(page, before)
        })

        it('H7 closes it as soon as the signal is aborted', async () => {
            const page = await app().open()
            const before = await heldBy(page)
            const popup = await app().openPopup(page, { abortable: true })
            await waitForInstance(popup)
            await abort(page)
            expect((await outcomeOf(page)).error).toMatchObject({ name: 'Error', message: 'enough' })
            await until(() => popup.isClosed())
            await expectNoLeaks(page, before)
        })
    })

    describe('H10 with an opener policy', () => {
        const SAME_ORIGIN = { 'cross-origin-opener-policy': 'same-origin' }
        const ALLOW_POPUPS = { 'cross-origin-opener-policy': 'same-origin-allow-popups' }

        const connectsWhile = async (
            instanceUrl: string,
            reach: (popup: EnginePage) => Promise<unknown> = waitForInstance,
            goOn?: (popup: EnginePage) => Promise<unknown>
        ) => {
            const page = await app().open()
            await installClock(page)
            const popup = await app().openPopup(page, { instanceUrl })
            await reach(popup)
            await advanceClock(page, 0)
            await page.click('p')
            await advanceClock(page, 1_000)
            await advanceClock(page, 60_000)
            await goOn?.(popup)
            await answer(popup)
            expect(await outcomeOf(page)).toEqual(USER)
            await until(() => popup.isClosed())
        }

        it.each([
            ['the app', '/', SAME_ORIGIN],
            ['the app, which allows popups', '/', ALLOW_POPUPS],
            ['the callback page', '/callback.html', SAME_ORIGIN],
        ])('of %s it connects, even if the user takes long', async (_, path, headers) => {
            app().site.headers[path] = headers
            await connectsWhile(app().instance.url)
        })

        it.each(['same-origin', 'same-origin-allow-popups', 'noopener-allow-popups'])(
            "of the instance's pages, %s, it connects, however long the user takes",
            async (policy) => {
                await setProperty(app().instance, POLICY, policy)
                try {
                    await connectsWhile(app().instance.url)
                } finally {
                    await setProperty(app().instance, POLICY, '')
                }
            }
        )

        // Without real windows, Chromium has no focus changes.
        const hasWindows = name !== 'chromium' || !!process.env['XVFB_PATH']
        it.each(hasWindows ? (['at once', 'after a page'] as const) : (['at once'] as const))(
            'of an identity provider, where the instance leads %s, it connects, however long the user takes',
            async (start) => {
                app().sso.start = start
                await connectsWhile(
                    app().sso.url,
                    async (popup) => {
                        if (start === 'after a page') await popup.click(TO_PROVIDER)
                        await waitFor(popup, FROM_PROVIDER)
                    },
                    (popup) => popup.click(FROM_PROVIDER)
                )
            }
        )
    })
}
