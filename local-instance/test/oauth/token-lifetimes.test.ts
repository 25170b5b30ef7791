import { toGlideDateTime } from '../../src/core/clock'
import { Browser } from './browser'
import { caller, getCode, getTokens, pkce, token } from './flow'
import { addClient, setProperty, startInstance, userId, type TestInstance } from './instance'

let instance: TestInstance
let clientId: string
let sysId: string
beforeAll(async () => {
    instance = await startInstance()
})
beforeEach(() => {
    const lifespans = { access_token_lifespan: '7200', refresh_token_lifespan: '86400' }
    ;({ clientId, sysId } = addClient(instance, lifespans))
})
afterAll(() => instance.close())

const advance = (seconds: number) => instance.clock.advance(seconds * 1000)
const renew = (refresh_token = '') =>
    token(instance, { grant_type: 'refresh_token', client_id: clientId, refresh_token })
const works = async (accessToken: string) =>
    (await caller(instance, { authorization: `Bearer ${accessToken}` })).status === 200
const credentials = (type: string) =>
    instance.host.store.query('oauth_credential', { query: `peer=${sysId}^type=${type}` })

describe('an access token', () => {
    it('is valid for the lifespan of its registration, to the second', async () => {
        const { access_token, expires_in } = await getTokens(instance, clientId)
        expect(expires_in).toBe(7200)
        advance(7199)
        expect(await works(access_token)).toBe(true)
        advance(1)
        expect(await works(access_token)).toBe(false)
    })

    it('is returned again by the next sign-in, with its remaining lifetime', async () => {
        const first = await getTokens(instance, clientId)
        advance(600)
        const second = await getTokens(instance, clientId)
        expect(second).toEqual({ ...first, expires_in: 6600 })
        expect(credentials('access_token')).toHaveLength(1)
    })

    it('is new once the old one has expired', async () => {
        const first = await getTokens(instance, clientId)
        advance(7200)
        const second = await getTokens(instance, clientId)
        expect(second.access_token).not.toBe(first.access_token)
        expect(second.refresh_token).toBe(first.refresh_token)
        expect(second.expires_in).toBe(7200)
    })

    it('belongs to one user: another one gets his own', async () => {
        const abel = await getTokens(instance, clientId)
        const beth = await getTokens(instance, clientId, { userName: 'beth.anglin' })
        expect(beth.access_token).not.toBe(abel.access_token)
        expect(beth.refresh_token).not.toBe(abel.refresh_token)
    })

    it('reports a second less right after issue, because expiry is stored in whole seconds', async () => {
        instance.clock.advance(250)
        expect((await getTokens(instance, clientId)).expires_in).toBe(7199)
        instance.clock.advance(750)
    })

    it('is not accepted if its client is deactivated or its user is locked out', async () => {
        const { access_token } = await getTokens(instance, clientId)
        const { store } = instance.host
        store.update('oauth_entity', sysId, { active: '0' })
        expect(await works(access_token)).toBe(false)
        store.update('oauth_entity', sysId, { active: '1' })
        store.update('sys_user', userId(instance, 'abel.tuter'), { locked_out: '1' })
        expect(await works(access_token)).toBe(false)
        store.update('sys_user', userId(instance, 'abel.tuter'), { locked_out: '0' })
        expect(await works(access_token)).toBe(true)
    })

    it('is not accepted if truncated or changed, or if it is a refresh token', async () => {
        const { access_token, refresh_token = '' } = await getTokens(instance, clientId)
        for (const bad of [
            access_token.slice(1),
            access_token.toUpperCase(),
            refresh_token,
            'x',
            '',
            '%00',
        ]) {
            expect(await caller(instance, { authorization: `Bearer ${bad}` })).toEqual({ status: 401 })
        }
    })
})

describe('a renewal', () => {
    it('returns a new access token and the same refresh token, whose expiry does not change', async () => {
        const first = await getTokens(instance, clientId)
        const ends = credentials('refresh_token')[0]?.['expires']
        advance(7200)
        const { status, body } = await renew(first.refresh_token)
        expect(status).toBe(200)
        expect(body.access_token).not.toBe(first.access_token)
        expect(body).toMatchObject({ refresh_token: first.refresh_token, expires_in: 7200 })
        expect(credentials('refresh_token').map((row) => row['expires'])).toEqual([ends])
        advance(86_400 - 7200 - 1)
        expect((await renew(first.refresh_token)).status).toBe(200)
        advance(1)
        expect((await renew(first.refresh_token)).status).toBe(401)
    })

    it('does not revoke the previous access token', async () => {
        const first = await getTokens(instance, clientId)
        const { body } = await renew(first.refresh_token)
        expect(await works(first.access_token)).toBe(true)
        expect(await works(body.access_token)).toBe(true)
    })

    it('works twenty times concurrently with one token', async () => {
        const { refresh_token } = await getTokens(instance, clientId)
        advance(7200)
        const answers = await Promise.all(Array.from({ length: 20 }, () => renew(refresh_token)))
        expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(200))
        for (const { body } of answers) {
            expect(body.refresh_token).toBe(refresh_token)
            expect(await works(body.access_token)).toBe(true)
        }
    })

    it('runs few database statements', async () => {
        const { refresh_token } = await getTokens(instance, clientId)
        const before = instance.host.store.statements
        expect((await renew(refresh_token)).status).toBe(200)
        expect(instance.host.store.statements - before).toBeLessThanOrEqual(6)
    })
})

