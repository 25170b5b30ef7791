import { gzipSync } from 'node:zlib'
import type { PageBrowser } from './page-browser'
import { addToken, daysFromNow, type TokenFixture } from './tokens'

const PATH = '/x_opfi_openfin_health.do'
const OUTCOMES = ['valid', 'valid', 'valid', 'valid', 'refreshed', 'refreshed', 'retry_later', 'reauthorize']

/** What a visit of the health page costs. */
export interface Visit {
    requests: number
    /** Compressed. */
    bytes: number
    /** From the address to the first figures of all parts, in ms. */
    ms: number
}

/** Adds tokens of all outcomes, whose ends lie within 90 days. */
export function addTokens(fixture: TokenFixture, from: number, to: number): void {
    fixture.instance.records.transaction(() => {
        for (let index = from; index < to; index++) {
            const outcome = OUTCOMES[index % OUTCOMES.length] as string
            addToken(fixture, outcome, {
                refresh_token_expires: daysFromNow(fixture, (index % 900) / 10 + 0.1),
                next_attempt: daysFromNow(fixture, (index % 300) / 100),
            })
        }
    })
}

/** One visit with an empty cache. */
export async function visitHealthPage(browser: PageBrowser): Promise<Visit> {
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
