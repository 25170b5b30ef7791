import { Browser, hiddenFields } from '../oauth/browser'
import { startInstance, userId, type TestInstance } from '../oauth/instance'

let instance: TestInstance
beforeAll(async () => {
    instance = await startInstance()
})
afterAll(() => instance.close())

const cookieName = () => `JSESSIONID_${new URL(instance.url).port}`
const open = (browser: Browser, query = '') => browser.open(`${instance.url}/login.do${query}`)
const ABEL = { user_name: 'abel.tuter', user_password: 'abel.tuter' }

/** Signs in and returns the redirect target. */
async function signIn(browser: Browser, query = ''): Promise<string> {
    return (await browser.submit(await open(browser, query), ABEL)).location
}

describe('the sign-in page', () => {
    it('signs in, and then shows the user', async () => {
        const browser = new Browser()
        expect(await signIn(browser)).toBe(`${instance.url}/`)
        const page = await open(browser)
        expect(page.html).toContain('<strong>Abel Tuter</strong>')
        expect(page.html).not.toContain('user_password')
    })

    it('has labels, autocomplete hints for password managers, and the initial focus', async () => {
        const { html } = await open(new Browser())
        for (const part of [
            '<label for="user_name">',
            '<label for="user_password">',
            'lang="en"',
            '<main>',
            '<h1>',
        ])
            expect(html).toContain(part)
        expect(html).toMatch(/<input[^>]*name="user_name"[^>]*autocomplete="username"[^>]*autofocus/)
        expect(html).toMatch(/<input[^>]*type="password"[^>]*autocomplete="current-password"/)
    })

    it('responds alike to a wrong password, an unknown name, an inactive and a locked-out user', async () => {
        const { store } = instance.host
        store.insert('sys_user', { user_name: 'gone', user_password: 'gone', active: '0' })
        store.insert('sys_user', { user_name: 'locked', user_password: 'locked', locked_out: '1' })
        const attempts = [
            ['abel.tuter', 'wrong'],
            ['nobody', 'x'],
            ['gone', 'gone'],
            ['locked', 'locked'],
            ['guest', ''],
            ['', ''],
            ['nobody^ORuser_name=admin', 'admin'],
            ['admin', 'a'.repeat(5000)],
        ] as const
        const pages = []
        for (const [user_name, user_password] of attempts) {
            const browser = new Browser()
            const form = await open(browser)
            const cookies = [...browser.cookies]
            const page = await browser.submit(form, { user_name, user_password })
            expect([...browser.cookies]).toEqual(cookies)
            expect(page.html).toContain('role="alert"')
            expect(page.html).not.toContain(`value="${user_password || '-'}"`.replace(user_name, '-'))
            pages.push([page.status, page.html.replace(/value="[^"]*"/g, '')])
        }
        for (const page of pages) expect(page).toEqual([401, pages[0]?.[1]])
    })

    it('logs neither name nor password', async () => {
        const browser = new Browser()
        await browser.submit(await open(browser), { user_name: 'typed-name', user_password: 'typed-secret' })
        expect(JSON.stringify(instance.host.log.entries())).not.toMatch(/typed-name|typed-secret/)
    })

    it.each([
        ['/oauth_redirect.do?a=1&b=2', '/oauth_redirect.do?a=1&b=2'],
        ['https://evil.example.com/', '/'],
        ['//evil.example.com/', '/'],
        ['/\\evil.example.com/', '/'],
        ['\\\\evil.example.com', '/'],
        ['/%09/evil.example.com', '/%09/evil.example.com'],
        ['/\t/evil.example.com', '/'],
        ['/a/..//evil.example.com', '/'],
        ['/.//evil.example.com', '/'],
        ['javascript:alert(1)', '/'],
        ['', '/'],
    ])('redirects from %j to %s on this instance', async (goto, path) => {
        const browser = new Browser()
        const query = `?sysparm_goto_url=${encodeURIComponent(goto)}`
        expect(await signIn(browser, query)).toBe(instance.url + path)
        // The hidden field is verified again on submission.
        const other = new Browser()
        const page = await open(other)
        expect((await other.submit(page, { ...ABEL, sysparm_goto_url: goto })).location).toBe(
            instance.url + path
        )
    })

    it('requires its own token, of this session, from a page of this origin', async () => {
        const browser = new Browser()
        const page = await open(browser)
        expect((await browser.submit(page, { ...ABEL, sysparm_ck: '' })).status).toBe(403)
        const stranger = new Browser()
        const { sysparm_ck = '' } = hiddenFields((await open(stranger)).html)
        expect((await browser.submit(page, { ...ABEL, sysparm_ck })).status).toBe(403)
        expect((await browser.submit(page, ABEL, { 'sec-fetch-site': 'same-site' })).status).toBe(403)
        expect((await browser.submit(page, ABEL, { origin: 'https://evil.example.com' })).status).toBe(403)
        expect((await browser.submit(page, ABEL)).status).toBe(303)
    })
})

it('sets cookies with the port in their names, inaccessible to scripts and other sites', async () => {
    const { port } = new URL(instance.url)
    expect((await open(new Browser())).headers.getSetCookie()).toEqual([
        expect.stringMatching(`^${cookieName()}=[0-9a-f]{64}; Path=/; HttpOnly; SameSite=Lax$`),
        expect.stringMatching(
            `^SIGN_IN_${port}_[0-9a-f]{8}=[0-9a-f]{64}; Path=/login.do; HttpOnly; SameSite=Lax$`
        ),
    ])
})

it('redirects from / to the sign-in page', async () => {
    const browser = new Browser()
    const page = await browser.follow(await browser.open(`${instance.url}/`))
    const welcome = await browser.follow(await browser.submit(page, ABEL))
    expect(welcome.html).toContain('You are signed in')
})

describe('the session cookie', () => {
    it('changes at sign-in, which prevents session fixation', async () => {
        const attacker = new Browser()
        await open(attacker)
        const planted = attacker.cookies.get(cookieName()) ?? ''
        const victim = new Browser()
        victim.cookies.set(cookieName(), planted)
        await signIn(victim)
        expect(victim.cookies.get(cookieName())).not.toBe(planted)
        expect((await open(attacker)).html).toContain('name="user_password"')
    })

    it('is not adopted from a forged one', async () => {
        const browser = new Browser()
        browser.cookies.set(cookieName(), 'f'.repeat(64))
        await open(browser)
        expect(browser.cookies.get(cookieName())).not.toBe('f'.repeat(64))
    })

    it('expires 30 minutes after its last use, or as set by the property', async () => {
        const browser = new Browser()
        await signIn(browser)
        const isIn = async () => !(await open(browser)).html.includes('name="user_password"')
        instance.clock.advance(29 * 60_000)
        expect(await isIn()).toBe(true)
        instance.clock.advance(29 * 60_000)
        expect(await isIn()).toBe(true)
        instance.clock.advance(30 * 60_000)
        expect(await isIn()).toBe(false)
        const property = { name: 'glide.ui.session_timeout', type: 'integer', value: '5' }
        const row = instance.host.store.insert('sys_properties', property)
        await signIn(browser)
        instance.clock.advance(5 * 60_000)
        expect(await isIn()).toBe(false)
        instance.host.store.delete('sys_properties', row['sys_id'] ?? '')
    })

    it('ends at sign-out, which a page of another site cannot cause', async () => {
        const browser = new Browser()
        await signIn(browser)
        const kept = browser.cookies.get(cookieName()) ?? ''
        await browser.open(`${instance.url}/logout.do`, { 'sec-fetch-site': 'cross-site' })
        expect((await open(browser)).html).toContain('Abel Tuter')
        expect((await browser.open(`${instance.url}/logout.do`)).html).toContain('You are signed out')
        expect(browser.cookies.has(cookieName())).toBe(false)
        browser.cookies.set(cookieName(), kept)
        expect((await open(browser)).html).toContain('name="user_password"')
    })

    it('is invalid once its user is locked out', async () => {
        const browser = new Browser()
        await signIn(browser)
        const abel = userId(instance, 'abel.tuter')
        instance.host.store.update('sys_user', abel, { locked_out: '1' })
        expect((await browser.open(`${instance.url}/api/test/caller`)).status).toBe(401)
        instance.host.store.update('sys_user', abel, { locked_out: '0' })
    })

    it('is invalid after the instance was reset', async () => {
        const browser = new Browser()
        await signIn(browser)
        instance.host.runResets()
        expect((await open(browser)).html).toContain('name="user_password"')
    })
})
