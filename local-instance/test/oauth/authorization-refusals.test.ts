import { Browser } from './browser'
import { authorizeUrl, getCode, pkce, reachConsent, token } from './flow'
import { addClient, setProperty, startInstance, userId, type TestInstance } from './instance'

let instance: TestInstance
let clientId: string
const { challenge } = pkce()

beforeAll(async () => {
    instance = await startInstance()
    ;({ clientId } = addClient(instance))
})
afterAll(() => instance.close())

const codes = () => instance.host.store.count('local_oauth_code')

describe('an authorization request without a trusted redirect', () => {
    const cases: [string, () => Record<string, string | null>, string][] = [
        ['of an unknown client', () => ({ client_id: 'f'.repeat(32) }), 'Invalid client_id'],
        ['without a client', () => ({ client_id: null }), 'Invalid client_id'],
        [
            'of an inactive client',
            () => ({ client_id: addClient(instance, { active: '0' }).clientId }),
            'Invalid client_id',
        ],
        [
            'of a third party that the instance itself is a client of',
            () => ({
                client_id: addClient(instance, { type: 'oauth_provider', client_id: 'outbound' }).clientId,
            }),
            'Invalid client_id',
        ],
        [
            'of a client without a redirect URL',
            () => ({ client_id: addClient(instance, { redirect_url: '' }).clientId }),
            'Invalid redirect_uri',
        ],
        [
            'of a client whose only redirect URL would run a script',
            () => ({ client_id: addClient(instance, { redirect_url: 'javascript:alert(1)' }).clientId }),
            'Invalid redirect_uri',
        ],
    ]
    it.each(cases)('%s ends on a page, without redirect or code', async (_name, parameters, text) => {
        const before = codes()
        const address = authorizeUrl(instance, {
            client_id: clientId,
            code_challenge: challenge,
            ...parameters(),
        })
        const page = await new Browser().open(address)
        expect([page.status, page.location]).toEqual([400, ''])
        expect(page.html).toContain(text)
        expect(page.html).toContain('role="alert"')
        expect(codes()).toBe(before)
    })

    it('with a repeated parameter ends on a page', async () => {
        const address = `${authorizeUrl(instance, { client_id: clientId, code_challenge: challenge })}&state=other`
        expect(await new Browser().open(address)).toMatchObject({ status: 400, location: '' })
    })
})

describe('an invalid authorization request', () => {
    it.each([
        ['another response type', { response_type: 'token' }, 'unsupported_response_type'],
        ['no response type', { response_type: null }, 'unsupported_response_type'],
        ['no code challenge', { code_challenge: null }, 'invalid_request'],
        ['H53 the method plain', { code_challenge_method: 'plain' }, 'invalid_request'],
        ['a malformed challenge', { code_challenge: 'short' }, 'invalid_request'],
    ])('%s returns an error with its state to the client', async (_name, parameters, error) => {
        const address = authorizeUrl(instance, {
            client_id: clientId,
            code_challenge: challenge,
            ...parameters,
        })
        const { location } = await new Browser().open(address)
        const redirect = new URL(location)
        expect(redirect.origin + redirect.pathname).toBe(`${instance.url}/oauth_redirect.do`)
        expect(redirect.searchParams.get('error')).toBe(error)
        expect(redirect.searchParams.get('state')).toBe('st-1')
        expect(redirect.searchParams.has('code')).toBe(false)
    })
})

it('returns the denial to the client (H6)', async () => {
    const browser = new Browser()
    const consent = await reachConsent(
        browser,
        authorizeUrl(instance, { client_id: clientId, code_challenge: challenge })
    )
    const before = codes()
    const end = await browser.submit(consent, { decision: 'deny' })
    const { searchParams } = new URL(end.location)
    expect([end.status, searchParams.get('error'), searchParams.get('state')]).toEqual([
        302,
        'access_denied',
        'st-1',
    ])
    expect(codes()).toBe(before)
    // Once submitted, it cannot be submitted again.
    expect((await browser.submit(consent, { decision: 'allow' })).status).toBe(400)
})

