import type { Page } from 'playwright-core'
import { ORIGIN } from '../support/deployed-instance'
import { overflowOf, seriousFindings, startPageBrowser, type PageBrowser } from './page-browser'

const PATH = '/x_opfi_openfin_setup.do'
const DESK = 'https://desk.example.com'

let browser: PageBrowser
beforeAll(async () => {
    browser = await startPageBrowser()
})
afterAll(() => browser?.close())
afterEach(async () => {
    const [hosts, errors] = [browser.foreignHosts(), browser.errors()]
    await browser.reset()
    expect([hosts, errors]).toEqual([[], []])
})

const origins = (page: Page) => page.getByRole('textbox', { name: 'App origins' })
const callbacks = (page: Page) => page.getByRole('textbox', { name: 'Callback pages' })
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const told = (page: Page) => page.getByRole('status').first()
const checked = (page: Page) => page.getByText(/Checks passed: \d+/).waitFor()

/** Active CORS rules, as `name origin`. */
const activeRules = () =>
    browser.instance.records
        .query('sys_cors_rule', { query: 'active=true^ORDERBYname^ORDERBYdomain' })
        .map((rule) => `${rule['name']} ${rule['domain']}`)

async function reviewed(page: Page, given: string): Promise<void> {
    await origins(page).fill(given)
    await button(page, 'Review changes').click()
    await page.getByRole('heading', { name: 'What will change' }).waitFor()
}

