import { signTarget } from '../../src/plugins/sign-in/return-target'
import { Browser, hiddenFields, type Visit } from './browser'
import { authorizeUrl, caller, pkce, token } from './flow'
import { forged } from './forged'
import { addClient, startInstance, type TestInstance } from './instance'

let instance: TestInstance
let clientId: string
const { challenge, verifier } = pkce()

beforeAll(async () => {
    instance = await startInstance()
    ;({ clientId } = addClient(instance))
})
afterAll(() => instance.close())
// Codes of an earlier test have expired by then, sessions have not.
afterEach(() => instance.clock.advance(61_000))

const user = (name: string) => ({ user_name: name, user_password: name })
const ABEL = user('abel.tuter')
const isClient = (location: string) => !/\/(login|oauth_auth)\.do/.test(location)
const address = (state: string) =>
    authorizeUrl(instance, { client_id: clientId, code_challenge: challenge, state })
const start = async (browser: Browser, state: string) =>
    browser.follow(await browser.open(address(state)), isClient)
const signIn = async (browser: Browser, form: Visit, who = ABEL) =>
    browser.follow(await browser.submit(form, who), isClient)
const allow = (browser: Browser, consent: Visit) => browser.submit(consent, { decision: 'allow' })
/** The callback of the client. */
const answer = ({ location }: Visit) => {
    const { searchParams } = new URL(location || 'none:')
    return { state: searchParams.get('state'), code: searchParams.get('code') ?? '' }
}
const exchange = (code: string) =>
    token(instance, {
        grant_type: 'authorization_code',
        client_id: clientId,
        code,
        code_verifier: verifier,
        redirect_uri: `${instance.url}/oauth_redirect.do`,
    })

/** Two windows whose first requests were sent before either response, so neither has a cookie. */
async function openAtOnce(lastCookie: 'first' | 'second'): Promise<[Browser, Visit, Visit]> {
    const jars = [new Browser(), new Browser()] as const
    const forms = await Promise.all([start(jars[0], 'one'), start(jars[1], 'two')])
    const browser = new Browser()
    const order = lastCookie === 'first' ? [jars[1], jars[0]] : jars
    for (const { cookies } of order) for (const [name, value] of cookies) browser.cookies.set(name, value)
    return [browser, ...forms]
}

describe('two windows that open at once in a browser without a session', () => {
    it.each(['first', 'second'] as const)(
        'both get their code if the cookie of the %s remains',
        async (last) => {
            const [browser, first, second] = await openAtOnce(last)
            const consents = [await signIn(browser, first), await signIn(browser, second)]
            const answers = []
            for (const consent of consents) answers.push(answer(await allow(browser, consent)))
            expect(answers.map(({ state }) => state)).toEqual(['one', 'two'])
            expect((await exchange(answers[0]?.code ?? '')).status).toBe(200)
        }
    )

    it('both get their code if both forms are submitted at the same time', async () => {
        const [browser, first, second] = await openAtOnce('second')
        const sent = await Promise.all([browser.submit(first, ABEL), browser.submit(second, ABEL)])
        for (const [index, visit] of sent.entries()) {
            const consent = await browser.follow(visit, isClient)
            expect(answer(await allow(browser, consent)).state).toBe(['one', 'two'][index])
        }
    })
})

describe('a sign-in form', () => {
    it.each(['abel.tuter', 'beth.anglin'])(
        'stays valid after a sign-in in another window, as %s',
        async (name) => {
            const browser = new Browser()
            const [first, second] = [await start(browser, 'one'), await start(browser, 'two')]
            await signIn(browser, second)
            const consent = await signIn(browser, first, user(name))
            expect(consent.html).toContain(`(${name})`)
            const { state, code } = answer(await allow(browser, consent))
            expect(state).toBe('one')
            const { access_token } = (await exchange(code)).body
            expect((await caller(instance, { authorization: `Bearer ${access_token}` })).user).toBe(name)
        }
    )

    it('stays valid when submitted twice, after a wrong password, and when its session has ended', async () => {
        const browser = new Browser()
        const form = await start(browser, 'one')
        const refused = await browser.submit(form, { user_name: 'abel.tuter', user_password: 'wrong' })
        expect((await signIn(browser, refused)).html).toContain('>Allow</button>')
        expect((await signIn(browser, form)).html).toContain('>Allow</button>')
        const other = new Browser()
        const old = await start(other, 'one')
        instance.clock.advance(31 * 60_000)
        expect((await signIn(other, old)).html).toContain('>Allow</button>')
    })

    it('that is rejected is shown again with the same return target', async () => {
        const browser = new Browser()
        const form = await start(browser, 'one')
        browser.cookies.clear()
        const again = await browser.submit(form, ABEL)
        expect([again.status, again.html.includes('Trader Desk')]).toEqual([403, true])
        expect(answer(await allow(browser, await signIn(browser, again))).state).toBe('one')
    })

    it.each([
        ['another target', forged],
        ['another signature', (signed: string) => signed.replace(/\..*/, '.x')],
        ['no signature', (signed: string) => signed.replace(/\..*/, '')],
        ['appended text', (signed: string) => `${signed}.x`],
        ['a target alone', () => 'https://evil.example/'],
        ['nothing', () => ''],
    ])('redirects to the start page with %s instead of its own', async (_what, alter) => {
        const browser = new Browser()
        const form = await start(browser, 'one')
        const { sysparm_return = '' } = hiddenFields(form.html)
        const end = await browser.submit(form, { ...ABEL, sysparm_return: alter(sysparm_return) })
        expect([end.status, end.location]).toEqual([303, `${instance.url}/`])
    })

    it('leaves few cookies behind', async () => {
        const browser = new Browser()
        for (let forms = 0; forms < 40; forms++) {
            await start(browser, 'one')
            browser.cookies.delete(`JSESSIONID_${new URL(instance.url).port}`)
        }
        expect(browser.cookies.size).toBe(16)
        expect((await signIn(browser, await start(browser, 'one'))).html).toContain('>Allow</button>')
    })
})