describe('the consent form', () => {
    const consentOf = async (browser: Browser) =>
        reachConsent(browser, authorizeUrl(instance, { client_id: clientId, code_challenge: challenge }))

    it('is rejected without its token, with another one, and for another session', async () => {
        const browser = new Browser()
        const consent = await consentOf(browser)
        const before = codes()
        expect((await browser.submit(consent, { decision: 'allow', sysparm_ck: '' })).status).toBe(403)
        expect(
            (await browser.submit(consent, { decision: 'allow', sysparm_ck: 'a'.repeat(64) })).status
        ).toBe(403)
        const stranger = new Browser()
        await consentOf(stranger)
        expect((await stranger.submit(consent, { decision: 'allow' })).status).toBe(400)
        expect(codes()).toBe(before)
    })

    it('is rejected from a page of another origin, even on the same machine', async () => {
        const browser = new Browser()
        const consent = await consentOf(browser)
        for (const site of ['same-site', 'cross-site']) {
            const page = await browser.submit(consent, { decision: 'allow' }, { 'sec-fetch-site': site })
            expect([page.status, page.location]).toEqual([403, ''])
        }
        const origin = { origin: 'http://127.0.0.1:1' }
        expect((await browser.submit(consent, { decision: 'allow' }, origin)).status).toBe(403)
    })

    it('contains no part of the request that could be modified', async () => {
        const browser = new Browser()
        const consent = await consentOf(browser)
        const end = await browser.submit(consent, {
            decision: 'allow',
            redirect_uri: 'https://evil.example.com/',
            client_id: 'other',
            state: 'other',
        })
        expect(end.location).toMatch(`${instance.url}/oauth_redirect.do?code=`)
        expect(new URL(end.location).searchParams.get('state')).toBe('st-1')
    })

    it('is shown again if no button was clicked', async () => {
        const browser = new Browser()
        const again = await browser.submit(await consentOf(browser), {})
        expect([again.status, again.html.includes('>Allow</button>')]).toEqual([200, true])
    })

    it('expires after ten minutes, and when the client is deactivated', async () => {
        const browser = new Browser()
        const slow = await consentOf(browser)
        instance.clock.advance(10 * 60_000)
        expect((await browser.submit(slow, { decision: 'allow' })).status).toBe(400)
        const { sysId, clientId: short } = addClient(instance)
        const other = new Browser()
        const page = await reachConsent(
            other,
            authorizeUrl(instance, { client_id: short, code_challenge: challenge })
        )
        instance.host.store.update('oauth_entity', sysId, { active: '0' })
        expect(await other.submit(page, { decision: 'allow' })).toMatchObject({ status: 400, location: '' })
    })

    it('is invalid once its user is locked out', async () => {
        const browser = new Browser()
        const consent = await reachConsent(
            browser,
            authorizeUrl(instance, { client_id: clientId, code_challenge: challenge }),
            { userName: 'beth.anglin' }
        )
        const beth = userId(instance, 'beth.anglin')
        instance.host.store.update('sys_user', beth, { locked_out: '1' })
        const { location } = await browser.submit(consent, { decision: 'allow' })
        expect(location).toContain(`${instance.url}/login.do?`)
        instance.host.store.update('sys_user', beth, { locked_out: '0' })
    })
})

it('shows names and parameters as text, never as markup', async () => {
    const name = `<script>alert(1)</script>"'><img src=x onerror=alert(1)>`
    const { clientId: evil } = addClient(instance, { name, logo_url: 'javascript:alert(1)' })
    const browser = new Browser()
    const address = authorizeUrl(instance, { client_id: evil, code_challenge: challenge })
    const login = await browser.follow(await browser.open(address))
    const refused = await browser.submit(login, { user_name: '"><script>x</script>', user_password: 'x' })
    const consent = await reachConsent(browser, address)
    const landing = await browser.open(
        `${instance.url}/sdk-oauth.do?code=${encodeURIComponent('"></output><script>x</script>')}`
    )
    const error = await browser.open(
        `${instance.url}/oauth_redirect.do?error=${encodeURIComponent('<script>x</script>')}&error_description=%3Cb%3E`
    )
    for (const { html } of [login, refused, consent, landing, error]) {
        expect(html).not.toMatch(/<script|<img|<b>|javascript:/)
        expect(html).toMatch(/&lt;(script|b)&gt;/)
    }
})

it('sends pages that cannot be cached, framed, scripted or leaked as referrer', async () => {
    const page = await new Browser().follow(
        await new Browser().open(authorizeUrl(instance, { client_id: clientId, code_challenge: challenge }))
    )
    const policy = page.headers.get('content-security-policy') ?? ''
    expect(policy).toContain(`default-src 'none'`)
    expect(policy).toContain(`frame-ancestors 'none'`)
    expect(policy).not.toContain('unsafe')
    expect(page.headers.get('cache-control')).toBe('no-store')
    expect(page.headers.get('referrer-policy')).toBe('no-referrer')
    expect(page.headers.get('x-content-type-options')).toBe('nosniff')
    expect(page.html).toContain('local instance running on your computer')
})

it('serves landing pages in place, without links, scripts or the code in the text', async () => {
    const code = await getCode(instance, clientId, { challenge })
    const page = await new Browser().open(`${instance.url}/oauth_redirect.do?code=${code}&state=st-1`)
    expect([page.status, page.location]).toEqual([200, ''])
    expect(page.html).not.toContain(code)
    expect(page.html).not.toMatch(/<a |<script|http-equiv|<form/)
})

it('does nothing if OAuth is disabled', async () => {
    setProperty(instance, 'com.snc.platform.security.oauth.is.active', 'false')
    const address = authorizeUrl(instance, { client_id: clientId, code_challenge: challenge })
    expect((await new Browser().open(address)).status).toBe(400)
    expect((await token(instance, { grant_type: 'refresh_token', client_id: clientId })).status).toBe(401)
    setProperty(instance, 'com.snc.platform.security.oauth.is.active', 'true')
})