describe('the setup page', () => {
    it('shows the present state, what will change, the connection, and takes it back after a reload', async () => {
        const before = activeRules()
        const page = await browser.open(PATH)
        expect(await origins(page).inputValue()).toBe(ORIGIN)
        await callbacks(page).fill(`${DESK}/callback`)
        await page.getByRole('checkbox', { name: 'Batch API' }).check()
        await reviewed(page, `${ORIGIN}\n${DESK}`)
        const list = page.getByRole('region', { name: 'What will change' })
        expect(await list.getByRole('listitem').count()).toBe(5)
        expect(activeRules()).toEqual(before)

        await button(page, 'Apply').click()
        await page.getByText('Done. Changed records: 5.').waitFor()
        expect(activeRules()).toEqual([
            `OpenFin Integration ${ORIGIN}`,
            `OpenFin Integration ${DESK}`,
            `OpenFin – Batch API ${ORIGIN}`,
            `OpenFin – Batch API ${DESK}`,
            `OpenFin – Table API ${ORIGIN}`,
            `OpenFin – Table API ${DESK}`,
        ])
        const connection = page.getByRole('region', { name: 'Connection' })
        expect(await connection.locator('pre').textContent()).toContain(`callbackUrl: "${DESK}/callback"`)
        for (const name of ['Copy client id', 'Copy instance URL', 'Copy snippet'])
            expect(await button(page, name).count()).toBe(1)

        await page.reload()
        await button(page, 'Undo last change').click()
        await page.getByText('The last change was undone.').waitFor()
        expect(activeRules()).toEqual(before)
        expect(await origins(page).inputValue()).toBe(ORIGIN)
        expect(await button(page, 'Undo last change').isDisabled()).toBe(true)
    })

    it('quotes a wrong line at its field, and changes nothing', async () => {
        const page = await browser.open(PATH)
        await origins(page).fill(`${DESK}\nhttps://*.example.com`)
        await button(page, 'Review changes').click()
        await told(page).getByText('Nothing was changed').waitFor()
        const field = origins(page)
        expect(await field.getAttribute('aria-invalid')).toBe('true')
        const [problem = ''] = ((await field.getAttribute('aria-describedby')) ?? '').split(' ')
        expect(await page.locator(`#${problem}`).textContent()).toContain('“https://*.example.com”')
        expect(await field.evaluate((element) => element === document.activeElement)).toBe(true)
        expect(await button(page, 'Apply').isDisabled()).toBe(true)
    })

    it('offers the direct route for one origin only, and says why else not', async () => {
        const page = await browser.open(PATH)
        const direct = page.getByRole('radio', { name: 'Directly' })
        await direct.check()
        await origins(page).fill(`${DESK}\n${ORIGIN}`)
        expect(await direct.isDisabled()).toBe(true)
        expect(await page.getByRole('radio', { name: 'Through this app' }).isChecked()).toBe(true)
        await page.getByText('The instance allows one origin only, and 2 are entered.').waitFor()
    })

    it('says after a fault midway what was done and what not, and a second run completes it', async () => {
        const page = await browser.open(PATH)
        await reviewed(page, DESK)
        const rule = browser.instance.records.first('sys_cors_rule', 'name=OpenFin Integration')?.['sys_id']
        await browser.instance.admin('POST', '/local/faults', {
            path: `/api/now/table/sys_cors_rule/${rule}`,
            status: 500,
            times: 1,
        })
        await button(page, 'Apply').click()
        await told(page).getByText('The setup stopped midway.').waitFor()
        expect(await told(page).textContent()).toMatch(
            /Failed: OpenFin Integration .*Not begun: OpenFin – Table/
        )
        await reviewed(page, DESK)
        await button(page, 'Apply').click()
        await page.getByText('Done. Changed records:').waitFor()
        expect(activeRules()).toEqual([`OpenFin Integration ${DESK}`, `OpenFin – Table API ${DESK}`])
    })

    it('names the tables and roles to those who may open it but not write, and is closed to others', async () => {
        browser.grant('abel.tuter', 'x_opfi_openfin.admin', 'x_opfi_openfin.viewer')
        const page = await browser.open(PATH, 'abel.tuter')
        await page
            .getByText(/oauth_entity.*oauth_admin/)
            .first()
            .waitFor()
        await page
            .getByText(/sys_cors_rule.*cors_rule_admin/)
            .first()
            .waitFor()
        await page.context().clearCookies()
        const refused = await browser.open(PATH, 'beth.anglin')
        await refused.getByText('You are not authorized').waitFor()
    })

    it('speaks German to those who have chosen it', async () => {
        const admin = browser.instance.records.first('sys_user', 'user_name=admin')?.['sys_id'] ?? ''
        browser.instance.records.update('sys_user', admin, { preferred_language: 'de' })
        const page = await browser.open(PATH)
        await page.getByRole('textbox', { name: 'Ursprünge der Apps' }).waitFor()
        expect(await page.evaluate(() => [document.documentElement.lang, document.title])).toEqual([
            'de',
            'OpenFin einrichten',
        ])
        await page.getByText(/Bestandene Prüfungen: \d+/).waitFor()
    })

    it.each([
        ['light', 1280],
        ['dark', 320],
    ] as const)('has no serious finding of axe in %s, %i pixels wide', async (colorScheme, width) => {
        const page = await browser.open(PATH)
        await page.emulateMedia({ colorScheme })
        await page.setViewportSize({ width, height: 800 })
        await checked(page)
        await reviewed(page, DESK)
        await checked(page)
        expect(await seriousFindings(page)).toEqual([])
        expect(await overflowOf(page)).toBe(0)
        const background = await page.evaluate(() => getComputedStyle(document.body).backgroundColor)
        expect(background).toBe(colorScheme === 'dark' ? 'rgb(22, 27, 28)' : 'rgb(246, 247, 248)')
    })

    it('takes the colours of the platform’s theme, whatever the system prefers', async () => {
        const page = await browser.open(PATH)
        await page.emulateMedia({ colorScheme: 'light' })
        await page.route('**/$uxappimmutables.do*', (route) =>
            route.fulfill({
                contentType: 'text/css',
                body: ':root{--now-color_background--primary:10,20,30;--now-color_background--secondary:5,6,7}',
            })
        )
        await page.reload()
        await checked(page)
        expect(
            await page.evaluate(() => [
                document.documentElement.dataset['scheme'],
                getComputedStyle(document.body).backgroundColor,
            ])
        ).toEqual(['dark', 'rgb(5, 6, 7)'])
    })

    it('lets an administrator decide that a copied instance has connections of its own', async () => {
        const { instance } = browser
        const note = () =>
            instance.admin<{ result: { cloned: boolean } }>(
                'GET',
                '/api/x_opfi_openfin/v1/administration/instance'
            )
        await instance.admin('POST', '/api/x_opfi_openfin/v1/administration/instance', {})
        const id = instance.records.first('sys_properties', 'name=instance_id')?.['sys_id'] ?? ''
        instance.records.update('sys_properties', id, { value: 'f'.repeat(32) })
        expect((await note()).body.result.cloned).toBe(true)

        const page = await browser.open(PATH)
        await page.getByText('instance_cloned').first().waitFor()
        await button(page, 'This instance has connections of its own').click()
        await page.getByText('This instance now counts as one with connections of its own.').waitFor()
        expect((await note()).body.result.cloned).toBe(false)
    })

    it('works by keyboard alone', async () => {
        const page = await browser.open(PATH)
        await checked(page)
        await origins(page).focus()
        await page.keyboard.press('Control+A')
        await page.keyboard.type(DESK)
        for (const _ of ['callbacks', 'attachment', 'batch', 'route', 'review'])
            await page.keyboard.press('Tab')
        await page.keyboard.press('Enter')
        await page.getByRole('heading', { name: 'What will change' }).waitFor()
        expect(await page.evaluate(() => document.activeElement?.id)).toBe('changes-title')
        for (let steps = 0; steps < 5; steps++) {
            await page.keyboard.press('Shift+Tab')
            const name = await page.evaluate(() => document.activeElement?.textContent)
            if (name === 'Apply') break
        }
        await page.keyboard.press('Space')
        await page.getByText('Done. Changed records:').waitFor()
        expect(activeRules()).toEqual([`OpenFin Integration ${DESK}`, `OpenFin – Table API ${DESK}`])
    })
})