describe('a consent form', () => {
    const reach = async (browser: Browser, state = 'one') => signIn(browser, await start(browser, state))

    it('keeps the request of its own window', async () => {
        const browser = new Browser()
        const first = await reach(browser)
        const second = await start(browser, 'two')
        expect(answer(await allow(browser, second)).state).toBe('two')
        expect(answer(await allow(browser, first)).state).toBe('one')
    })

    it('stays valid while the same user signs in again', async () => {
        const browser = new Browser()
        const form = await start(browser, 'two')
        const consent = await reach(browser)
        await signIn(browser, form)
        expect(answer(await allow(browser, consent)).state).toBe('one')
    })

    it('that is submitted twice gets the same response twice', async () => {
        const browser = new Browser()
        const consent = await reach(browser)
        const first = await allow(browser, consent)
        expect((await allow(browser, consent)).location).toBe(first.location)
        const denied = await start(browser, 'two')
        const [once, twice] = [
            await browser.submit(denied, { decision: 'deny' }),
            await browser.submit(denied, { decision: 'deny' }),
        ]
        expect(once.location).toContain('error=access_denied')
        expect(twice.location).toBe(once.location)
    })

    it('returns no exchanged code when it is submitted again', async () => {
        const browser = new Browser()
        const consent = await reach(browser)
        const { code } = answer(await allow(browser, consent))
        await exchange(code)
        expect(answer(await allow(browser, consent)).code).not.toBe(code)
    })

    it.each([
        ['that waited too long', async () => instance.clock.advance(11 * 60_000), 'abel.tuter'],
        [
            'that was submitted with another decision',
            (browser: Browser, consent: Visit) => browser.submit(consent, { decision: 'deny' }),
            'abel.tuter',
        ],
        [
            'of a user who is no longer signed in',
            async (browser: Browser, _consent: Visit, form: Visit) =>
                signIn(browser, form, user('beth.anglin')),
            'beth.anglin',
        ],
    ])('%s is rejected, and shown again', async (_what, happens, name) => {
        const browser = new Browser()
        const form = await start(browser, 'two')
        const consent = await reach(browser)
        await happens(browser, consent, form)
        const again = await allow(browser, consent)
        expect([again.status, again.location]).toEqual([400, ''])
        expect(again.html).toContain(`(${name})`)
        expect(again.html).toContain('role="alert"')
        const end = answer(await allow(browser, again))
        expect([end.state, end.code]).toEqual(['one', expect.stringMatching(/./)])
    })

    it.each([
        ['has ended', async () => instance.clock.advance(31 * 60_000)],
        ['was signed out', (browser: Browser) => browser.open(`${instance.url}/logout.do`)],
        ['is another browser’s', async (browser: Browser) => browser.cookies.clear()],
    ])('whose session %s redirects to a sign-in and back', async (_what, happens) => {
        const browser = new Browser()
        const consent = await reach(browser)
        await happens(browser)
        const form = await browser.follow(await allow(browser, consent), isClient)
        expect(form.html).toContain('name="user_password"')
        expect(answer(await allow(browser, await signIn(browser, form))).state).toBe('one')
    })

    it('lets another user sign in, even if it was submitted, expired, or already switched before', async () => {
        const browser = new Browser()
        const consent = await reach(browser)
        const link = /href="([^"]*switch_user[^"]*)"/.exec(consent.html)?.[1]?.replaceAll('&amp;', '&') ?? ''
        await allow(browser, consent)
        instance.clock.advance(11 * 60_000)
        for (const who of ['beth.anglin', 'admin']) {
            const form = await browser.follow(await browser.open(instance.url + link), isClient)
            expect((await signIn(browser, form, user(who))).html).toContain(`(${who})`)
        }
        // A link of another site signs no user out.
        const page = await browser.open(instance.url + link, { 'sec-fetch-site': 'cross-site' })
        expect(page.html).toContain('(admin)')
    })

    it.each([
        ['a forged request', forged],
        [
            'a signed path that is not an authorization request',
            () => signTarget(instance.host.store, { path: '/' }),
        ],
        ['none', () => ''],
    ])('with %s and no open one ends on a page', async (_what, alter) => {
        const browser = new Browser()
        const consent = await reach(browser)
        const { sysparm_return = '' } = hiddenFields(consent.html)
        const fields = { sysparm_request: 'x', sysparm_return: alter(sysparm_return), decision: 'allow' }
        const page = await browser.submit(consent, fields)
        expect([page.status, page.location, page.html.includes('<form')]).toEqual([400, '', false])
    })
})
