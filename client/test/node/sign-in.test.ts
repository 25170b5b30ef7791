import { callback, codeOf, REDIRECT_URI, startApp } from './signed-in'
import { describeCodeExchange } from './code-exchange'
import { describeRequests } from './requests'
import { startScriptedInstance, tokens, type ScriptedInstance } from './scripted-instance'

const API = '/api/now/table/incident'
const TOKEN = '/oauth_token.do'
const USER_INFO = '/api/x_opfi_openfin/v1/integration/user_info'
const SYS_USER = '/api/now/table/sys_user'
const BETH = {
    sys_id: '46d44a23a9fe19810012d100cca80666',
    user_name: 'beth.anglin',
    name: 'Beth Anglin',
    email: 'b@x',
}

let instance: ScriptedInstance
beforeEach(async () => {
    instance = await startScriptedInstance()
})
afterEach(() => instance.close())

const exchanges = () => instance.received(TOKEN).map(({ form }) => form)

describe('the URL of a sign-in', () => {
    it('has its own state and S256 challenge, and the requested parameters', async () => {
        const { auth } = startApp(instance)
        const url = new URL(
            await auth.authorizationUrl({ scope: ['read', 'write'], parameters: { login_hint: 'beth' } })
        )
        expect(url.origin + url.pathname).toBe(`${instance.url}/oauth_auth.do`)
        const { state, code_challenge, ...rest } = Object.fromEntries(url.searchParams)
        expect(state).toMatch(/^[\w-]{43}$/)
        expect(code_challenge).toMatch(/^[\w-]{43}$/)
        expect(rest).toEqual({
            response_type: 'code',
            client_id: 'a-client',
            redirect_uri: REDIRECT_URI,
            code_challenge_method: 'S256',
            scope: 'read write',
            login_hint: 'beth',
        })
        const other = new URL(await auth.authorizationUrl()).searchParams
        expect(other.get('state')).not.toBe(state)
        expect(other.get('code_challenge')).not.toBe(code_challenge)
        expect(other.has('scope')).toBe(false)
    })

    it.each([['state'], ['redirect_uri'], ['client_id'], ['code_challenge_method']])(
        'cannot be overridden with another %s',
        async (name) => {
            const { auth } = startApp(instance)
            expect(await codeOf(auth.authorizationUrl({ parameters: { [name]: 'x' } }))).toBe(
                'invalid_parameter'
            )
        }
    )
})

