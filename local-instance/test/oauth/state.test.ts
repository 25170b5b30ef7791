import { Browser } from './browser'
import { authorizeUrl, pkce, reachConsent } from './flow'
import { addClient, setProperty, startInstance, type TestInstance } from './instance'

let instance: TestInstance
let clientId: string
const { challenge } = pkce()

beforeAll(async () => {
    instance = await startInstance()
    ;({ clientId } = addClient(instance))
})
afterAll(() => instance.close())

const codes = () => instance.host.store.count('local_oauth_code')

describe('H54 an authorization request without state', () => {
    const PROPERTY = 'glide.oauth.state.parameter.required'
    const ask = (parameters: Record<string, string | null>) =>
        authorizeUrl(instance, { client_id: clientId, code_challenge: challenge, ...parameters })
    afterEach(() => setProperty(instance, PROPERTY, 'true'))

    it.each([
        ['missing', null],
        ['empty', ''],
        ['blank', ' '],
        ['a line break', '\r\n'],
    ])('(%s) ends with the documented error, and without a code', async (_name, state) => {
        const before = codes()
        for (const more of ['redirect_uri', 'response_type', 'state']) {
            const page = await new Browser().open(ask({ [more]: null, state }))
            expect([page.status, page.location]).toEqual([400, ''])
            expect(page.html).toContain('Missing State parameter in request.')
        }
        expect(codes()).toBe(before)
    })

    it.each(['%ff', 'a%c3%28', '%ef%bf%bd'])('rejects a state that is not valid text (%s)', async (state) => {
        const page = await new Browser().open(`${ask({ state: null })}&state=${state}`)
        expect([page.status, page.location]).toEqual([400, ''])
        expect(page.html).toContain('Invalid state parameter in request.')
    })

    it.each(['false', '', 'no'])('continues if the property is "%s"', async (value) => {
        setProperty(instance, PROPERTY, value)
        const browser = new Browser()
        const consent = await reachConsent(browser, ask({ state: null }))
        const end = await browser.submit(consent, { decision: 'deny' })
        expect(new URL(end.location).searchParams.has('state')).toBe(false)
    })
})
