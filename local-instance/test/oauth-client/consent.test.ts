import type { InstanceWithHost } from '../../src/create-local-instance'
import { createHash } from 'node:crypto'
import { Browser } from '../oauth/browser'
import type { Provider } from '../../src/plugins/oauth-client/providers'
import { addProvider, resetInstance, startInstance } from './provider-instance'

const REQUESTOR = '0123456789abcdef0123456789abcdef'

describe('a consent at a provider', () => {
    let instance: InstanceWithHost
    let provider: Provider

    beforeAll(async () => {
        instance = await startInstance()
    })
    beforeEach(() => {
        provider = addProvider(instance, { code_challenge_method: 'S256' })
    })
    afterEach(() => resetInstance(instance))
    afterAll(() => instance.close())

    const initiator = (more: Record<string, string> = {}) =>
        `${instance.url}/oauth_initiator.do?${new URLSearchParams({
            oauth_requestor_context: 'sys_rest_message',
            oauth_requestor: REQUESTOR,
            oauth_provider_profile: provider.profile['sys_id'] ?? '',
            response_type: 'code',
            ...more,
        })}`
    const stays = (location: string) => !location.startsWith(instance.url)
    const signedIn = async (userName = 'admin') => {
        const browser = new Browser()
        const page = await browser.follow(await browser.open(`${instance.url}/login.do`), stays)
        await browser.submit(page, { user_name: userName, user_password: userName })
        return browser
    }
    const begin = async (browser: Browser) => {
        const { location, status } = await browser.open(initiator())
        expect(status).toBe(302)
        return new URL(location ?? '')
    }
    const back = (state: string, more: Record<string, string>) =>
        `${instance.url}/oauth_redirect.do?${new URLSearchParams({ state, ...more })}`

    it('begins with a sign-in if necessary, and continues from there', async () => {
        const browser = new Browser()
        const page = await browser.follow(await browser.open(initiator()), stays)
        expect(page.html).toContain('user_password')
        const on = await browser.follow(
            await browser.submit(page, { user_name: 'admin', user_password: 'admin' }),
            stays
        )
        expect(on.location).toMatch(/^https:\/\/provider\.example\/authorize\?/)
    })

    it('sends the provider’s parameters, with a new challenge and state each time', async () => {
        const browser = await signedIn()
        const [first, second] = [await begin(browser), await begin(browser)]
        expect(Object.fromEntries(first.searchParams)).toEqual({
            response_type: 'code',
            client_id: 'us',
            redirect_uri: `${instance.url}/oauth_redirect.do`,
            state: expect.stringMatching(/^[\w-]{43}$/),
            code_challenge: expect.stringMatching(/^[\w-]{43}$/),
            code_challenge_method: 'S256',
        })
        expect(second.searchParams.get('state')).not.toBe(first.searchParams.get('state'))
        expect(second.searchParams.get('code_challenge')).not.toBe(first.searchParams.get('code_challenge'))
    })

    it.each([
        ['no requestor', { oauth_requestor: '' }],
        ['a requestor with an invalid sys_id', { oauth_requestor: "x');gs.info('" }],
        ['a profile with an invalid sys_id', { oauth_provider_profile: '../..' }],
        ['a profile that does not exist', { oauth_provider_profile: 'f'.repeat(32) }],
        ['an invalid context', { oauth_requestor_context: '<b>' }],
    ])('is rejected with %s', async (_what, parameters) => {
        const page = await (await signedIn()).open(initiator(parameters))
        expect(page.status).toBe(400)
        expect(page.html).toContain('No OAuth token')
        expect(page.html).not.toContain('<b>')
    })

    it('is valid for the user who started it, once, for ten minutes', async () => {
        const browser = await signedIn()
        const state = (await begin(browser)).searchParams.get('state') ?? ''
        const other = await signedIn('beth.anglin')
        expect((await other.open(back(state, { code: 'c' }))).status).toBe(403)
        expect((await new Browser().open(back(state, { code: 'c' }))).status).toBe(403)
        expect((await browser.open(back(state, { error: 'access_denied' }))).status).toBe(400)
        // Consumed: this instance now treats it like any other landing page request.
        expect((await browser.open(back(state, { code: 'c' }))).html).not.toContain('OAuth token received')
        const late = (await begin(browser)).searchParams.get('state') ?? ''
        instance.clock.advance(601_000)
        expect((await browser.open(back(late, { code: 'c' }))).html).not.toContain('OAuth token received')
        expect(instance.host.store.count('oauth_credential')).toBe(0)
    })

    it('does not affect the landing page of other applications', async () => {
        const page = await new Browser().open(back('somebody-else-s', { code: 'c' }))
        expect(page).toMatchObject({ status: 200, html: expect.stringContaining('You are connected') })
    })

    it('keeps the verifier encrypted and the state as a hash', async () => {
        const address = await begin(await signedIn())
        const state = address.searchParams.get('state') ?? ''
        const [row] = instance.host.store.query('local_oauth_pending', {})
        expect(row?.['state_hash']).toBe(createHash('sha256').update(state).digest('hex'))
        expect(row?.['code_verifier']).toMatch(/^enc1:/)
    })
})
