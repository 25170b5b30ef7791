import { inspect } from 'node:util'
import { MAX_SESSIONS } from '../../src/node/grants'
import { codeOf, startApp } from './signed-in'
import { startScriptedInstance, tokens, type Reply, type ScriptedInstance } from './scripted-instance'

const API = '/api/now/table/incident'
const TOKEN = '/oauth_token.do'
const REVOKE = '/oauth_revoke_token.do'
const USER_INFO = '/api/x_opfi_openfin/v1/integration/user_info'
const LIFE_MS = 1_800_000

let instance: ScriptedInstance
beforeEach(async () => {
    instance = await startScriptedInstance()
    asUser('46d44a23a9fe19810012d100cca80666')
})
afterEach(() => instance.close())

const asUser = (sys_id: string) => {
    instance.replies[USER_INFO] = () => ({ body: { result: { sys_id, user_name: 'beth.anglin' } } })
}
const revoked = () => instance.received(REVOKE).map(({ form }) => [form['token_type_hint'], form['token']])
const BOTH = [
    ['refresh_token', 'first-refresh'],
    ['access_token', 'first'],
]

describe('revoke', () => {
    it('deletes the sign-in and revokes both tokens; a second call does nothing', async () => {
        const { auth, signIn } = startApp(instance)
        const key = await signIn()
        await auth.revoke(key)
        expect(revoked()).toEqual(BOTH)
        expect(await codeOf(auth.fetch(key, API))).toBe('session_expired')
        await auth.revoke(key)
        expect(revoked()).toEqual(BOTH)
        expect(instance.received(API)).toHaveLength(0)
    })

    it('deletes the sign-in and reports the failure if the instance does not confirm, after trying both tokens', async () => {
        const store = new Map<string, string>()
        const { auth, signIn } = startApp(instance, { store })
        for (const [reply, code] of [
            [{ status: 503 }, 'http 503'],
            [{ status: 403 }, 'http 403'],
            [null, 'network'],
        ] as [Reply, string][]) {
            instance.replies[REVOKE] = () => reply
            const key = await signIn()
            expect(await codeOf(auth.revoke(key))).toBe(code)
            expect(store.size).toBe(0)
        }
        expect(revoked()).toEqual([...BOTH, ...BOTH, ...BOTH])
    })

    it.each(['session:', 'grant:'])(
        'happens to the tokens of a sign-in whose %s cannot be stored, unless an earlier one uses them',
        async (kind) => {
            const full = new Error('no space left')
            const store = new Map<string, string>()
            const failing = {
                get: (name: string) => store.get(name),
                set: (name: string, value: string) => {
                    if (name.startsWith(kind)) throw full
                    return store.set(name, value)
                },
                delete: (name: string) => store.delete(name),
            }
            const { signIn } = startApp(instance, { store: failing })
            await expect(signIn()).rejects.toBe(full)
            expect(revoked()).toEqual(BOTH)
            await startApp(instance, { store }).signIn()
            await expect(signIn()).rejects.toBe(full)
            expect(revoked()).toEqual(BOTH)
        }
    )

    it('treats an unknown token as revoked', async () => {
        const { auth, signIn } = startApp(instance)
        for (const status of [400, 401, 404]) {
            instance.replies[REVOKE] = () => ({ status })
            await expect(auth.revoke(await signIn())).resolves.toBeUndefined()
        }
        expect(instance.received(REVOKE)).toHaveLength(6)
    })

    it('keeps the tokens for the user’s other sign-ins, and revokes them with the last one', async () => {
        const { auth, signIn } = startApp(instance)
        const [one, two] = [await signIn(), await signIn()]
        expect(one).not.toBe(two)
        await auth.revoke(one)
        expect(revoked()).toEqual([])
        expect(await codeOf(auth.fetch(one, API))).toBe('session_expired')
        expect((await auth.fetch(two, API)).status).toBe(200)
        await auth.revoke(two)
        expect(revoked()).toEqual(BOTH)
    })

    it('does not touch another user’s sign-in', async () => {
        const { auth, signIn } = startApp(instance)
        const beth = await signIn()
        asUser('62826bf03710200044e0bfc8bcbe5df1')
        instance.replies[TOKEN] = () => tokens('second')
        const abel = await signIn()
        await auth.revoke(beth)
        await auth.fetch(abel, API)
        expect(instance.received(API).map(({ authorization }) => authorization)).toEqual(['Bearer second'])
    })

    it('during a renewal discards and revokes the new tokens', async () => {
        const { auth, clock, signIn } = startApp(instance)
        const key = await signIn()
        let release = () => {}
        instance.replies[TOKEN] = () =>
            new Promise<Reply>((resolve) => (release = () => resolve(tokens('second'))))
        clock.ms += LIFE_MS
        const call = codeOf(auth.fetch(key, API))
        while (instance.received(TOKEN).length === 1) await new Promise(setImmediate)
        const end = auth.revoke(key)
        const later = codeOf(auth.fetch(key, API))
        release()
        expect([await call, await later]).toEqual(['session_expired', 'session_expired'])
        await end
        expect(revoked()).toEqual([
            ['refresh_token', 'second-refresh'],
            ['access_token', 'second'],
        ])
        expect(instance.received(API)).toHaveLength(0)
    })
})

