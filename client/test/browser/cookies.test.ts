import {
    optionsFor,
    answer,
    openPopup,
    outcomeOf,
    startBrowserApp,
    type BrowserApp,
} from '../support/browser-app'
import { OPENFIN_CLIENT_ID } from '../../../setup/packaged'
import { until } from '../../../test/support/until'

/**
 * With `glide.security.csrf.rest.public_csrf.enabled`, a request to a public REST API with a session cookie
 * but without the session's token is rejected. A page of the instance itself sends cookies unless the request
 * omits them.
 */
describe('an app on a page of the instance itself, whose session the browser has', () => {
    let app: BrowserApp
    const seen: { path: string; cookie: string | undefined }[] = []

    beforeAll(async () => {
        app = await startBrowserApp()
        await app.register([`${app.instance.url}/callback.html`])
        // Also with access tokens of the longest format.
        const { records } = app.instance
        records.updateMultiple('oauth_entity', `client_id=${OPENFIN_CLIENT_ID}`, { token_format: 'jwt' })
        app.instance.onRequest((request) => {
            seen.push({ path: request.url?.split('?', 1)[0] ?? '', cookie: request.headers.cookie })
        })
        const { files } = app.site
        const pages: Record<string, string | undefined> = { ...files, '/': undefined, '/desk': files['/'] }
        await app.browser.context.route(
            ({ origin, pathname }) => origin === app.instance.url && pages[pathname] !== undefined,
            (route) => {
                const { pathname } = new URL(route.request().url())
                const contentType = pathname.endsWith('.js') ? 'text/javascript' : 'text/html'
                return route.fulfill({ contentType, body: pages[pathname] ?? '' })
            }
        )
    })
    afterAll(() => app?.close())

    it('signs in, calls, renews and revokes without ever sending a cookie to a REST API', async () => {
        const page = await app.browser.context.newPage()
        await page.goto(`${app.instance.url}/desk`)
        await page.waitForFunction(() => 'ready' in window)
        await answer(await openPopup(page, optionsFor(app)))
        expect((await outcomeOf(page)).user).toMatchObject({ user_name: 'abel.tuter' })
        // The page's own requests carry the cookie, so the client could send one.
        const own = await page.evaluate(
            async () =>
                (await fetch('/api/x_opfi_openfin/v1/integration/revoke_token', { method: 'POST' })).status
        )
        expect(own).toBe(403)
        app.instance.clock.advance(7_300_000)
        const status = await page.evaluate(async () => {
            const { connection } = window as unknown as {
                connection: import('../../src/types/connection').ServiceNowConnection
            }
            const call = await connection.executeApiRequest('api/now/table/incident?sysparm_limit=1')
            await connection.disconnect()
            return call.status
        })
        expect(status).toBe(200)
        const integration = '/api/x_opfi_openfin/v1/integration/'
        await until(() => seen.filter(({ path }) => path === `${integration}revoke_token`).length > 1)
        const api = seen.filter(({ path }) => path.startsWith('/api/'))
        expect(new Set(api.map(({ path }) => path))).toEqual(
            new Set([
                `${integration}request_tokens`,
                `${integration}user_info`,
                `${integration}revoke_token`,
                '/api/now/table/incident',
            ])
        )
        expect(api.filter(({ cookie }) => cookie !== undefined)).toHaveLength(1)
    })
})
