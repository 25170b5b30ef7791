import type { Page } from 'playwright-core'
import { readStatus } from '../../setup/status/read-status'
import { overflowOf, seriousFindings, startPageBrowser, type PageBrowser } from './page-browser'
import { addToken, daysFromNow, prepareTokens, type TokenFixture } from './tokens'

const PATH = '/x_opfi_openfin_health.do'

let browser: PageBrowser
let fixture: TokenFixture
beforeAll(async () => {
    browser = await startPageBrowser()
    browser.grant('beth.anglin', 'x_opfi_openfin.viewer')
    fixture = prepareTokens(browser.instance)
    browser.instance.records.snapshot()
})
afterAll(() => browser?.close())
afterEach(async () => {
    const [hosts, errors] = [browser.foreignHosts(), browser.errors()]
    await browser.reset()
    expect([hosts, errors]).toEqual([[], []])
})

const part = (page: Page, name: string) => page.getByRole('region', { name, exact: true }).first()
const filled = (page: Page) => page.getByRole('table', { name: 'Tokens' }).waitFor()
const rows = (page: Page) => page.getByRole('table', { name: 'Tokens' }).locator('tbody tr')
const open = async (path = PATH) => {
    const page = await browser.open(path, 'beth.anglin')
    await filled(page)
    return page
}

