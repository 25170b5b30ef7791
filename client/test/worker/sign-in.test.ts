import { env, setEnv } from '../../src/worker/env'
import { access, INSTANCE, INTEGRATION, json, refresh, USER } from './support/scripted-instance'
import { createFixture, PINS, settle, type FixturePage, type WorkerFixture } from './support/worker-fixture'

const begin = (scope: string[] = [], params = {}) => ({ type: 'begin', scope, params })

describe('sign-in', () => {
    let fixture: WorkerFixture
    let page: FixturePage
    beforeEach(() => {
        fixture = createFixture()
        page = fixture.page()
    })
    const paths = () => fixture.instance.seen.map(({ path }) => path)
    const revoked = () => fixture.instance.to(`${INTEGRATION}/revoke_token`).map(({ form }) => form['token'])

    it('creates the complete URL, which further parameters cannot change', async () => {
        await page.init()
        const { url, state } = await page.ask(
            begin(['useraccount', 'other'], {
                prompt: 'login',
                state: 'mine',
                redirect_uri: 'https://evil.example',
            })
        )
        const { origin, pathname, searchParams } = new URL(url as string)
        expect(origin + pathname).toBe(`${INSTANCE}/oauth_auth.do`)
        expect(Object.fromEntries(searchParams)).toEqual({
            prompt: 'login',
            scope: 'useraccount other',
            response_type: 'code',
            client_id: PINS.clientId,
            redirect_uri: PINS.redirectUri,
            state,
            code_challenge: expect.stringMatching(/^[\w-]{43}$/),
            code_challenge_method: 'S256',
        })
    })

    it('exchanges the code with the verifier of the challenge (RFC 7636)', async () => {
        await page.init()
        const { url, state } = await page.ask(begin())
        expect(await page.ask({ type: 'finish', state, code: 'a+b/c=&d' })).toEqual({ ok: true, user: USER })
        const { form, headers, method } = fixture.instance.grants('authorization_code')[0]!
        expect(method).toBe('POST')
        expect(headers).toEqual({
            accept: 'application/json',
            'content-type': 'application/x-www-form-urlencoded',
        })
        const { code_verifier: verifier = '', ...rest } = form
        expect(rest).toEqual({
            grant_type: 'authorization_code',
            client_id: PINS.clientId,
            code: 'a+b/c=&d',
            redirect_uri: PINS.redirectUri,
        })
        expect(verifier).toMatch(/^[\w.~-]{43,128}$/)
        const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier))
        expect(new URL(url as string).searchParams.get('code_challenge')).toBe(
            Buffer.from(digest).toString('base64url')
        )
    })

    it('H3 two concurrent sign-ins have their own state and verifier', async () => {
        const pages = [fixture.page(), fixture.page()]
        const begun = []
        for (const one of pages) {
            await one.init()
            begun.push(await one.ask(begin()))
        }
        expect(begun[0]!.state).not.toBe(begun[1]!.state)
        for (const n of [1, 0]) {
            const answer = await pages[n]!.ask({ type: 'finish', state: begun[n]!.state, code: 'c' })
            expect(answer.user).toEqual(USER)
        }
        const [one, two] = fixture.instance.grants('authorization_code')
        expect(one!.form['code_verifier']).not.toBe(two!.form['code_verifier'])
    })

    it.each(['another', '', undefined])(
        'H8 a callback with state %p sends no code anywhere',
        async (state) => {
            await page.init()
            await page.ask(begin())
            expect(await page.ask({ type: 'finish', state, code: 'c' })).toMatchObject({
                ok: false,
                error: { kind: 'authorization', code: 'state_mismatch' },
            })
            expect(paths()).toEqual([])
        }
    )

    it('H8 a state is valid once', async () => {
        await page.init()
        const { state } = await page.ask(begin())
        await page.ask({ type: 'finish', state, code: 'c' })
        const before = paths().length
        const again = await page.ask({ type: 'finish', state, code: 'd' })
        expect(again).toMatchObject({ ok: false, error: { code: 'state_mismatch' } })
        expect(paths()).toHaveLength(before)
        expect((await page.get('/api/now/table/incident')).ok).toBe(true)
    })

    it('H8 a wrong callback of one page does not end the sign-in of another', async () => {
        const worker = fixture.worker()
        const [one, two] = [fixture.page(worker), fixture.page(worker)]
        await one.init()
        await two.init()
        const { state } = await one.ask(begin())
        let answer = (_: Response) => {}
        fixture.instance.on[`${INTEGRATION}/user_info`] = () => new Promise((resolve) => (answer = resolve))
        const finishing = one.ask({ type: 'finish', state, code: 'c' })
        await settle()
        expect((await two.ask({ type: 'finish', state, code: 'c' })).ok).toBe(false)
        answer(json({ result: USER }))
        expect(await finishing).toEqual({ ok: true, user: USER })
        expect((await one.get('/api/now/table/incident')).ok).toBe(true)
    })

    it('H13 the response of one instance is not sent while another one is signing in', async () => {
        const other = fixture.page()
        await page.init()
        await other.init({ ...PINS, instanceUrl: 'https://elsewhere.example' })
        const { state } = await page.ask(begin())
        await other.ask(begin())
        expect(await other.ask({ type: 'finish', state, code: 'c' })).toMatchObject({
            ok: false,
            error: { code: 'state_mismatch' },
        })
        expect(paths()).toEqual([])
    })

    it('a shared worker’s second page waits for the sign-in of the first, and joins it', async () => {
        const worker = fixture.worker()
        const [one, two] = [fixture.page(worker), fixture.page(worker)]
        await one.init()
        const { state } = await one.ask(begin())
        expect(await two.init()).toEqual({ ok: true })
        const joining = two.ask(begin())
        await one.ask({ type: 'finish', state, code: 'c' })
        expect(await joining).toEqual({ ok: true, user: USER })
        expect((await two.get('/api/now/table/incident')).ok).toBe(true)
        expect(await fixture.page(worker).init()).toEqual({ ok: true, user: USER })
        expect(fixture.instance.grants('authorization_code')).toHaveLength(1)
    })

    it.each(['fails', 'is cancelled'])(
        'a shared worker’s second page signs in itself if the first one %s',
        async (what) => {
            const worker = fixture.worker()
            const [one, two] = [fixture.page(worker), fixture.page(worker)]
            await one.init()
            await one.ask(begin())
            await two.init()
            const waiting = two.ask(begin())
            if (what === 'fails') await one.ask({ type: 'finish', state: 'wrong', code: 'c' })
            else await one.disconnect()
            const begun = await waiting
            expect(begun.url).toBeTruthy()
            expect((await two.ask({ type: 'finish', state: begun.state, code: 'c' })).user).toEqual(USER)
        }
    )

    it('a shared worker’s second page continues when the first page has ended', async () => {
        const worker = fixture.worker()
        const [one, two] = [fixture.page(worker), fixture.page(worker)]
        let die = () => {}
        void fixture.locks.request('page one', () => new Promise<void>((resolve) => (die = resolve)))
        await one.ask({ type: 'init', pins: PINS, alive: 'page one' })
        await one.ask(begin())
        await two.init()
        const waiting = two.ask(begin())
        die()
        expect((await waiting).url).toBeTruthy()
    })

    it('requires a secure context, and reports it', async () => {
        fixture = createFixture()
        setEnv({ ...env, crypto: {} as Crypto, navigator: {} })
        expect(await fixture.page().init()).toMatchObject({
            ok: false,
            error: { kind: 'initialization', code: 'worker_blocked' },
        })
    })

    describe.each(['reject', 'throw', 'are missing'] as const)('if Web Locks %s', (how) => {
        beforeEach(() => {
            if (how === 'are missing') setEnv({ ...env, navigator: {} })
            else fixture.locks.refusal = how
        })

        it('a window signs in, renews and revokes on its own', async () => {
            expect((await page.connect()).user).toEqual(USER)
            fixture.instance.good = 'none'
            expect((await page.get('/api/now/table/incident')).ok).toBe(true)
            expect(fixture.instance.grants('refresh_token')).toHaveLength(1)
            await page.disconnect()
            expect(revoked()).toEqual([refresh(1), access(2)])
        })

        it('the pages of a shared worker stay connected', async () => {
            const worker = fixture.worker()
            page = fixture.page(worker)
            await page.ask({ type: 'init', pins: PINS, alive: 'page one' })
            const { state } = await page.ask(begin())
            expect((await page.ask({ type: 'finish', state, code: 'c' })).user).toEqual(USER)
            expect(await fixture.page(worker).init()).toEqual({ ok: true, user: USER })
        })

        it('tokens of a sign-in that fails are revoked', async () => {
            fixture.instance.on[`${INTEGRATION}/user_info`] = () => json({}, 500)
            expect((await page.connect()).ok).toBe(false)
            expect(revoked()).toEqual([refresh(1), access(1)])
        })
    })
})
