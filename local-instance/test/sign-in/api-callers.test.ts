import { Browser } from '../oauth/browser'
import { caller, getTokens } from '../oauth/flow'
import { addClient, startInstance, type TestInstance } from '../oauth/instance'

let instance: TestInstance
beforeAll(async () => {
    instance = await startInstance()
})
afterAll(() => instance.close())

const basic = (text: string) => `Basic ${Buffer.from(text).toString('base64')}`
const form = { 'content-type': 'application/x-www-form-urlencoded' }

/** The SDK's sign-in by name and password: session cookie and user token (SDK sdk-cli/src/auth/basic-auth). */
async function sdkSignIn(user_name: string, user_password: string) {
    const response = await fetch(`${instance.url}/angular.do?sysparm_type=view_form.login`, {
        method: 'POST',
        headers: form,
        body: new URLSearchParams({
            sysparm_type: 'login',
            'ni.nolog.user_password': 'true',
            user_name,
            user_password,
        }).toString(),
    })
    const cookie = response.headers
        .getSetCookie()
        .map((line) => line.split(';', 1)[0])
        .join('; ')
    return { status: response.status, body: (await response.json()) as Record<string, unknown>, cookie }
}

const getUser = (cookie = '', headers: Record<string, string> = {}) =>
    fetch(`${instance.url}/angular.do?sysparm_type=get_user`, {
        method: 'POST',
        headers: { ...(cookie && { cookie }), ...headers },
    })

describe('Basic authentication', () => {
    it('authenticates users by name and password', async () => {
        for (const name of ['admin', 'beth.anglin', 'abel.tuter']) {
            const who = await caller(instance, { authorization: basic(`${name}:${name}`) }, 'POST')
            expect(who).toMatchObject({ status: 200, user: name, by: 'basic' })
        }
    })

    it('accepts a password with colons and non-ASCII letters', async () => {
        const password = 'a:b:Grüße €'
        instance.host.store.insert('sys_user', { user_name: 'colon', user_password: password })
        expect(await caller(instance, { authorization: basic(`colon:${password}`) })).toMatchObject({
            user: 'colon',
        })
    })

    it.each([
        'admin:wrong',
        'admin:',
        ':admin',
        'admin',
        '',
        'nobody:x',
        'guest:',
        'ADMIN^ORuser_name=x:admin',
    ])('rejects %j', async (text) => {
        expect(await caller(instance, { authorization: basic(text) })).toEqual({ status: 401 })
    })

    it('uses a changed password at once', async () => {
        const { store } = instance.host
        const row = store.insert('sys_user', { user_name: 'changer', user_password: 'old' })
        const status = async (password: string) =>
            (await caller(instance, { authorization: basic(`changer:${password}`) })).status
        expect([await status('old'), await status('new')]).toEqual([200, 401])
        store.update('sys_user', row['sys_id'] ?? '', { user_password: 'new' })
        expect([await status('old'), await status('new')]).toEqual([401, 200])
    })

    it('leaves requests without it to the guest', async () => {
        expect(await caller(instance, {})).toMatchObject({ user: 'guest', by: 'none' })
    })
})