describe('a callback', () => {
    it.each<[string, Record<string, string>, Record<string, string>]>([
        ['public', {}, {}],
        ['confidential', { clientSecret: 'a-secret' }, { client_secret: 'a-secret' }],
    ])('is exchanged as documented by the platform, for a %s client', async (_what, options, secret) => {
        const { auth } = startApp(instance, options)
        await auth.handleCallback(await callback(auth))
        expect(exchanges()).toEqual([
            {
                grant_type: 'authorization_code',
                client_id: 'a-client',
                code: 'a-code',
                redirect_uri: REDIRECT_URI,
                code_verifier: expect.stringMatching(/^[\w-]{43}$/),
                ...secret,
            },
        ])
        expect(instance.received(TOKEN)[0]?.authorization).toBeUndefined()
    })

    it('returns the user from the app’s route or the Table API, and null otherwise', async () => {
        const { auth } = startApp(instance)
        const signIn = async () => auth.handleCallback(await callback(auth))
        instance.replies[SYS_USER] = () => ({ body: { result: [BETH] } })
        instance.replies[USER_INFO] = () => ({ body: { result: BETH } })
        expect((await signIn()).user).toEqual(BETH)
        expect(instance.received(SYS_USER)).toHaveLength(0)
        instance.replies[USER_INFO] = () => ({ status: 400, body: { error: {} } })
        expect((await signIn()).user).toEqual(BETH)
        for (const result of [[BETH, BETH], [], [{ ...BETH, sys_id: 'me' }], undefined, 'text']) {
            instance.replies[SYS_USER] = () => ({ body: { result } })
            expect((await signIn()).user).toBeNull()
        }
        // Truncated by the instance, which appends an error to the data.
        const cut = { result: BETH, error: { message: 'Transaction cancelled' }, status: 'failure' }
        instance.replies[USER_INFO] = instance.replies[SYS_USER] = () => ({ body: cut })
        expect((await signIn()).user).toBeNull()
        instance.replies[SYS_USER] = () => null
        const { key, user } = await signIn()
        expect(user).toBeNull()
        expect((await auth.fetch(key, API)).status).toBe(200)
    })

    it('may be an absolute URL string, a URL or a path', async () => {
        const { auth } = startApp(instance)
        for (const form of [(path: string) => path, (path: string) => `http://inner:3000${path}`]) {
            await auth.handleCallback(form(await callback(auth)))
        }
        await auth.handleCallback(new URL(await callback(auth), REDIRECT_URI))
        expect(exchanges()).toHaveLength(3)
    })

    it('works once, even if it arrives twice at the same time', async () => {
        const { auth } = startApp(instance)
        const url = await callback(auth)
        const [first, second] = await Promise.allSettled([auth.handleCallback(url), auth.handleCallback(url)])
        expect([first.status, second.status].sort()).toEqual(['fulfilled', 'rejected'])
        expect(await codeOf(auth.handleCallback(url))).toBe('state_mismatch')
        expect(exchanges()).toHaveLength(1)
    })

    it('works once with two processes, if the store reports deletions', async () => {
        const values = new Map<string, string>()
        const slow = {
            get: async (name: string) => values.get(name),
            set: async (name: string, value: string) => void values.set(name, value),
            delete: async (name: string) => values.delete(name),
        }
        const [one, other] = [startApp(instance, { store: slow }), startApp(instance, { store: slow })]
        const url = await callback(one.auth)
        const ends = await Promise.allSettled([one.auth.handleCallback(url), other.auth.handleCallback(url)])
        expect(ends.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
        expect(exchanges()).toHaveLength(1)
    })

    it('works for ten minutes', async () => {
        const { auth, clock } = startApp(instance)
        const [inTime, late] = [await callback(auth), await callback(auth)]
        clock.ms += 599_999
        await auth.handleCallback(inTime)
        clock.ms += 1
        expect(await codeOf(auth.handleCallback(late))).toBe('state_mismatch')
        expect(exchanges()).toHaveLength(1)
    })

    it('works only in the browser that started it, if the app passes its states', async () => {
        const { auth } = startApp(instance)
        const [url, second] = [await callback(auth), await callback(auth)]
        const stateOf = (url: string) => new URL(url, REDIRECT_URI).searchParams.get('state') ?? ''
        const state = stateOf(url)
        expect(await codeOf(auth.handleCallback(url, { state: undefined }))).toBe('state_mismatch')
        for (const other of [`${state}x`, [], [`${state}x`], [state.slice(1), '']]) {
            expect(await codeOf(auth.handleCallback(url, { state: other }))).toBe('state_mismatch')
        }
        expect(await codeOf(auth.handleCallback('/callback?code=a-code', { state: [''] }))).toBe(
            'state_mismatch'
        )
        expect(exchanges()).toHaveLength(0)
        await auth.handleCallback(url, { state })
        await auth.handleCallback(second, { state: ['another', stateOf(second)] })
    })

    it.each([
        ['no state', '?code=a-code'],
        ['an empty state', '?code=a-code&state='],
        ['a foreign state', '?code=a-code&state=mine'],
        ['a prototype property', '?code=a-code&state=__proto__'],
        ['nothing', ''],
        ['an invalid URL', 'http://['],
    ])('with %s is rejected, and its code is not sent', async (_what, query) => {
        const { auth } = startApp(instance)
        await auth.authorizationUrl()
        expect(await codeOf(auth.handleCallback(query))).toBe('state_mismatch')
        expect(exchanges()).toHaveLength(0)
    })

    it.each([
        ['the state twice', (url: string) => `${url}&${url.split('?')[1]}`, 'state_mismatch'],
        ['two codes', (url: string) => `${url}&code=b`, 'malformed_callback'],
        ['a code and an error', (url: string) => `${url}&error=access_denied`, 'malformed_callback'],
        ['neither', (url: string) => url.replace('code=a-code', ''), 'malformed_callback'],
        ['an empty code', (url: string) => url.replace('a-code', ''), 'malformed_callback'],
        ['another issuer', (url: string) => `${url}&iss=https://other.example`, 'malformed_callback'],
        ['tokens of the implicit flow', (url: string) => `${url}&id_token=x`, 'malformed_callback'],
    ])('with %s is rejected, and its code is not sent', async (_what, change, code) => {
        const { auth } = startApp(instance)
        expect(await codeOf(auth.handleCallback(change(await callback(auth))))).toBe(code)
        expect(exchanges()).toHaveLength(0)
    })

    it('with an error is reported with its code, and its text without anything that looks like a token', async () => {
        const { auth } = startApp(instance)
        const refused = (parameters: Record<string, string>) =>
            callback(auth, parameters).then((url) => auth.handleCallback(url))
        await expect(
            refused({ error: 'access_denied', error_description: `The user denied ${'x1'.repeat(30)}` })
        ).rejects.toMatchObject({ code: 'access_denied', description: 'The user denied ***' })
        expect(await codeOf(refused({ error: '<script>' }))).toBe('malformed_callback')
        expect(await codeOf(refused({ error: '' }))).toBe('malformed_callback')
    })

    it('of one instance is rejected for another one with the same store', async () => {
        const store = new Map<string, string>()
        const other = await startScriptedInstance()
        try {
            const [a, b] = [startApp(instance, { store }), startApp(other, { store })]
            const url = await callback(a.auth)
            expect(await codeOf(b.auth.handleCallback(url))).toBe('state_mismatch')
            const key = (await a.auth.handleCallback(url)).key
            expect(other.received()).toHaveLength(0)
            expect(await codeOf(b.auth.fetch(key, API))).toBe('session_expired')
            await b.auth.revoke(key)
            expect((await a.auth.fetch(key, API)).status).toBe(200)
        } finally {
            await other.close()
        }
    })
})

describeCodeExchange(() => instance)
describeRequests(() => instance)

it('a sign-in without a refresh token works', async () => {
    instance.replies[TOKEN] = () => tokens('first', { refresh_token: undefined })
    const { auth, signIn } = startApp(instance)
    expect((await auth.fetch(await signIn(), API)).status).toBe(200)
})
