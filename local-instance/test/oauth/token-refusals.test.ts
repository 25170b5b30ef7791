import { getCode, getTokens, pkce, token } from './flow'
import { addClient, setProperty, startInstance, userId, type TestInstance } from './instance'

let instance: TestInstance
let clientId: string
beforeAll(async () => {
    instance = await startInstance()
})
beforeEach(() => {
    ;({ clientId } = addClient(instance))
})
afterAll(() => instance.close())

const DENIED = { status: 401, body: { error_description: 'access_denied', error: 'server_error' } }
const redirectUri = () => `${instance.url}/oauth_redirect.do`
const exchange = (code: string, verifier: string, more: Record<string, string> = {}) =>
    token(instance, {
        grant_type: 'authorization_code',
        client_id: clientId,
        code,
        code_verifier: verifier,
        redirect_uri: redirectUri(),
        ...more,
    })

/** The reason is only in the log. */
function lastReason(): string {
    return instance.host.log.entries().at(-1)?.message ?? ''
}

describe('H53 a code', () => {
    const { verifier, challenge } = pkce()
    const newCode = () => getCode(instance, clientId, { challenge })

    it('is single-use', async () => {
        const code = await newCode()
        expect((await exchange(code, verifier)).status).toBe(200)
        expect(await exchange(code, verifier)).toMatchObject(DENIED)
    })

    it('is valid for auth_code_lifespan seconds', async () => {
        const code = await newCode()
        instance.clock.advance(59_000)
        expect((await exchange(code, verifier)).status).toBe(200)
        const late = await newCode()
        instance.clock.advance(60_000)
        expect(await exchange(late, verifier)).toMatchObject(DENIED)
        expect(lastReason()).toContain(
            'authorization code is unknown, expired, already used or issued to another client'
        )
    })

    it('is valid only for its client', async () => {
        const code = await newCode()
        const other = addClient(instance).clientId
        expect(await exchange(code, verifier, { client_id: other })).toMatchObject(DENIED)
        expect((await exchange(code, verifier)).status).toBe(200)
    })

    it('is valid only for the redirect URL of its request', async () => {
        const code = await newCode()
        expect(
            await exchange(code, verifier, { redirect_uri: 'https://app.example.com/callback' })
        ).toMatchObject(DENIED)
        expect(await exchange(code, verifier, { redirect_uri: '' })).toMatchObject(DENIED)
        expect((await exchange(code, verifier)).status).toBe(200)
    })

    it('is rejected with another verifier, with the only error that states the reason', async () => {
        const code = await newCode()
        const wrong = pkce()
        const answer = await exchange(code, wrong.verifier)
        expect([answer.status, answer.body]).toEqual([
            401,
            {
                error_description: `can't verify code challenge, expected:${challenge}, actual:${wrong.challenge}`,
                error: 'invalid_request',
            },
        ])
    })

    it.each([
        ['no verifier', ''],
        ['42 characters', 'a'.repeat(42)],
        ['129 characters', 'a'.repeat(129)],
        ['other characters', `${'a'.repeat(42)}+`],
    ])('is rejected with %s', async (_name, bad) => {
        // A matching challenge, so that only the verifier's format matters.
        const code = await getCode(instance, clientId, { challenge: pkce(bad).challenge })
        expect(await exchange(code, bad)).toMatchObject(DENIED)
        expect(lastReason()).toContain('verifier is missing or malformed')
    })

    it.each([43, 128])('is accepted with a verifier of %i characters', async (length) => {
        const pair = pkce('a-._~Z0'.padEnd(length, 'x'))
        const code = await getCode(instance, clientId, { challenge: pair.challenge })
        expect((await exchange(code, pair.verifier)).status).toBe(200)
    })

    it('is rejected if its user may no longer sign in', async () => {
        const { store } = instance.host
        const abel = userId(instance, 'abel.tuter')
        for (const [column, bad, good] of [
            ['active', '0', '1'],
            ['locked_out', '1', '0'],
            ['password_needs_reset', '1', '0'],
        ] as const) {
            const code = await newCode()
            store.update('sys_user', abel, { [column]: bad })
            expect(await exchange(code, verifier)).toMatchObject(DENIED)
            store.update('sys_user', abel, { [column]: good })
            expect((await exchange(code, verifier)).status).toBe(200)
        }
    })
})

