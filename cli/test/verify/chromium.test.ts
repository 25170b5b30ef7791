import { setTimeout } from 'node:timers/promises'
import { startChromium, type TestBrowser } from '../../../test/support/chromium'
import { startDeployed, type DeployedInstance } from '../../../test/support/deployed-instance'
import { setProperty } from '../../../test/support/set-property'
import { runVerification } from '../support/run-verification'

let instance: DeployedInstance
let browser: TestBrowser
beforeAll(async () => {
    ;[instance, browser] = await Promise.all([startDeployed(), startChromium()])
})
afterAll(() => Promise.all([instance?.close(), browser?.close()]))

/** Signs in and allows, as a person does. */
async function open(url: string): Promise<void> {
    const page = await browser.context.newPage()
    await page.goto(url)
    if (new URL(page.url()).pathname === '/login.do') {
        await page.fill('[name=user_name]', 'abel.tuter')
        await page.fill('[name=user_password]', 'abel.tuter')
        await page.getByRole('button', { name: 'Sign in' }).click()
    }
    await page.getByRole('button', { name: 'Allow' }).click()
}

it('passes with a sign-in in Chromium, whose page reads the answers; the code stays in no address', async () => {
    const outcome = await runVerification(instance, { open, pause: (ms) => setTimeout(20 * ms) })
    const failed = outcome.results.filter(({ status }) => status === 'failed')
    expect([outcome.error, failed, outcome.ok]).toEqual([null, [], true])
    expect(outcome.results).toContainEqual({
        name: 'browser_reads',
        status: 'passed',
        reason: "A page in the browser could read the errors of the app's API (401, 400).",
    })
    const [page] = browser.context.pages().slice(-1)
    expect(page?.url()).toMatch(/^http:\/\/localhost:\d+\/openfin-servicenow-verify\/[0-9a-f]{16}\/done$/)
    expect(await page?.getByRole('heading').textContent()).toBe('Back to the terminal')
})

it('fails where the browser keeps the answers from the page', async () => {
    await setProperty(instance, 'glide.rest.cors.enabled', 'false')
    const { results } = await runVerification(instance, {
        open,
        pause: (ms) => setTimeout(Math.min(ms, 500)),
    })
    expect(results.find(({ name }) => name === 'browser_reads')).toMatchObject({ status: 'failed' })
})
