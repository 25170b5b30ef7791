import { gzipSync } from 'node:zlib'
import { addTokens, visitHealthPage } from './health-visit'
import { startPageBrowser, type PageBrowser } from './page-browser'
import { prepareTokens, type TokenFixture } from './tokens'

let browser: PageBrowser
let fixture: TokenFixture
beforeAll(async () => {
    browser = await startPageBrowser()
    fixture = prepareTokens(browser.instance)
})
afterAll(() => browser?.close())

describe('the health page with 100,000 tokens', () => {
    // How long it takes is measured by `npm run bench -- pages`.
    it('costs at most 30 requests and 1 MB', async () => {
        addTokens(fixture, 0, 100_000)
        const { requests, bytes } = await visitHealthPage(browser)
        expect(requests).toBeLessThanOrEqual(30)
        expect(bytes).toBeLessThanOrEqual(1_000_000)
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
