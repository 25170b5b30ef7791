import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { OPENFIN_CLIENT_ID } from '../../setup/packaged'
import { setUp } from '../../setup/set-up'
import { startChromium, type TestBrowser } from '../support/chromium'
import { startDeployed, type DeployedInstance } from '../support/deployed-instance'
import { serveFolder, type StaticServer } from '../support/static-server'

interface Outcome {
    status?: number
    total?: string | null
    body?: { result?: unknown[]; error?: { message: string } }
    refused?: string
}

describe('a page on another origin in Chromium', () => {
    let browser: TestBrowser
    let site: StaticServer
    let instance: DeployedInstance
    let page: Page

    beforeAll(async () => {
        browser = await startChromium()
        site = await serveFolder(join(__dirname, 'app-page'))
        instance = await startDeployed({ basicAuth: 'enforced' })
    })
    afterAll(async () => {
        await instance?.close()
        await browser?.close()
        await site?.close()
    })
    beforeEach(async () => {
        page = await browser.context.newPage()
    })
    afterEach(async () => {
        await browser.reset()
        await instance.reset()
    })

    const allow = async (origins: string[]) =>
        setUp({
            instanceUrl: instance.url,
            authorization: await instance.authorization(),
            origins,
            callbackUrls: [`${site.origin}/callback.html`],
        })
    const openApp = () =>
        page.goto(`${site.origin}/app.html?instance=${instance.url}&client_id=${OPENFIN_CLIENT_ID}`)
    const answerPopup = async (button: 'Allow' | 'Deny', { signedIn = false } = {}) => {
        const [popup] = await Promise.all([page.waitForEvent('popup'), page.click('#connect')])
        if (!signedIn) await enterPassword(popup)
        await popup.getByRole('button', { name: button }).click()
    }
    const enterPassword = async (popup: Page) => {
        await popup.getByLabel('User name').fill('abel.tuter')
        await popup.getByLabel('Password', { exact: true }).fill('abel.tuter')
        await popup.keyboard.press('Enter')
    }
    const outcome = () => page.waitForFunction(() => document.querySelector('output')?.textContent)
    const connect = async () => {
        await openApp()
        await answerPopup('Allow')
        expect(await (await outcome()).jsonValue()).toBe('connected')
    }
    const call = (path: string, options: RequestInit = {}): Promise<Outcome> =>
        page.evaluate(
            ([path, options]) =>
                (globalThis as unknown as { call(...args: unknown[]): Promise<Outcome> }).call(path, options),
            [path, options] as const
        )

    it('signs in through a popup and calls the Table API with the token', async () => {
        await allow([site.origin])
        await connect()
        const list = await call('/api/now/v2/table/incident?sysparm_limit=3&sysparm_fields=number')
        expect(list.status).toBe(200)
        expect(list.body?.result).toHaveLength(3)
        expect(Number(list.total)).toBeGreaterThan(3)
        const created = await call('/api/now/v2/table/sn_bom_financial_service', {
            method: 'POST',
            headers: { 'Content-Type': 'application/json' },
            body: JSON.stringify({ short_description: 'From another origin' }),
        })
        expect(created.status).toBe(201)
    })

    it('gets the denial by redirect', async () => {
        await allow([site.origin])
        await openApp()
        await answerPopup('Deny')
        expect(await (await outcome()).jsonValue()).toBe('failed: access_denied')
    })

    it('can read nothing without a CORS rule for its origin', async () => {
        await allow([site.origin])
        await connect()
        await allow(['https://elsewhere.example'])
        expect(await call('/api/now/v2/table/incident?sysparm_limit=1')).toEqual({ refused: 'TypeError' })
        expect(await call('/api/x_opfi_openfin/v1/integration/user_info')).toEqual({ refused: 'TypeError' })
    })

    it('can read the 401 for an expired and a revoked token', async () => {
        await allow([site.origin])
        await connect()
        const path = '/api/now/v2/table/incident?sysparm_limit=1'
        expect((await call(path)).status).toBe(200)
        const token = await page.evaluate(
            () => (globalThis as unknown as { tokens: { access_token: string } }).tokens.access_token
        )
        await instance.client.revoke(token, 'access_token')
        expect(await call(path)).toMatchObject({
            status: 401,
            body: { error: { message: 'User Not Authenticated' } },
        })

        await page.reload()
        await answerPopup('Allow', { signedIn: true })
        expect(await (await outcome()).jsonValue()).toBe('connected')
        instance.clock.advance(7_201_000)
        expect(await call(path)).toMatchObject({
            status: 401,
            body: { error: { message: 'User Not Authenticated' } },
        })
    })
})
