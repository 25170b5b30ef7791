import { gzipSync } from 'node:zlib'
import { startPageBrowser, type PageBrowser } from './page-browser'
import { addToken, daysFromNow, prepareTokens, type TokenFixture } from './tokens'

const PATH = '/x_opfi_openfin_health.do'
const OUTCOMES = ['valid', 'valid', 'valid', 'valid', 'refreshed', 'refreshed', 'retry_later', 'reauthorize']

let browser: PageBrowser
let fixture: TokenFixture
beforeAll(async () => {
    browser = await startPageBrowser()
    fixture = prepareTokens(browser.instance)
})
afterAll(() => browser?.close())

function addTokens(from: number, to: number): void {
    browser.instance.records.transaction(() => {
        for (let index = from; index < to; index++) {
            const outcome = OUTCOMES[index % OUTCOMES.length] as string
            addToken(fixture, outcome, {
                refresh_token_expires: daysFromNow(fixture, (index % 900) / 10 + 0.1),
                next_attempt: daysFromNow(fixture, (index % 300) / 100),
            })
        }
    })
}

/** One visit with an empty cache: requests, compressed bytes, ms from the address to all figures. */
async function visit() {
    const page = await browser.open(PATH)
    const session = await page.context().newCDPSession(page)
    await session.send('Network.setCacheDisabled', { cacheDisabled: true })
    const bodies: Promise<Buffer>[] = []
    page.on('response', (response) => bodies.push(response.body().catch(() => Buffer.alloc(0))))
    const started = performance.now()
    await page.goto(browser.instance.url + PATH)
    await page.getByRole('table', { name: 'Tokens' }).waitFor()
    await page.locator('[aria-busy=true]').first().waitFor({ state: 'detached' })
    const ms = performance.now() - started
    await page.getByRole('img', { name: /Requests in 7 days/ }).waitFor()
    const sizes = (await Promise.all(bodies)).map((body) => gzipSync(body).length)
    await page.close()
    return { requests: sizes.length, bytes: sizes.reduce((sum, size) => sum + size, 0), ms }
}

const quickest = async () => {
    const visits = [await visit(), await visit(), await visit(), await visit()]
    return visits.slice(1).reduce((best, one) => (one.ms < best.ms ? one : best))
}

describe('the health page with 100,000 tokens', () => {
    it('costs at most 30 requests and 1 MB, and is as quick as with 1,000', async () => {
        addTokens(0, 1000)
        const few = await quickest()
        addTokens(1000, 100_000)
        const many = await quickest()
        expect(many.requests).toBeLessThanOrEqual(30)
        expect(many.bytes).toBeLessThanOrEqual(1_000_000)
        expect(many.ms / few.ms).toBeLessThanOrEqual(1.5)
    })

    it('brings scripts of at most 200 kB each', async () => {
        for (const name of ['setup', 'health']) {
            const address = `${browser.instance.url}/uxasset/externals/x_opfi_openfin/${name}/main.jsdbx`
            const script = await (await fetch(address)).text()
            expect(script.length).toBeGreaterThan(100_000)
            expect(gzipSync(script).length).toBeLessThanOrEqual(200_000)
        }
    })
})
