import { codeOf, startApp, type App } from './signed-in'
import { startScriptedInstance, tokens, type Reply, type ScriptedInstance } from './scripted-instance'

const API = '/api/now/table/incident'
const TOKEN = '/oauth_token.do'
/** Just past the end of a token, in milliseconds. */
const LIFE_MS = 1_800_000

let instance: ScriptedInstance
let app: App
let key: string

beforeEach(async () => {
    instance = await startScriptedInstance()
    app = startApp(instance)
    key = await app.signIn()
    instance.replies[TOKEN] = () => tokens('second')
})
afterEach(() => instance.close())

const bearers = () => instance.received(API).map((request) => request.authorization?.replace('Bearer ', ''))
const renewals = () => instance.received(TOKEN).slice(1)
const call = (init?: RequestInit) => app.auth.fetch(key, API, init)
const refuse = (...tokens: string[]) => {
    instance.replies[API] = ({ authorization }) => ({
        status: tokens.some((token) => authorization === `Bearer ${token}`) ? 401 : 200,
    })
}

describe('renewal', () => {
    it('runs once for fifty calls with an expired token, and all of them are sent', async () => {
        app.clock.ms += LIFE_MS
        const answers = await Promise.all(Array.from({ length: 50 }, () => call()))
        expect(answers.map(({ status }) => status)).toEqual(Array(50).fill(200))
        expect(renewals().map(({ form }) => form)).toEqual([
            { grant_type: 'refresh_token', client_id: 'a-client', refresh_token: 'first-refresh' },
        ])
        expect(new Set(bearers())).toEqual(new Set(['second']))
    })

    it('runs once for fifty calls with a rejected token, each of which is repeated once', async () => {
        refuse('first')
        const answers = await Promise.all(
            Array.from({ length: 50 }, () => call({ method: 'POST', body: '{"a":1}' }))
        )
        expect(answers.map(({ status }) => status)).toEqual(Array(50).fill(200))
        expect(renewals()).toHaveLength(1)
        expect(bearers().filter((bearer) => bearer === 'first')).toHaveLength(50)
        expect(bearers().filter((bearer) => bearer === 'second')).toHaveLength(50)
        expect(instance.received(API).every(({ body }) => body === '{"a":1}')).toBe(true)
    })

    it('starts a minute before the expiry', async () => {
        app.clock.ms += LIFE_MS - 60_001
        await call()
        expect(renewals()).toHaveLength(0)
        app.clock.ms += 1
        await call()
        expect(renewals()).toHaveLength(1)
        expect(bearers()).toEqual(['first', 'second'])
    })

    it('does not run at every call if the instance returns the same token', async () => {
        instance.replies[TOKEN] = () => tokens('first', { expires_in: 30 })
        app.clock.ms += LIFE_MS - 30_000
        for (let calls = 0; calls < 5; calls++) await call()
        expect(renewals()).toHaveLength(1)
    })

    it.each([
        ['missing', undefined, 'first-refresh'],
        ['the same', 'first-refresh', 'first-refresh'],
        ['another one', 'rotated-refresh', 'rotated-refresh'],
        ['empty', '', 'first-refresh'],
        ['null', null, 'first-refresh'],
        ['a number', 7, 'first-refresh'],
        ['a list', ['rotated-refresh'], 'first-refresh'],
        ['a text with a line break', 'x\ny', 'first-refresh'],
    ])(
        'uses the access token if the refresh token is %s, and renews with the valid one',
        async (_, sent, kept) => {
            instance.replies[TOKEN] = () => tokens('second', { refresh_token: sent })
            app.clock.ms += LIFE_MS
            await call()
            expect(bearers()).toEqual(['second'])
            instance.replies[TOKEN] = () => tokens('third')
            app.clock.ms += LIFE_MS
            await call()
            expect(renewals()[1]?.form['refresh_token']).toBe(kept)
        }
    )

    it.each([[undefined], [0], [-5], ['soon'], [null]])(
        'relies on the 401 only if the lifetime is %j',
        async (expires_in) => {
            refuse('first')
            instance.replies[TOKEN] = () => tokens('second', { expires_in })
            await call()
            app.clock.ms += 1e12
            await call()
            expect(renewals()).toHaveLength(1)
            expect(bearers()).toEqual(['first', 'second', 'second'])
        }
    )

    it('runs once for a repeated 401, which is returned to the caller', async () => {
        refuse('first', 'second')
        expect((await call()).status).toBe(401)
        expect(renewals()).toHaveLength(1)
        expect(bearers()).toEqual(['first', 'second'])
    })

    it('sends a stream once: its 401 is returned to the caller', async () => {
        refuse('first')
        const body = new Blob(['streamed']).stream()
        const answer = await call({ method: 'POST', body, duplex: 'half' } as RequestInit)
        expect(answer.status).toBe(401)
        expect(bearers()).toEqual(['first'])
    })

    it('continues for other callers when one is aborted', async () => {
        let release = () => {}
        instance.replies[TOKEN] = () =>
            new Promise<Reply>((resolve) => (release = () => resolve(tokens('second'))))
        app.clock.ms += LIFE_MS
        const controller = new AbortController()
        const given = call({ signal: controller.signal })
        const patient = call()
        const reason = new Error('enough')
        controller.abort(reason)
        await expect(given).rejects.toBe(reason)
        while (renewals().length === 0) await new Promise(setImmediate)
        release()
        expect((await patient).status).toBe(200)
        expect(bearers()).toEqual(['second'])
    })
})

