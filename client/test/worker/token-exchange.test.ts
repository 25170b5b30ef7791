import { access, INSTANCE, INTEGRATION, json, refresh, refusal, USER } from './support/scripted-instance'
import { createFixture, PINS, settle, type FixturePage, type WorkerFixture } from './support/worker-fixture'

const TOKENS = `${INTEGRATION}/request_tokens`
const begin = (scope: string[] = [], params = {}) => ({ type: 'begin', scope, params })

describe('the exchange of a code', () => {
    let fixture: WorkerFixture
    let page: FixturePage
    beforeEach(() => {
        fixture = createFixture()
        page = fixture.page()
    })
    const finish = async (tokenRoute = 'proxy') => {
        await page.init({ ...PINS, tokenRoute })
        const { state } = await page.ask(begin())
        return fixture.pass(page.ask({ type: 'finish', state, code: 'the-code' }))
    }
    const paths = () => fixture.instance.seen.map(({ path }) => path)
    const revoked = () => fixture.instance.to(`${INTEGRATION}/revoke_token`).map(({ form }) => form['token'])

    describe('routes', () => {
        const ABSENT = {
            'an unknown path': () =>
                json({ error: { message: 'Requested URI does not represent any resource' } }, 400),
            '404': () => new Response('', { status: 404 }),
            'a sign-in': () => json({ error: { message: 'User Not Authenticated' }, status: 'failure' }, 401),
            'no CORS rule': () => new TypeError('Failed to fetch'),
            'switched off': () => refusal('temporarily_unavailable', 403),
            lockdown: () => json({ error: { message: 'User Not Authorized' }, status: 'failure' }, 403),
        }

        it.each(Object.entries(ABSENT))(
            'auto changes to direct for %s, and stays there',
            async (_, answer) => {
                fixture.instance.on[TOKENS] = answer
                expect((await finish('auto')).user).toEqual(USER)
                fixture.instance.good = 'none'
                expect((await page.get('/api/now/table/incident')).ok).toBe(true)
                await page.disconnect()
                expect(fixture.instance.to(TOKENS)).toHaveLength(1)
                expect(fixture.instance.to('/oauth_token.do').map(({ form }) => form['grant_type'])).toEqual([
                    'authorization_code',
                    'refresh_token',
                ])
                expect(fixture.instance.to('/oauth_revoke_token.do')).toHaveLength(2)
            }
        )

        it.each([
            ['invalid_grant', () => refusal('invalid_grant')],
            ['invalid_client', () => refusal('invalid_client', 401)],
            ['429', () => refusal('temporarily_unavailable', 429)],
            ['429 of the platform', () => json({ error: { message: 'Rate limit exceeded' } }, 429)],
            ['503', () => refusal('temporarily_unavailable', 503)],
            ['500', () => json({}, 500)],
        ])('auto keeps the app’s route for %s', async (_, answer) => {
            fixture.instance.on[TOKENS] = answer
            expect((await finish('auto')).ok).toBe(false)
            expect(fixture.instance.to('/oauth_token.do')).toEqual([])
        })

        it('auto keeps a proven app route after a network fault, and changes to direct once it is switched off', async () => {
            expect((await finish('auto')).ok).toBe(true)
            fixture.instance.good = 'none'
            fixture.instance.on[TOKENS] = ABSENT['no CORS rule']
            expect((await fixture.pass(page.get('/api/now/table/incident'))).ok).toBe(false)
            expect(fixture.instance.to('/oauth_token.do')).toEqual([])
            fixture.instance.on[TOKENS] = ABSENT['switched off']
            await fixture.clock.advance(60_000)
            expect((await page.get('/api/now/table/incident')).ok).toBe(true)
            expect(fixture.instance.to('/oauth_token.do')).toHaveLength(1)
        })

        it.each(Object.entries(ABSENT))('proxy keeps the app’s route for %s', async (_, answer) => {
            fixture.instance.on[TOKENS] = answer
            expect(await finish('proxy')).toMatchObject({ ok: false, error: { kind: 'authorization' } })
            expect(fixture.instance.to('/oauth_token.do')).toEqual([])
        })

        it('direct never uses the app’s route', async () => {
            expect((await finish('direct')).user).toEqual(USER)
            await page.disconnect()
            expect(fixture.instance.to(TOKENS)).toEqual([])
            expect(fixture.instance.to(`${INTEGRATION}/revoke_token`)).toEqual([])
        })

        it('direct, the platform’s access_denied ends the session like invalid_grant', async () => {
            await finish('direct')
            fixture.instance.good = 'none'
            fixture.instance.on['/oauth_token.do'] = () =>
                json({ error_description: 'access_denied', error: 'server_error' }, 401)
            expect(await page.get('/api/now/table/incident')).toMatchObject({
                ok: false,
                error: { kind: 'expired', code: 'session_expired' },
            })
        })

        it('reports the instance’s code and message', async () => {
            fixture.instance.on[TOKENS] = () => refusal('invalid_grant')
            expect(await finish()).toMatchObject({
                ok: false,
                error: {
                    kind: 'authorization',
                    code: 'invalid_grant',
                    message: 'message for invalid_grant',
                    description: 'details',
                    status: 400,
                },
            })
        })
    })

    it('sends a code again only if the instance did not process it', async () => {
        for (const [answer, times] of [
            [() => refusal('temporarily_unavailable', 503), 3],
            [() => refusal('temporarily_unavailable', 502), 1],
            [() => new TypeError('Failed to fetch'), 1],
        ] as const) {
            fixture = createFixture()
            page = fixture.page()
            fixture.instance.on[TOKENS] = answer
            expect((await finish()).ok).toBe(false)
            expect(fixture.instance.to(TOKENS)).toHaveLength(times)
        }
    })

    it.each([
        ['500', () => json({}, 500)],
        ['403', () => json({ error: { message: 'no' } }, 403)],
        ['a page', () => new Response('<html>', { headers: { 'content-type': 'text/html' } })],
        ['no user', () => json({ result: {} })],
        ['null', () => json(null)],
        [
            'a user, followed by a truncation error',
            () => json({ result: USER, error: { message: 'Transaction cancelled' }, status: 'failure' }),
        ],
        [
            'a truncated user',
            () => new Response('{"result":{"sys_id":"', { headers: { 'content-type': 'application/json' } }),
        ],
    ])('fails and deletes the tokens if user_info returns %s', async (_, answer) => {
        fixture.instance.on[`${INTEGRATION}/user_info`] = answer
        expect(await finish()).toMatchObject({ ok: false, error: { kind: 'authorization' } })
        expect(await page.get('/api/now/table/incident')).toMatchObject({
            ok: false,
            error: { code: 'disconnected' },
        })
        expect(fixture.locks.held()).toEqual([])
        expect(revoked()).toEqual([refresh(1), access(1)])
        const before = paths().length
        await fixture.clock.advance(86_400_000)
        expect(paths()).toHaveLength(before)
    })

    it('requests the user from the Table API if the app is missing, and accepts a single record only', async () => {
        const SYS_USER = '/api/now/table/sys_user?'
        const { instance } = fixture
        instance.on[INTEGRATION] = () =>
            json({ error: { message: 'Requested URI does not represent any resource' } }, 400)
        instance.on[SYS_USER] = () => json({ result: [USER] })
        expect((await finish('auto')).user).toEqual(USER)
        const { searchParams } = new URL(instance.to(SYS_USER)[0]!.path, INSTANCE)
        expect(searchParams.get('sysparm_query')).toBe('sys_id=javascript:gs.getUserID()')
        for (const result of [[], [USER, USER], [{}], null, 'x']) {
            instance.on[SYS_USER] = () => json({ result })
            page = fixture.page()
            expect(await finish('auto')).toMatchObject({ ok: false, error: { kind: 'authorization' } })
        }
    })

    it('reports the app’s error if the Table API fails as well', async () => {
        const { instance } = fixture
        instance.on['/api/now/table/sys_user?'] = () => new TypeError('Failed to fetch')
        instance.on[`${INTEGRATION}/user_info`] = () => refusal('no user_info for you', 403)
        const finishing = finish()
        expect((await fixture.pass(finishing)).error).toMatchObject({ kind: 'authorization', status: 403 })
        instance.on[`${INTEGRATION}/user_info`] = () => new TypeError('Failed to fetch')
        page = fixture.page()
        expect((await fixture.pass(finish())).error).toMatchObject({ kind: 'authorization', code: 'network' })
    })

    it('user_info is retried like the code exchange', async () => {
        let count = 0
        fixture.instance.on[`${INTEGRATION}/user_info`] = () =>
            count++ ? undefined : new TypeError('Failed to fetch')
        expect((await finish()).user).toEqual(USER)
    })

    it('H49 disconnect during the exchange: the late tokens are revoked and discarded', async () => {
        await page.init()
        const { state } = await page.ask(begin())
        let answer = (_: Response) => {}
        fixture.instance.on[TOKENS] = () => new Promise((resolve) => (answer = resolve))
        const finishing = page.ask({ type: 'finish', state, code: 'c' })
        await settle()
        const leaving = page.disconnect()
        await settle()
        answer(json({ access_token: (fixture.instance.good = access(5)), refresh_token: refresh(5) }))
        expect(await finishing).toMatchObject({ ok: false, error: { code: 'disconnected' } })
        // The page ends the worker as soon as it gets this reply.
        expect(await leaving).toEqual({ ok: true })
        expect(revoked()).toEqual([refresh(5), access(5)])
        expect(fixture.locks.held()).toEqual([])
    })

    it('H49 disconnect waits for an exchange for a limited time', async () => {
        await page.init()
        const { state } = await page.ask(begin())
        fixture.instance.on[TOKENS] = () => new Promise(() => {})
        void page.ask({ type: 'finish', state, code: 'c' })
        const leaving = page.disconnect()
        await fixture.clock.advance(3001)
        expect(await leaving).toEqual({ ok: true })
    })
})
