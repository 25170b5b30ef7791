import type { FastifyInstance } from 'fastify'
import type { Page } from 'playwright-core'
import { Browser } from '../../examples/sign-in-flow/browser'
import { createApp } from '../../examples/server/app'
import { createSqliteStore, type SqliteStore } from '../../examples/server/sqlite-store'
import { OPENFIN_CLIENT_ID } from '../../setup/packaged'
import { setUp } from '../../setup/set-up'
import { startChromium, type TestBrowser } from '../support/chromium'
import { ORIGIN, startDeployed, type DeployedInstance } from '../support/deployed-instance'
import { freePort } from '../support/free-port'

describe('the example app on a server, in Chromium', () => {
    let browser: TestBrowser
    let instance: DeployedInstance
    let store: SqliteStore
    let app: FastifyInstance
    let origin: string
    let page: Page

    beforeAll(async () => {
        browser = await startChromium()
        instance = await startDeployed({ basicAuth: 'enforced' })
        origin = `http://127.0.0.1:${await freePort()}`
        await setUp({
            instanceUrl: instance.url,
            authorization: await instance.authorization(),
            origins: [ORIGIN],
            callbackUrls: [`${origin}/callback`],
        })
        store = createSqliteStore({ file: ':memory:', key: Buffer.alloc(32, 1) })
        app = await createApp({ instanceUrl: instance.url, clientId: OPENFIN_CLIENT_ID, origin, store })
        // The state that a reset restores.
        instance.records.snapshot()
        await app.listen({ host: '127.0.0.1', port: Number(new URL(origin).port) })
    })
    afterAll(async () => {
        await browser?.close()
        await app?.close()
        store?.close()
        await instance?.close()
    })
    beforeEach(async () => {
        page = await browser.context.newPage()
        await page.goto(origin)
    })
    afterEach(async () => {
        await browser.reset()
        await instance.reset()
    })

    const heading = (name: string) => page.getByRole('heading', { level: 1, name }).waitFor()
    async function signIn(answer: 'Allow' | 'Deny' = 'Allow') {
        await page.getByRole('link', { name: 'Sign in with ServiceNow' }).click()
        await page.getByLabel('User name').fill('beth.anglin')
        await page.getByLabel('Password', { exact: true }).fill('beth.anglin')
        await page.keyboard.press('Enter')
        await page.getByRole('button', { name: answer }).click()
    }

    it('signs in, lists, searches, pages and signs out', async () => {
        await signIn()
        await page.getByText('Beth Anglin').waitFor()
        expect(page.url()).toBe(`${origin}/`)
        expect(await page.getByRole('row').count()).toBe(11)
        const first = await page.getByRole('rowheader').first().textContent()
        await page.getByRole('link', { name: 'Next' }).click()
        await page.getByText('Page 2 of').waitFor()
        expect(await page.getByRole('rowheader').first().textContent()).not.toBe(first)

        await page.getByLabel('Short description contains').fill('no^such^incident')
        await page.getByRole('button', { name: 'Search' }).click()
        await page.getByText('No incidents match your search.').waitFor()

        await page.getByRole('button', { name: 'Sign out' }).click()
        await page.getByRole('link', { name: 'Sign in with ServiceNow' }).waitFor()
        await page.goto(origin)
        await page.getByRole('link', { name: 'Sign in with ServiceNow' }).waitFor()
    })

    it('lets two tabs sign in at once, and redirects from a completed callback', async () => {
        await page.getByRole('link', { name: 'Sign in with ServiceNow' }).click()
        await page.getByLabel('User name').fill('beth.anglin')
        await page.getByLabel('Password', { exact: true }).fill('beth.anglin')
        await page.keyboard.press('Enter')
        await page.getByRole('button', { name: 'Allow' }).waitFor()
        const second = await browser.context.newPage()
        await second.goto(`${origin}/sign-in`)
        await page.getByRole('button', { name: 'Allow' }).click()
        await page.getByText('Beth Anglin').waitFor()
        let callback = ''
        second.on('request', (request) => {
            if (request.url().startsWith(`${origin}/callback`)) callback = request.url()
        })
        await second.getByRole('button', { name: 'Allow' }).click()
        await second.getByText('Beth Anglin').waitFor()
        await second.goto(callback)
        await second.getByText('Beth Anglin').waitFor()
        expect(second.url()).toBe(`${origin}/`)
        await second.getByRole('button', { name: 'Sign out' }).click()
        await second.getByRole('link', { name: 'Sign in with ServiceNow' }).waitFor()
        // The session of the first tab was replaced, so its tokens have no user.
        const stats = instance.stats.all() as Record<string, { transactions: number } | undefined>
        expect(stats['POST /oauth_revoke_token.do']?.transactions).toBe(2)
        await second.goto(callback)
        await second.getByRole('link', { name: 'Sign in with ServiceNow' }).waitFor()
        await second.close()
    })

    it('limits the cookies to ten sign-ins, so that request headers stay small', async () => {
        const begun = Array.from({ length: 12 }, (_, n) => [`state-${new URL(origin).port}-${n}`, 'begun'])
        const answer = await app.inject({ url: '/sign-in', cookies: Object.fromEntries(begun) as never })
        const cleared = answer.cookies.filter(({ value }) => value === '').map(({ name }) => name)
        expect(cleared).toEqual(begun.slice(0, 3).map(([name]) => name))
    })

    it('sets only HttpOnly cookies, and no token', async () => {
        const bodies: string[] = []
        page.on('response', async (response) => {
            if (response.url().startsWith(origin)) bodies.push(await response.text().catch(() => ''))
        })
        await signIn()
        await page.getByText('Beth Anglin').waitFor()
        const { port } = new URL(origin)
        const cookies = await browser.context.cookies(origin)
        const own = cookies.filter(({ name }) => name.includes(port))
        const common = { httpOnly: true, sameSite: 'Lax', path: '/' }
        expect(own).toMatchObject([
            { name: expect.stringMatching(`^state-${port}-[\\w-]{43}$`), value: 'begun', ...common },
            { name: `session-${port}`, value: expect.stringMatching(/^[\w-]{43}$/), ...common },
        ])
        expect(await page.evaluate(() => document.cookie)).toBe('')
        expect(bodies.join()).not.toMatch(/[\w-]{80,}/)
    })

    it('reports that the user denied', async () => {
        await signIn('Deny')
        await heading('Request failed')
        await page.getByText('access_denied').waitFor()
    })

    it('requires a new sign-in when the session has ended at the instance', async () => {
        await signIn()
        await page.getByText('Beth Anglin').waitFor()
        instance.clock.advance(90_000_000)
        // The app's own clock does not show it; the instance's 401 and the rejected renewal do.
        await page.reload()
        await page.getByText('Your session has ended').waitFor()
        await page.reload()
        expect(await page.getByText('Your session has ended').count()).toBe(0)
    })

    it('signs no user in by a forged URL', async () => {
        const attacker = new Browser()
        const isCallback = (location: string) => location.startsWith(`${origin}/callback`)
        const signInPage = await attacker.follow(await attacker.open(`${origin}/sign-in`), isCallback)
        const credentials = { user_name: 'abel.tuter', user_password: 'abel.tuter' }
        const consent = await attacker.follow(await attacker.submit(signInPage, credentials), isCallback)
        const { location } = await attacker.follow(await attacker.submit(consent, {}, 'Allow'), isCallback)
        await page.goto(location ?? '')
        await page.getByText('state_mismatch').waitFor()
        await page.goto(origin)
        await page.getByRole('link', { name: 'Sign in with ServiceNow' }).waitFor()
    })

    it('signs no user out from another site', async () => {
        const answer = await fetch(`${origin}/sign-out`, {
            method: 'POST',
            headers: { origin: 'https://evil.example' },
        })
        expect(answer.status).toBe(403)
    })
})