describe('the health page', () => {
    it('begins with what needs people, each with the consent for exactly that record', async () => {
        const needing = addToken(fixture, 'reauthorize', { message: 'invalid_grant' })
        addToken(fixture, 'valid', { refresh_token_expires: daysFromNow(fixture, 3) })
        const watched = addToken(fixture, 'valid', {
            rule: '',
            refresh_token_expires: daysFromNow(fixture, 5),
        })
        const page = await open()
        const items = part(page, 'Needs people').getByRole('listitem')
        expect(await items.count()).toBe(2)
        const links = await items.getByRole('link', { name: /^Get OAuth token/ }).all()
        const addresses = await Promise.all(links.map((link) => link.getAttribute('href')))
        expect(addresses).toEqual(
            [needing, watched].map(
                ({ requestor }) =>
                    `${browser.instance.url}/oauth_initiator.do?oauth_requestor_context=sys_rest_message&oauth_requestor=${requestor}&oauth_provider_profile=${fixture.profile}&response_type=code`
            )
        )
        expect(await items.first().textContent()).toMatch(
            /REST Message: Ledger.*Reauthorization required.*invalid_grant/
        )
    })

    it('counts by outcome, and shows failures, ends by day and the use of the open routes', async () => {
        addToken(fixture, 'retry_later', {
            failures: '4',
            next_attempt: daysFromNow(fixture, 1),
            message: 'Status 503',
        })
        addToken(fixture, 'refreshed', { refresh_token_expires: daysFromNow(fixture, 10) })
        addToken(fixture, 'valid', { refresh_token_expires: daysFromNow(fixture, 10) })
        for (const outcome of ['ok', 'ok', 'invalid_grant'])
            browser.instance.records.insert('x_opfi_openfin_request', { route: 'request_tokens', outcome })
        const page = await open()
        const counts = part(page, 'Tokens by outcome')
        expect(await counts.locator('dd strong').allTextContents()).toEqual(['0', '0', '1', '1', '1'])
        expect(await part(page, 'Failures').locator('tbody tr').textContent()).toMatch(/Status 503.*4.*UTC/)
        const ends = part(page, 'Ends of refresh tokens')
        await ends.getByRole('img', { name: 'Refresh tokens that end within 30 days: 2.' }).waitFor()
        expect(await ends.locator('tbody tr').allTextContents()).toEqual([
            expect.stringMatching(/\w+ \d+, \d{4}2$/),
        ])
        await part(page, 'Use of the open routes')
            .getByRole('img', { name: /Requests in 7 days: 3, of them refused: 1\./ })
            .waitFor()
    })

    it('agrees with the command, which asks by the same queries', async () => {
        const expected: string[] = []
        for (const [outcome, values] of [
            ['reauthorize', {}],
            ['no_token', {}],
            ['valid', { rule: '', refresh_token_expires: daysFromNow(fixture, 13) }],
            ['valid', { rule: '', refresh_token_expires: daysFromNow(fixture, 15) }],
            ['valid', {}],
            ['retry_later', {}],
        ] as const)
            expected.push(addToken(fixture, outcome, values).status)
        const { instance } = browser
        const status = await readStatus({
            instanceUrl: instance.url,
            authorization: `Basic ${Buffer.from('beth.anglin:beth.anglin').toString('base64')}`,
        })
        const page = await open()
        const counts = part(page, 'Tokens by outcome').locator('dd strong')
        const shown = ['reauthorize', 'no_token', 'retry_later', 'refreshed', 'valid']
        expect((await counts.allTextContents()).map(Number)).toEqual(shown.map((name) => status.counts[name]))
        const items = part(page, 'Needs people').getByRole('listitem')
        const links = await items.getByRole('link', { name: /^Open the record/ }).all()
        const addresses = await Promise.all(links.map((link) => link.getAttribute('href')))
        expect(addresses).toEqual(status.needsPeople.map(({ link }) => link))
        expect(addresses.map((address) => address?.slice(-32)).sort()).toEqual(expected.slice(0, 3).sort())
    })

    it('can be used with the keyboard alone', async () => {
        for (let count = 0; count < 30; count++) addToken(fixture, count < 28 ? 'valid' : 'refreshed')
        const page = await open()
        const tabTo = async (target: ReturnType<Page['getByRole']>) => {
            for (let presses = 0; presses < 80; presses++) {
                await page.keyboard.press('Tab')
                if (await target.evaluate((element) => element === document.activeElement)) return
            }
            throw new Error('The keyboard does not reach it')
        }
        await tabTo(page.getByRole('combobox', { name: 'Outcome' }))
        await page.keyboard.type('Valid')
        await page.getByText('Page 1 of 2, 28 tokens').waitFor()
        await tabTo(page.getByRole('button', { name: 'Next page' }))
        await page.keyboard.press('Enter')
        await page.getByText('Page 2 of 2, 28 tokens').waitFor()
    })

    it('filters and turns pages on the instance, by addresses that can be shared', async () => {
        for (let count = 0; count < 30; count++) addToken(fixture, count < 28 ? 'valid' : 'refreshed')
        const page = await open()
        const status = () => page.getByText(/^Page \d/).textContent()
        expect([await rows(page).count(), await status()]).toEqual([25, 'Page 1 of 2, 30 tokens'])
        await page.getByRole('button', { name: 'Next page' }).click()
        await page.getByText('Page 2 of 2').waitFor()
        expect([await rows(page).count(), new URL(page.url()).search]).toEqual([5, '?page=2'])
        await page.getByRole('combobox', { name: 'Outcome' }).selectOption('Refreshed')
        await page.getByText('Page 1 of 1, 2 tokens').waitFor()
        expect(new URL(page.url()).search).toBe('?outcome=refreshed')
        await page.goBack()
        await page.getByText('Page 2 of 2, 30 tokens').waitFor()

        const shared = await open(`${PATH}?outcome=valid&page=2`)
        await shared.getByText('Page 2 of 2, 28 tokens').waitFor()
        expect(await shared.getByRole('combobox', { name: 'Outcome' }).inputValue()).toBe('valid')
    })

    it('reads again by the button, and by itself every 30 s while it is visible', async () => {
        const page = await open()
        await page.clock.install()
        await page.reload()
        await filled(page)
        const requests: string[] = []
        page.on('request', (request) => requests.push(new URL(request.url()).pathname))
        addToken(fixture, 'valid')
        await page.getByRole('button', { name: 'Refresh' }).click()
        await page.getByText('Page 1 of 1, 1 tokens').waitFor()
        addToken(fixture, 'valid')
        await page.clock.runFor(31_000)
        await page.getByText('Page 1 of 1, 2 tokens').waitFor()
        await page.evaluate(() => Object.defineProperty(document, 'visibilityState', { value: 'hidden' }))
        const before = requests.length
        await page.clock.runFor(120_000)
        expect(requests.length).toBe(before)
    })

    it('shows what it can where a part fails, and says why', async () => {
        await browser.instance.admin('POST', '/local/faults', {
            path: '/api/now/v1/batch',
            status: 403,
            times: 9,
        })
        addToken(fixture, 'valid')
        const page = await open()
        await part(page, 'Ends of refresh tokens').getByText('You may not see this.').waitFor()
        expect(await rows(page).count()).toBe(1)
    })

    it('is closed to those without the role', async () => {
        const page = await browser.open(PATH, 'abel.tuter')
        await page.getByText('You are not authorized').waitFor()
    })

    it.each([
        ['light', 1280],
        ['dark', 320],
    ] as const)('has no serious finding of axe in %s, %i pixels wide', async (colorScheme, width) => {
        for (const outcome of ['reauthorize', 'retry_later', 'valid'])
            addToken(fixture, outcome, { refresh_token_expires: daysFromNow(fixture, 2) })
        const page = await open()
        await page.emulateMedia({ colorScheme })
        await page.setViewportSize({ width, height: 800 })
        await part(page, 'Use of the open routes').getByRole('img').waitFor()
        expect(await seriousFindings(page)).toEqual([])
        expect(await overflowOf(page)).toBe(0)
    })

    it('speaks German to those who have chosen it', async () => {
        const { records } = browser.instance
        const beth = records.first('sys_user', 'user_name=beth.anglin')?.['sys_id'] ?? ''
        records.update('sys_user', beth, { preferred_language: 'de' })
        addToken(fixture, 'valid', { refresh_token_expires: '2027-03-01 12:00:00' })
        const page = await browser.open(PATH, 'beth.anglin')
        await page.getByText('Seite 1 von 1').waitFor()
        await page.getByText('01.03.2027, 12:00 UTC').waitFor()
    })
})
