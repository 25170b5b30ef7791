import type { Page } from 'playwright-core'
import { answer, openPopup, optionsFor, outcomeOf, type BrowserApp } from '../../support/browser-app'

const USER = { user: expect.objectContaining({ user_name: 'abel.tuter' }) as unknown }

/** What the callback page does with its own URL, and how it reaches the app's `page`. */
export function describeCallbackPage(app: () => BrowserApp, page: () => Page): void {
    const callback = () => `${app().site.origin}/callback.html`

    it.each([
        ['', '/callback.html', ''],
        [', with a base elsewhere', '/based.html', '<base href="https://cdn.example/">'],
        [', at a path that starts like a host', '//cdn.example/callback.html', ''],
    ])('removes the code from the URL and the history%s', async (_, path, head) => {
        app().site.files[path] = `${head}<script src="${app().site.origin}/callback.js"></script>`
        const alone = await app().browser.context.newPage()
        // Keeps the page in its state after its script has run.
        await alone.addInitScript(() => (window.close = () => {}))
        await alone.goto(`${app().site.origin}${path}?code=secret-code&state=unknown`)
        await alone.getByText('Close this window and return to the app').waitFor()
        expect(alone.url()).toBe(app().site.origin + path)
        expect(await alone.evaluate(() => [history.length, document.body.innerText])).toEqual([
            2,
            'Close this window and return to the app; if it is not signed in there, connect again from the app.',
        ])
        await alone.goBack()
        expect(alone.url()).toBe('about:blank')
    })

    describe('responds first', () => {
        const script = (text: string) => `<script>${text}</script>`
        const refuse = "function () { throw new DOMException('no', 'SecurityError') }"
        const html = (head: string) => `${head}<script src="${app().site.origin}/callback.js"></script>`
        let usual: string
        beforeEach(() => {
            usual = app().site.files['/callback.html']!
        })
        afterEach(async () => {
            app().site.files['/callback.html'] = usual
            await app().register([callback()])
        })

        // Without an opener, so that the app cannot read the URL by itself.
        it.each<[string, { head?: string; path?: string }]>([
            ['with a base elsewhere', { head: '<base href="https://cdn.example/">' }],
            ['at a path that starts like a host', { path: '//cdn.example/callback.html' }],
            ['without a history', { head: script(`history.replaceState = ${refuse}`) }],
            [
                'with an opener that refuses',
                { head: script(`Object.defineProperty(window, 'opener', { get: ${refuse} })`) },
            ],
        ])('%s', async (_, { head = '', path = '/callback.html' }) => {
            app().site.files[path] = html(head)
            app().site.headers[path] = { 'cross-origin-opener-policy': 'same-origin' }
            const callbackUrl = app().site.origin + path
            await app().register([callbackUrl])
            await answer(await openPopup(page(), optionsFor(app(), { callbackUrl })))
            expect(await outcomeOf(page())).toEqual(USER)
        })

        it('if BroadcastChannel is blocked on both sides', async () => {
            app().site.files['/callback.html'] = html(script(`window.BroadcastChannel = ${refuse}`))
            await page().evaluate(() => {
                window.BroadcastChannel = class {
                    constructor() {
                        throw new DOMException('no', 'SecurityError')
                    }
                } as never
            })
            await answer(await openPopup(page(), optionsFor(app())))
            expect(await outcomeOf(page())).toEqual(USER)
        })

        it('but tells the user what to do if the response cannot reach the app', async () => {
            app().site.files['/callback.html'] = html('')
            app().site.headers['/callback.html'] = { 'content-security-policy': 'sandbox allow-scripts' }
            const alone = await app().browser.context.newPage()
            await alone.goto(`${callback()}?code=a&state=b`)
            await alone.getByText('return to the app').waitFor()
        })
    })
}
