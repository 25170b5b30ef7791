import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { serveBasicExample, type BasicExample } from '../../examples/basic/serve'
import { OPENFIN_CLIENT_ID } from '../../setup/packaged'
import { setUp } from '../../setup/set-up'
import { startChromium, type TestBrowser } from '../support/chromium'
import { ROOT } from '../support/deploy'
import { startDeployed, type DeployedInstance } from '../support/deployed-instance'

const CONNECT = 'Connect to ServiceNow'
const DAY_MS = 86_400_000

describe('the example page, in Chromium', () => {
    let browser: TestBrowser
    let instance: DeployedInstance
    let site: BasicExample
    let page: Page
    /** Console messages and errors of the pages; empty if all is well. */
    let complaints: string[]

    beforeAll(async () => {
        browser = await startChromium()
        instance = await startDeployed({ basicAuth: 'enforced' })
        site = await serveBasicExample({
            folder: join(ROOT, 'dist/examples/basic'),
            instanceUrl: instance.url,
            clientId: OPENFIN_CLIENT_ID,
        })
        await setUp({
            instanceUrl: instance.url,
            authorization: await instance.authorization(),
            origins: [site.origin],
            callbackUrls: [site.callbackUrl],
        })
        // The state that a reset restores.
        instance.records.snapshot()
    })
    afterAll(async () => {
        await browser?.close()
        await site?.close()
        await instance?.close()
    })
    beforeEach(async () => {
        complaints = []
        page = await openTab()
    })
    afterEach(async () => {
        await browser.reset()
        await instance.reset()
    })

    async function openTab(): Promise<Page> {
        const tab = await browser.context.newPage()
        tab.on('console', (message) => {
            if (message.type() === 'error') complaints.push(message.text())
        })
        tab.on('pageerror', (error) => complaints.push(error.message))
        await tab.goto(site.origin)
        return tab
    }
    const button = (name: string) => page.getByRole('button', { name, exact: true })
    const position = (text: string) => page.getByText(text, { exact: true }).waitFor()

    async function answerPopup(popup: Page, userName: string, decision = 'Allow'): Promise<void> {
        await popup.getByLabel('User name').fill(userName)
        await popup.getByLabel('Password', { exact: true }).fill(userName)
        await popup.keyboard.press('Enter')
        await popup.getByRole('button', { name: decision }).click()
    }
    async function connect(userName = 'beth.anglin', name = CONNECT): Promise<void> {
        const [popup] = await Promise.all([page.waitForEvent('popup'), button(name).click()])
        await answerPopup(popup, userName)
        await page.getByRole('button', { name: 'Next' }).waitFor()
    }

    it('connects and shows the user, finds, pages, creates, comments and closes, by keyboard alone', async () => {
        const keys = page.keyboard
        const policy = (await page.reload())?.headers()['content-security-policy'] ?? ''
        expect(policy).toContain("worker-src 'self'")
        expect(policy).not.toMatch(/unsafe|blob:|data:|\*/)
        await button(CONNECT).focus()
        const [popup] = await Promise.all([page.waitForEvent('popup'), keys.press('Enter')])
        await answerPopup(popup, 'beth.anglin')
        await position('1–8 of 15')
        expect(await page.getByText('Beth Anglin').isVisible()).toBe(true)
        // The focus moves to the start of the content and is not lost with the removed button.
        expect(await page.evaluate(() => document.activeElement?.id)).toBe('desk-title')

        await button('Next').focus()
        await keys.press('Enter')
        await position('9–15 of 15')
        expect(await button('Next').isDisabled()).toBe(true)
        await button('Previous').focus()
        await keys.press('Enter')
        await position('1–8 of 15')

        await page.getByLabel('Priority').selectOption('Critical')
        await position('1–3 of 3')
        await page.getByLabel('Search').focus()
        await keys.type('market^priority=5')
        await page.getByText('No incidents match.').waitFor()
        await button('Clear the filters').focus()
        await keys.press('Enter')
        await position('1–8 of 20')

        await button('New incident').focus()
        await keys.press('Enter')
        expect(await page.evaluate(() => document.activeElement?.id)).toBe('create-text')
        await keys.type('Coffee machine reports <b>error</b> 42')
        await keys.press('Enter')
        await page.getByText(/^INC\d+ created$/).waitFor()
        expect(await page.evaluate(() => document.activeElement?.id)).toBe('new')

        await button('Coffee machine reports <b>error</b> 42').focus()
        await keys.press('Enter')
        await page.getByText('No comments yet.').waitFor()
        await page.getByLabel('Add a comment').focus()
        await keys.type('Who has the kit?')
        await button('Post comment').press('Enter')
        await page
            .getByRole('listitem')
            .filter({ hasText: 'Beth Anglin' })
            .getByText('Who has the kit?')
            .waitFor()
        await page.getByText('Close this incident').press('Enter')
        await page.getByLabel('Resolution notes').focus()
        await keys.type('Descaled.')
        await button('Close incident').press('Enter')
        await page.getByRole('dialog').getByText('Closed', { exact: true }).waitFor()
        expect(await page.getByText('Close this incident').isVisible()).toBe(false)
        await keys.press('Escape')
        expect(await page.getByRole('dialog').count()).toBe(0)

        expect(await page.evaluate(() => ({ ...localStorage, ...sessionStorage }))).toEqual({})
        expect(await page.content()).not.toMatch(/[\w-]{80,}/)

        const { body } = await instance.admin<{ result: Record<string, string>[] }>(
            'GET',
            '/api/now/table/incident?sysparm_query=short_descriptionLIKEcoffee&sysparm_display_value=true'
        )
        expect(body.result).toMatchObject([
            {
                state: 'Closed',
                close_notes: 'Descaled.',
                comments: expect.stringContaining('Who has the kit?'),
            },
        ])
        expect(complaints).toEqual([])
    })

    it('reports that the user denied or closed the window, and connects afterwards', async () => {
        const [popup] = await Promise.all([page.waitForEvent('popup'), button(CONNECT).click()])
        await answerPopup(popup, 'beth.anglin', 'Deny')
        await page.getByText('You did not allow the access.').waitFor()
        const [closed] = await Promise.all([page.waitForEvent('popup'), button(CONNECT).click()])
        // Not faster than a user: the page must have polled the popup several times.
        await closed.getByRole('button', { name: 'Allow' }).hover()
        await closed.close()
        await page.getByText('The sign-in window was closed').waitFor()
        const [again] = await Promise.all([page.waitForEvent('popup'), button(CONNECT).click()])
        await again.getByRole('button', { name: 'Allow' }).click()
        await position('1–8 of 15')
    })

    it('reports that creating is not allowed, and keeps the input', async () => {
        await connect('abel.tuter')
        await button('New incident').click()
        await page.getByLabel('Short description').fill('May I?')
        await button('Create incident').click()
        await page.getByRole('dialog').getByText('(status 403)').waitFor()
        expect(await page.getByLabel('Short description').inputValue()).toBe('May I?')
        await button('Cancel').click()
        expect(await page.getByRole('dialog').count()).toBe(0)
    })

    it('reports that the list could not be loaded, and loads it on the next attempt', async () => {
        await connect()
        const fault = { path: '/api/now/table/incident', status: 500, times: 9 }
        await instance.admin('POST', '/local/faults', fault)
        await button('Next').click()
        await page.getByText('The incidents could not be loaded.').waitFor()
        await instance.admin('POST', '/local/faults', { ...fault, times: 0 })
        await button('Try again').click()
        await position('9–15 of 15')
    })

    it('shows a banner when the session has ended, keeps its content, and continues after a new sign-in', async () => {
        await connect()
        instance.clock.advance(2 * DAY_MS)
        await button('Next').click()
        await page.getByRole('alert').getByText('Your session has ended.').waitFor()
        expect(await page.getByRole('rowheader').count()).toBe(8)
        await connect('beth.anglin', 'Connect again')
        await position('9–15 of 15')
        expect(await page.getByText('Your session has ended.').isVisible()).toBe(false)
    })

    it('shares one sign-in with a second tab, which stays connected when the first one leaves', async () => {
        await connect()
        const first = page
        page = await openTab()
        await button(CONNECT).click()
        await position('1–8 of 15')
        expect(browser.context.pages().filter((one) => one.url().includes('oauth_auth'))).toEqual([])
        await first.getByRole('button', { name: 'Disconnect' }).click()
        await first.getByRole('button', { name: CONNECT }).waitFor()
        await button('Next').click()
        await position('9–15 of 15')
        expect(complaints).toEqual([])
    })

    it('fits windows of 320 and 1280 pixels, light and dark', async () => {
        const expectToFit = async () => {
            for (const width of [320, 1280]) {
                await page.setViewportSize({ width, height: 700 })
                const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
                expect(over).toBeLessThanOrEqual(0)
            }
        }
        const background = async (colorScheme: 'light' | 'dark') => {
            await page.emulateMedia({ colorScheme })
            return page.evaluate(() => getComputedStyle(document.body).backgroundColor)
        }
        expect(await background('light')).not.toBe(await background('dark'))
        await expectToFit()
        await connect()
        await expectToFit()
        await button('New incident').click()
        await expectToFit()
    })
})