describe('sign-ins of one user', () => {
    it('end if the store returns a damaged value, and no error quotes it', async () => {
        const stored = new Map<string, string>()
        const { auth, signIn } = startApp(instance, { store: stored })
        for (const broken of ['"first', 'x', 'null', '[]', '{}', '{"accessToken":"first"}']) {
            const key = await signIn()
            for (const [name] of stored) if (name.startsWith('grant:')) stored.set(name, broken)
            expect(await codeOf(auth.fetch(key, API))).toBe('session_expired')
            const url = await auth.authorizationUrl()
            for (const [name] of stored) if (name.startsWith('state:')) stored.set(name, broken)
            const state = new URL(url).searchParams.get('state')
            expect(await codeOf(auth.handleCallback(`?code=a&state=${state}`))).toBe('state_mismatch')
            stored.clear()
        }
    })

    it('share a renewal', async () => {
        const { auth, clock, signIn } = startApp(instance)
        const keys = [await signIn(), await signIn(), await signIn()]
        instance.replies[TOKEN] = () => tokens('second')
        clock.ms += LIFE_MS
        await Promise.all(keys.map((key) => auth.fetch(key, API)))
        expect(instance.received(TOKEN)).toHaveLength(4)
        expect(instance.received(API).map(({ authorization }) => authorization)).toEqual(
            Array(3).fill('Bearer second')
        )
    })

    it('all use the newest tokens', async () => {
        const { auth, signIn } = startApp(instance)
        const old = await signIn()
        instance.replies[TOKEN] = () => tokens('second')
        await signIn()
        await auth.fetch(old, API)
        expect(instance.received(API)[0]?.authorization).toBe('Bearer second')
    })

    it('are limited to a hundred; the oldest ends', async () => {
        const store = new Map<string, string>()
        const { auth, signIn } = startApp(instance, { store })
        const keys: string[] = []
        for (let i = 0; i <= MAX_SESSIONS; i++) keys.push(await signIn())
        expect(await codeOf(auth.fetch(keys[0] as string, API))).toBe('session_expired')
        expect((await auth.fetch(keys[1] as string, API)).status).toBe(200)
        expect(store.size).toBe(MAX_SESSIONS + 1)
    })
})

describe('two processes with one store', () => {
    it('keep the session when the other one renews and the refresh token rotates', async () => {
        const store = new Map<string, string>()
        const [one, two] = [startApp(instance, { store }), startApp(instance, { store })]
        const key = await one.signIn()
        let release = () => {}
        instance.replies[TOKEN] = ({ form }) => {
            if (form['refresh_token'] !== 'first-refresh')
                return { status: 400, body: { error: 'invalid_grant' } }
            // The second one has a token that the first has already used.
            instance.replies[TOKEN] = async () => {
                release()
                while (![...store.values()].some((value) => value.includes('second'))) {
                    await new Promise(setImmediate)
                }
                return { status: 400, body: { error: 'invalid_grant' } }
            }
            return new Promise<Reply>((resolve) => (release = () => resolve(tokens('second'))))
        }
        one.clock.ms += LIFE_MS
        two.clock.ms += LIFE_MS
        const answers = await Promise.all([one.auth.fetch(key, API), two.auth.fetch(key, API)])
        expect(answers.map(({ status }) => status)).toEqual([200, 200])
        expect(instance.received(API).map(({ authorization }) => authorization)).toEqual(
            Array(2).fill('Bearer second')
        )
    })

    it('see each other’s sign-outs', async () => {
        const store = new Map<string, string>()
        const [one, two] = [startApp(instance, { store }), startApp(instance, { store })]
        const key = await one.signIn()
        expect((await two.auth.fetch(key, API)).status).toBe(200)
        await two.auth.revoke(key)
        expect(await codeOf(one.auth.fetch(key, API))).toBe('session_expired')
        expect(store.size).toBe(0)
    })
})

it('the store contains keys as hashes only, and only the store contains tokens', async () => {
    const store = new Map<string, string>()
    const { auth, signIn } = startApp(instance, { store, clientSecret: 'a-secret' })
    const key = await signIn()
    expect(key).toMatch(/^[\w-]{43}$/)
    expect(JSON.stringify([...store])).not.toContain(key)
    expect(inspect(auth, { depth: Infinity, showHidden: true })).not.toMatch(/first|a-secret/)
})