describe('a token request', () => {
    const send = (body: string, headers?: Record<string, string>) => token(instance, body, headers)
    const cases: [string, (form: string) => Promise<unknown>][] = [
        [
            'as JSON',
            (form) =>
                send(JSON.stringify(Object.fromEntries(new URLSearchParams(form))), {
                    'content-type': 'application/json',
                }),
        ],
        ['as plain text', (form) => send(form, { 'content-type': 'text/plain' })],
        ['as multipart', (form) => send(form, { 'content-type': 'multipart/form-data; boundary=x' })],
        ['with a repeated parameter', (form) => send(`${form}&refresh_token=x`)],
        ['with a repeated client', (form) => send(`${form}&client_id=${clientId}`)],
        ['without a grant type', (form) => send(form.replace(/grant_type=\w+&/, ''))],
        ['with an unknown grant type', (form) => send(form.replace('refresh_token', 'implicit'))],
        [
            'with a grant type named like a prototype property',
            (form) => send(form.replace('refresh_token', 'constructor')),
        ],
        ['without a client', (form) => send(form.replace(/client_id=\w+/, ''))],
        ['of an unknown client', (form) => send(form.replace(/client_id=\w+/, 'client_id=nobody'))],
        ['with 10,000 parameters', (form) => send(form + '&a=b'.repeat(10_000))],
        ['of 1 MB', (form) => send(`${form}&a=${'b'.repeat(1_000_000)}`)],
        ['without its refresh token', (form) => send(form.replace(/&refresh_token=.*/, ''))],
        [
            'with an operator in the client id',
            (form) => send(form.replace(/client_id=/, 'client_id=x^ORclient_id=')),
        ],
    ]
    it.each(cases)('%s is rejected like everything else', async (_name, run) => {
        const { refresh_token } = await getTokens(instance, clientId)
        const form = `grant_type=refresh_token&client_id=${clientId}&refresh_token=${refresh_token}`
        expect((await send(form)).status).toBe(200)
        expect(await run(form)).toMatchObject(DENIED)
        expect(lastReason()).toMatch(/rejected: \w/)
        expect(lastReason()).not.toContain(refresh_token ?? '?')
    })

    it('requires POST', async () => {
        expect((await fetch(`${instance.url}/oauth_token.do?grant_type=password`)).status).toBe(404)
    })

    it('ignores URL parameters unless a property allows them', async () => {
        const { refresh_token } = await getTokens(instance, clientId)
        const post = async () => {
            const query = `grant_type=refresh_token&client_id=${clientId}&refresh_token=${refresh_token}`
            const headers = { 'content-type': 'application/x-www-form-urlencoded' }
            return (await fetch(`${instance.url}/oauth_token.do?${query}`, { method: 'POST', headers }))
                .status
        }
        expect(await post()).toBe(401)
        setProperty(instance, 'glide.oauth.allow.parameters.in.post.body.only', 'false')
        expect(await post()).toBe(200)
        setProperty(instance, 'glide.oauth.allow.parameters.in.post.body.only', 'true')
    })
})

describe('a refresh token', () => {
    const renew = (refresh_token: string, client_id = clientId) =>
        token(instance, { grant_type: 'refresh_token', client_id, refresh_token })

    it('is rejected for another client, as an access token, and when the client is deactivated', async () => {
        const { sysId, clientId: own } = addClient(instance)
        const { access_token, refresh_token = '' } = await getTokens(instance, own)
        expect(await renew(refresh_token)).toMatchObject(DENIED)
        expect(await renew(access_token, own)).toMatchObject(DENIED)
        instance.host.store.update('oauth_entity', sysId, { active: '0' })
        expect(await renew(refresh_token, own)).toMatchObject(DENIED)
        instance.host.store.update('oauth_entity', sysId, { active: '1' })
        expect((await renew(refresh_token, own)).status).toBe(200)
    })

    it('is rejected for a locked-out user', async () => {
        const { refresh_token = '' } = await getTokens(instance, clientId)
        const abel = userId(instance, 'abel.tuter')
        instance.host.store.update('sys_user', abel, { locked_out: '1' })
        expect(await renew(refresh_token)).toMatchObject(DENIED)
        instance.host.store.update('sys_user', abel, { locked_out: '0' })
        expect((await renew(refresh_token)).status).toBe(200)
    })
})

describe('a confidential client', () => {
    const secret = 'p+s:c%r e~t'
    const form = (refresh_token: string, id: string, more: Record<string, string> = {}) => ({
        grant_type: 'refresh_token',
        client_id: id,
        refresh_token,
        ...more,
    })
    const basic = (id: string, text: string) => ({
        authorization: `Basic ${Buffer.from(`${id}:${encodeURIComponent(text)}`).toString('base64')}`,
    })

    it('authenticates with its secret, in the body or by Basic but not both', async () => {
        const values = { public_client: '0', use_pkce: '0', client_secret: secret }
        const { sysId, clientId: id } = addClient(instance, values)
        const code = await getCode(instance, id, {})
        const request = { grant_type: 'authorization_code', client_id: id, code, redirect_uri: redirectUri() }
        expect(await token(instance, request)).toMatchObject(DENIED)
        expect(await token(instance, { ...request, client_secret: 'wrong' })).toMatchObject(DENIED)
        const { status, body } = await token(instance, { ...request, client_secret: secret })
        expect(status).toBe(200)
        const { refresh_token = '' } = body
        const { client_id: _id, ...withoutId } = form(refresh_token, id)
        expect((await token(instance, withoutId, basic(id, secret))).status).toBe(200)
        expect(await token(instance, withoutId, basic(id, 'wrong'))).toMatchObject(DENIED)
        expect(await token(instance, form(refresh_token, id), basic('other', secret))).toMatchObject(DENIED)
        const both = form(refresh_token, id, { client_secret: secret })
        expect(await token(instance, both, basic(id, secret))).toMatchObject(DENIED)
        const row = instance.host.store.get('oauth_entity', sysId)
        expect(row?.['client_secret']).not.toContain(secret)
        // A secret that was read and written back is unchanged.
        instance.host.store.update('oauth_entity', sysId, { client_secret: row?.['client_secret'] ?? null })
        expect((await token(instance, form(refresh_token, id, { client_secret: secret }))).status).toBe(200)
    })
})