describe('the sign-in of the SDK by name and password', () => {
    it('returns success with cookies, then the user token, which unsafe calls require', async () => {
        const { status, body, cookie } = await sdkSignIn('admin', 'admin')
        expect([status, body['status'], body['setup_multifactor_authn']]).toEqual([200, 'success', false])
        const refused = await getUser(cookie)
        const token = refused.headers.get('x-usertoken-response') ?? ''
        expect([refused.status, token]).toEqual([401, expect.stringMatching(/^[0-9a-f]{64}$/)])
        expect(await caller(instance, { cookie })).toMatchObject({ user: 'admin', by: 'session' })
        expect(await caller(instance, { cookie }, 'POST')).toEqual({ status: 401 })
        expect(await caller(instance, { cookie, 'x-usertoken': 'wrong' }, 'POST')).toEqual({ status: 401 })
        const post = await caller(instance, { cookie, 'x-usertoken': token }, 'POST')
        expect(post).toMatchObject({ status: 200, user: 'admin', by: 'session' })
        expect((await getUser(cookie, { 'x-usertoken': token })).status).toBe(200)
    })

    it('returns an error as the SDK reads it, without a session', async () => {
        const { status, body, cookie } = await sdkSignIn('admin', 'wrong')
        expect([status, body['status'], cookie]).toEqual([200, 'error', ''])
        expect(body['message']).toMatch(/invalid/)
    })

    it('is closed to pages of other sites', async () => {
        const response = await fetch(`${instance.url}/angular.do?sysparm_type=view_form.login`, {
            method: 'POST',
            headers: { ...form, origin: 'https://evil.example.com' },
            body: 'user_name=admin&user_password=admin',
        })
        expect(await response.json()).toMatchObject({ status: 'error' })
        expect(response.headers.getSetCookie()).toEqual([])
    })

    it('rejects other types of requests', async () => {
        expect((await fetch(`${instance.url}/angular.do?sysparm_type=x`, { method: 'POST' })).status).toBe(
            400
        )
    })
})

describe('the three requests with which the SDK turns a bearer token into a session', () => {
    const openGuest = async () => {
        const response = await getUser('', form)
        expect(response.ok).toBe(true)
        return response.headers.getSetCookie()[0]?.split(';', 1)[0] ?? ''
    }

    it('open a guest session, assign it to the user, and return its token', async () => {
        const { access_token } = await getTokens(instance, addClient(instance).clientId)
        const cookie = await openGuest()
        expect((await getUser(cookie)).status).toBe(200)
        const authorization = `Bearer ${access_token}`
        expect(await caller(instance, { cookie, authorization })).toMatchObject({
            user: 'abel.tuter',
            by: 'bearer',
        })
        const third = await getUser(cookie, form)
        const token = third.headers.get('x-usertoken-response') ?? ''
        expect([third.status, token]).toEqual([401, expect.stringMatching(/^[0-9a-f]{64}$/)])
        const upload = await caller(instance, { cookie, 'x-usertoken': token }, 'POST')
        expect(upload).toMatchObject({ user: 'abel.tuter', by: 'session' })
    })

    it('assign no user for a browser, where the cookie may be planted', async () => {
        const { access_token } = await getTokens(instance, addClient(instance).clientId)
        const cookie = await openGuest()
        const browser = { cookie, authorization: `Bearer ${access_token}`, origin: 'https://app.example.com' }
        expect(await caller(instance, browser)).toMatchObject({ status: 200, by: 'bearer' })
        expect((await getUser(cookie)).status).toBe(200)
        expect(await caller(instance, { cookie })).toMatchObject({ user: 'guest' })
    })

    it('assign no user by an invalid token', async () => {
        const cookie = await openGuest()
        expect(await caller(instance, { cookie, authorization: 'Bearer x' })).toEqual({ status: 401 })
        expect((await getUser(cookie)).status).toBe(200)
    })
})

it('prefers an Authorization header to a session', async () => {
    const { cookie } = await sdkSignIn('admin', 'admin')
    const { access_token } = await getTokens(instance, addClient(instance).clientId)
    const both = { cookie, authorization: `Bearer ${access_token}` }
    expect(await caller(instance, both, 'POST')).toMatchObject({ user: 'abel.tuter', by: 'bearer' })
    expect(await caller(instance, { cookie, authorization: basic('admin:wrong') })).toEqual({ status: 401 })
    // The session still belongs to the same user.
    expect(await caller(instance, { cookie })).toMatchObject({ user: 'admin', by: 'session' })
})

it('accepts a session of the sign-in page for reading only', async () => {
    const browser = new Browser()
    const page = await browser.open(`${instance.url}/login.do`)
    await browser.submit(page, { user_name: 'abel.tuter', user_password: 'abel.tuter' })
    expect((await browser.open(`${instance.url}/api/test/caller`)).html).toContain('"by":"session"')
    expect((await browser.post(`${instance.url}/api/test/caller`, {}, {})).status).toBe(401)
})