describe('a rejected renewal', () => {
    it.each<[string, Reply]>([
        ['invalid_grant', { status: 400, body: { error: 'invalid_grant' } }],
        ['invalid_client', { status: 401, body: { error: 'invalid_client' } }],
        [
            'invalid_client beside a challenge',
            {
                status: 401,
                headers: { 'www-authenticate': 'Basic realm="x"' },
                body: { error: 'invalid_client' },
            },
        ],
        [
            "the platform's own error",
            { status: 401, body: { error_description: 'access_denied', error: 'server_error' } },
        ],
    ])('with %s ends the session for every caller, without another attempt', async (_what, reply) => {
        instance.replies[TOKEN] = () => reply
        app.clock.ms += LIFE_MS
        const calls = Array.from({ length: 20 }, () => codeOf(call()))
        expect(new Set(await Promise.all(calls))).toEqual(new Set(['session_expired']))
        expect(await codeOf(call())).toBe('session_expired')
        expect(renewals()).toHaveLength(1)
        expect(bearers()).toEqual([])
    })

    it.each<[string, Reply, string]>([
        ['503', { status: 503, body: 'down' }, 'http 503'],
        [
            '500 with the platform’s error',
            { status: 500, body: { error: 'server_error', error_description: 'access_denied' } },
            'http 500',
        ],
        ['429', { status: 429, body: { error: 'slow_down' } }, 'http 429'],
        ['401 without a reason', { status: 401, body: '' }, 'http 401'],
        [
            '401 for another reason',
            { status: 401, body: { error: 'server_error', error_description: 'x' } },
            'http 401',
        ],
        ['a page', { body: '<html>Sign in</html>' }, 'http 200'],
        ['no token', { body: { token_type: 'Bearer' } }, 'http 200'],
        [
            'a token that is invalid in a header',
            { body: { access_token: 'first\nX: y', token_type: 'Bearer' } },
            'http 200',
        ],
        ['a token of another type', { body: { access_token: 'second', token_type: 'mac' } }, 'http 200'],
        ['a redirect', { status: 302, headers: { location: '/login.do' } }, 'http 302'],
        ['a cut connection', null, 'network'],
    ])('with %s keeps the tokens', async (_what, reply, code) => {
        instance.replies[TOKEN] = () => reply
        app.clock.ms += LIFE_MS
        expect(await codeOf(call())).toBe(code)
        instance.replies[TOKEN] = () => tokens('second')
        expect((await call()).status).toBe(200)
        expect(renewals()[1]?.form['refresh_token']).toBe('first-refresh')
        expect(bearers()).toEqual(['second'])
    })

    it('early keeps the token in use, and pauses further attempts', async () => {
        instance.replies[TOKEN] = () => null
        app.clock.ms += LIFE_MS - 50_000
        for (let calls = 0; calls < 5; calls++) await call()
        expect(renewals()).toHaveLength(1)
        app.clock.ms += 10_000
        await call()
        expect(renewals()).toHaveLength(2)
        instance.replies[TOKEN] = () => tokens('second')
        app.clock.ms += 10_000
        await call()
        expect(bearers()).toEqual([...Array<string>(6).fill('first'), 'second'])
    })

    it('early with invalid_grant ends the session', async () => {
        instance.replies[TOKEN] = () => ({ status: 400, body: { error: 'invalid_grant' } })
        app.clock.ms += LIFE_MS - 50_000
        expect(await codeOf(call())).toBe('session_expired')
    })

    it('times out', async () => {
        app = startApp(instance, { timeoutMs: 20 })
        instance.replies[TOKEN] = () => tokens('first')
        key = await app.signIn()
        instance.replies[TOKEN] = () => new Promise<Reply>(() => {})
        app.clock.ms += LIFE_MS
        expect(await codeOf(call())).toBe('timeout')
    })

    it('is impossible without a refresh token: the session ends with the access token', async () => {
        instance.replies[TOKEN] = () => tokens('second', { refresh_token: undefined })
        key = await app.signIn()
        await call()
        app.clock.ms += LIFE_MS - 1
        await call()
        app.clock.ms += 1
        expect(await codeOf(call())).toBe('session_expired')
        expect(bearers()).toEqual(['second', 'second'])
        expect(renewals()).toHaveLength(1)
    })
})
