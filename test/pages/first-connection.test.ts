import { join } from 'node:path'
import { serveBasicExample, type BasicExample } from '../../examples/basic/serve'
import { OPENFIN_CLIENT_ID } from '../../setup/packaged'
import { ROOT } from '../support/deploy'
import { startPageBrowser, type PageBrowser } from './page-browser'

let browser: PageBrowser
let site: BasicExample
beforeAll(async () => {
    browser = await startPageBrowser()
    site = await serveBasicExample({
        folder: join(ROOT, 'dist/examples/basic'),
        instanceUrl: browser.instance.url,
        clientId: OPENFIN_CLIENT_ID,
    })
    const { records } = browser.instance
    // As after the installation: no origin, no redirect URL.
    for (const rule of records.query('sys_cors_rule'))
        records.update('sys_cors_rule', rule['sys_id'] ?? '', {
            domain: 'https://not-set.invalid',
            active: '0',
        })
    const client = records.first('oauth_entity', `client_id=${OPENFIN_CLIENT_ID}`)
    records.update('oauth_entity', client?.['sys_id'] ?? '', { redirect_url: null })
    records.snapshot()
})
afterAll(async () => {
    await site?.close()
    await browser?.close()
})

afterEach(() => browser.reset())

describe('from an instance that nobody has set up to a connected app', () => {
    it.each(['Through this app', 'Directly'])('takes one form and two clicks: %s', async (route) => {
        const setup = await browser.open('/x_opfi_openfin_setup.do')
        await setup.getByRole('textbox', { name: 'App origins' }).fill(site.origin)
        await setup.getByRole('textbox', { name: 'Callback pages' }).fill(site.callbackUrl)
        await setup.getByRole('radio', { name: route }).check()
        await setup.getByRole('button', { name: 'Review changes' }).click()
        await setup.getByRole('button', { name: 'Apply' }).click()
        await setup.getByText('Done. Changed records:').waitFor()
        // A session of its own for the app's user.
        await setup.context().clearCookies()

        const app = await setup.context().newPage()
        await app.goto(site.origin)
        const [popup] = await Promise.all([
            app.waitForEvent('popup'),
            app.getByRole('button', { name: 'Connect to ServiceNow' }).click(),
        ])
        await popup.getByLabel('User name').fill('beth.anglin')
        await popup.getByLabel('Password', { exact: true }).fill('beth.anglin')
        await popup.keyboard.press('Enter')
        await popup.getByRole('button', { name: 'Allow' }).click()
        await app.getByRole('button', { name: 'Next' }).waitFor()
    })
})
