// @ts-check
/**
 * Takes the pictures of docs/admin/first-connection.md, of a mail and of the health page, and those of the Store listing:
 * `node scripts/screenshots.mjs`.
 */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { build } from './lib/build.mjs'
import { deploy } from './lib/deploy.mjs'
import { findChromium } from './lib/find-browsers.mjs'
import { addHealthRows } from './lib/health-rows.mjs'
import { takeMails } from './lib/mail-pictures.mjs'
import { Progress } from './lib/progress.mjs'
import { root } from './lib/run-command.mjs'

const FOLDER = join(root, 'docs/images')
/** With `--all-mails`: every mail in both languages, light and dark, wide and narrow, to look at. */
const ALL_MAILS = process.argv.includes('--all-mails') ? join(root, 'dist/mails') : null
const ADMIN = { userName: 'admin', password: 'admin' }
const SIZE = { width: 1120, height: 760 }
/** Pictures of the listing: the visible part of a page, all of the same size. */
const LISTING = { folder: join(root, 'store/screenshots'), width: 1280, height: 800 }
/** Which ones, with their names there. */
const LISTED = /** @type {Record<string, string>} */ ({
    'setup-review': '1-setup-review',
    'setup-done': '2-setup-checked',
    'setup-connected': '3-app-connected',
    health: '4-health',
    'health-dark': '5-health-dark',
})

const progress = new Progress()
try {
    if (!process.argv.includes('--skip-build')) await build({ progress })
    await takeAll()
} catch (error) {
    progress.fail(/** @type {Error} */ (error))
}

async function takeAll() {
    const { createLocalInstance } = await import('openfin-servicenow-local-instance')
    const { OPENFIN_CLIENT_ID } = await import('../dist/tools/setup/packaged.js')
    const { serveBasicExample } = await import('../dist/tools/examples/basic/serve.js')
    const { CHROMIUM_ARGUMENTS } = await import('../dist/tools/test/support/chromium.js')
    for (const folder of [FOLDER, LISTING.folder]) mkdirSync(folder, { recursive: true })
    const instance = await createLocalInstance({ port: 8181 })
    const page = await serveBasicExample({
        folder: join(root, 'dist/examples/basic'),
        instanceUrl: instance.url,
        clientId: OPENFIN_CLIENT_ID,
        port: 8182,
    })
    const executablePath = await findChromium()
    const browser = await chromium.launch({ executablePath, args: CHROMIUM_ARGUMENTS })
    try {
        await progress.step('deploy the app', () => deploy({ instanceUrl: instance.url, ...ADMIN }))
        await progress.step('take the pictures of the setup', () => takeSetup(browser, instance.url, page))
        await progress.step('take the pictures of a mail', () =>
            takeMails(browser, instance, ALL_MAILS ? { folder: ALL_MAILS, all: true } : { folder: FOLDER })
        )
        addHealthRows(instance)
        await progress.step('take the pictures of the health page', () => takeHealth(browser, instance.url))
    } finally {
        await Promise.all([browser.close(), page.close(), instance.close()])
    }
}

/**
 * @param {import('playwright-core').Browser} browser
 * @param {string} instanceUrl
 * @param {{ origin: string, callbackUrl: string }} site
 */
async function takeSetup(browser, instanceUrl, site) {
    const page = await signedIn(browser, instanceUrl, { userName: 'admin' })
    await take(page, 'start-page')
    await page.goto(`${instanceUrl}/x_opfi_openfin_setup.do`)
    await page.getByText(/Checks passed/).waitFor()
    await take(page, 'setup-empty')
    await page.getByRole('textbox', { name: 'App origins' }).fill(site.origin)
    await page.getByRole('textbox', { name: 'Callback pages' }).fill(site.callbackUrl)
    await page.getByRole('button', { name: 'Review changes' }).click()
    await page.getByRole('heading', { name: 'What will change' }).waitFor()
    await take(page, 'setup-review')
    await page.getByRole('button', { name: 'Apply' }).click()
    await page.getByText('Done.').waitFor()
    await page.getByText(/Checks passed/).waitFor()
    await take(page, 'setup-done')
    await page.setViewportSize({ width: 320, height: 760 })
    await take(page, 'setup-narrow')
    await page.context().close()

    const app = await (await browser.newContext({ viewport: SIZE })).newPage()
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
    await take(app, 'setup-connected')
    await app.context().close()
}

/**
 * @param {import('playwright-core').Browser} browser
 * @param {string} instanceUrl
 */
async function takeHealth(browser, instanceUrl) {
    const page = await signedIn(browser, instanceUrl, { userName: 'admin' })
    await page.goto(`${instanceUrl}/x_opfi_openfin_health.do`)
    await page.getByRole('img', { name: /Requests in/ }).waitFor()
    await page.locator('main').waitFor()
    await take(page, 'health')
    await page.emulateMedia({ colorScheme: 'dark' })
    await take(page, 'health-dark')
    await page.context().close()
}

/**
 * @param {import('playwright-core').Browser} browser
 * @param {string} instanceUrl
 * @param {{ userName: string }} user
 */
async function signedIn(browser, instanceUrl, { userName }) {
    const page = await (await browser.newContext({ viewport: SIZE })).newPage()
    await page.goto(instanceUrl)
    await page.getByLabel('User name').fill(userName)
    await page.getByLabel('Password').fill(userName)
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.getByRole('button', { name: 'Sign out' }).waitFor()
    return page
}

/**
 * @param {import('playwright-core').Page} page
 * @param {string} name
 */
async function take(page, name) {
    await page.evaluate('scrollTo(0, 0)')
    // Pages of a phone are long; their upper part shows what matters.
    const isNarrow = page.viewportSize()?.width === 320
    await page.screenshot({
        path: join(FOLDER, `${name}.png`),
        fullPage: !isNarrow && !name.startsWith('health'),
    })
    if (!LISTED[name]) return
    const { folder, ...size } = LISTING
    await page.setViewportSize(size)
    // What will change stands below the form.
    if (name === 'setup-review')
        await page
            .getByRole('heading', { name: 'What will change' })
            .evaluate((heading) => heading.scrollIntoView({ block: 'center' }))
    await page.screenshot({ path: join(folder, `${LISTED[name]}.png`) })
    await page.setViewportSize(SIZE)
}