it('extends the refresh token with each new sign-in (KB0791140)', async () => {
    await getTokens(instance, clientId)
    advance(40_000)
    await getTokens(instance, clientId)
    expect(credentials('refresh_token').map((row) => row['expires'])).toEqual([
        toGlideDateTime(instance.clock.now() + 86_400_000),
    ])
})

it('has the default lifespans if the registration has none or invalid ones', async () => {
    instance.host.store.update('oauth_entity', sysId, {
        access_token_lifespan: null,
        refresh_token_lifespan: '-5',
    })
    expect((await getTokens(instance, clientId)).expires_in).toBe(1800)
    const ends = credentials('refresh_token')[0]?.['expires']
    expect(ends).toBe(toGlideDateTime(instance.clock.now() + 8_640_000_000))
})

describe('a code that was not exchanged', () => {
    const exchange = (code: string, code_verifier: string) =>
        token(instance, {
            grant_type: 'authorization_code',
            client_id: clientId,
            code,
            code_verifier,
            redirect_uri: `${instance.url}/oauth_redirect.do`,
        })

    it('is returned again, still bound to its original challenge and expiry (jsn#61)', async () => {
        const first = pkce()
        const second = pkce()
        const browser = new Browser()
        const code = await getCode(instance, clientId, { challenge: first.challenge, browser })
        advance(30)
        expect(await getCode(instance, clientId, { challenge: second.challenge, browser })).toBe(code)
        const refused = await exchange(code, second.verifier)
        expect(refused.body.error_description).toContain(`expected:${first.challenge}`)
        advance(30)
        const fresh = await getCode(instance, clientId, { challenge: second.challenge, browser })
        expect(fresh).not.toBe(code)
        expect((await exchange(fresh, second.verifier)).status).toBe(200)
    })

    it('is not returned to another user or for another redirect URL', async () => {
        const { challenge } = pkce()
        const code = await getCode(instance, clientId, { challenge })
        const userName = 'beth.anglin'
        expect(await getCode(instance, clientId, { challenge, userName })).not.toBe(code)
        const parameters = { redirect_uri: 'https://app.example.com/callback' }
        expect(await getCode(instance, clientId, { challenge, parameters })).not.toBe(code)
    })

    it('is deleted after its expiry', async () => {
        advance(60)
        await getCode(instance, clientId, { challenge: pkce().challenge })
        expect(instance.host.store.count('local_oauth_code')).toBe(1)
    })
})

describe('the grants without a browser', () => {
    const secret = 'the-secret'
    const request = (id: string, more: Record<string, string>) =>
        token(instance, { client_id: id, client_secret: secret, ...more })
    const confidential = (values = {}) =>
        addClient(instance, { public_client: '0', use_pkce: '0', client_secret: secret, ...values }).clientId

    it('issue client credentials tokens to the application user, without a refresh token, if a property allows it', async () => {
        const property = 'glide.oauth.inbound.client.credential.grant_type.enabled'
        const id = confidential({ user: userId(instance, 'beth.anglin') })
        const grant = { grant_type: 'client_credentials' }
        expect((await request(id, grant)).status).toBe(401)
        setProperty(instance, property, 'true')
        const { status, body } = await request(id, grant)
        expect([status, Object.keys(body)]).toEqual([
            200,
            ['access_token', 'scope', 'token_type', 'expires_in'],
        ])
        const who = await caller(instance, { authorization: `Bearer ${body.access_token}` })
        expect(who).toMatchObject({ user: 'beth.anglin', by: 'bearer' })
        expect((await request(id, grant)).body.access_token).toBe(body.access_token)
        expect((await request(confidential(), grant)).status).toBe(401)
        expect((await request(clientId, grant)).status).toBe(401)
        setProperty(instance, property, 'false')
    })

    it('issue tokens for a password unless a property forbids it', async () => {
        const property = 'glide.oauth.inbound.ropc.grant_type.disabled'
        const id = confidential()
        const grant = { grant_type: 'password', username: 'abel.tuter', password: 'abel.tuter' }
        const { status, body } = await request(id, grant)
        expect([status, typeof body.refresh_token]).toEqual([200, 'string'])
        expect((await request(id, { ...grant, password: 'wrong' })).status).toBe(401)
        expect((await request(id, { ...grant, username: 'nobody' })).status).toBe(401)
        setProperty(instance, property, 'true')
        expect((await request(id, grant)).status).toBe(401)
        setProperty(instance, property, 'false')
    })
})
