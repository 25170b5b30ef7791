import { createSwitches } from '../../src/plugins/oauth/switches'
import { authorizeUrl, caller, getCode, getTokens, pkce, reachConsent, token } from './flow'
import { Browser } from './browser'
import { addClient, setProperty, startInstance, type TestInstance } from './instance'

let instance: TestInstance
let clientId: string
beforeAll(async () => {
    instance = await startInstance()
})
beforeEach(() => {
    ;({ clientId } = addClient(instance))
})
afterAll(() => instance.close())

const LOCAL = {
    'local_instance.oauth.public_client_refresh_tokens': 'true',
    'local_instance.oauth.same_token_again': 'true',
    'local_instance.oauth.first_redirect_url_on_mismatch': 'true',
    'local_instance.oauth.code_reuse_revokes_tokens': 'false',
}
afterEach(() => {
    for (const [name, value] of Object.entries(LOCAL)) setProperty(instance, name, value)
})

const works = async (accessToken: string) =>
    (await caller(instance, { authorization: `Bearer ${accessToken}` })).status === 200
const renew = (refresh_token = '', client_id = clientId) =>
    token(instance, { grant_type: 'refresh_token', client_id, refresh_token })

describe('the switches', () => {
    it('are properties with a type and a description, seeded with their defaults', () => {
        const rows = instance.host.store.query('sys_properties', { query: 'nameSTARTSWITHlocal_instance.' })
        expect(Object.fromEntries(rows.map((row) => [row['name'], row['value']]))).toEqual(LOCAL)
        for (const row of rows) {
            expect(row['type']).toBe('boolean')
            expect(row['description']).toMatch(/\. (False|Otherwise)\b|False: /)
        }
    })

    it('use the fallback if the property is missing or invalid', () => {
        const isOn = createSwitches(instance.host.store)
        for (const value of ['', 'perhaps', '1']) {
            setProperty(instance, 'local_instance.oauth.same_token_again', value)
            setProperty(instance, 'local_instance.oauth.code_reuse_revokes_tokens', value)
            expect([isOn('sameTokenAgain'), isOn('codeReuseRevokes')]).toEqual([true, false])
        }
        setProperty(instance, 'local_instance.oauth.same_token_again', ' FALSE ')
        expect(isOn('sameTokenAgain')).toBe(false)
    })
})

describe('without refresh tokens for public clients', () => {
    beforeEach(() => setProperty(instance, 'local_instance.oauth.public_client_refresh_tokens', 'false'))

    it('none are issued, accepted or stored', async () => {
        setProperty(instance, 'local_instance.oauth.public_client_refresh_tokens', 'true')
        const before = await getTokens(instance, clientId)
        setProperty(instance, 'local_instance.oauth.public_client_refresh_tokens', 'false')
        expect((await renew(before.refresh_token)).status).toBe(401)
        const { clientId: fresh, sysId } = addClient(instance)
        expect(await getTokens(instance, fresh)).not.toHaveProperty('refresh_token')
        const query = `peer=${sysId}^type=refresh_token`
        expect(instance.host.store.query('oauth_credential', { query })).toEqual([])
    })

    it('confidential clients have theirs', async () => {
        const values = { public_client: '0', use_pkce: '0', client_secret: 's' }
        const { clientId: id } = addClient(instance, values)
        const code = await getCode(instance, id, {})
        const redirect_uri = `${instance.url}/oauth_redirect.do`
        const secret = { client_id: id, client_secret: 's' }
        const { body } = await token(instance, {
            ...secret,
            grant_type: 'authorization_code',
            code,
            redirect_uri,
        })
        const { refresh_token = '' } = body
        const grant = { ...secret, grant_type: 'refresh_token', refresh_token }
        expect((await token(instance, grant)).status).toBe(200)
    })
})

it('issues new tokens each time, and keeps the old ones valid', async () => {
    setProperty(instance, 'local_instance.oauth.same_token_again', 'false')
    const first = await getTokens(instance, clientId)
    const second = await getTokens(instance, clientId)
    expect(second.access_token).not.toBe(first.access_token)
    expect(second.refresh_token).not.toBe(first.refresh_token)
    expect([await works(first.access_token), await works(second.access_token)]).toEqual([true, true])
    expect((await renew(first.refresh_token)).status).toBe(200)
})

it('rejects URLs that are not exactly registered', async () => {
    setProperty(instance, 'local_instance.oauth.first_redirect_url_on_mismatch', 'false')
    const registered = `${instance.url}/oauth_redirect.do`
    for (const redirect_uri of [
        'https://evil.example.com/',
        `${registered}/`,
        `${registered}?a=b`,
        `${registered}#x`,
        registered.toUpperCase(),
        'https://app.example.com/callback/..',
        '',
        null,
    ]) {
        const parameters = { client_id: clientId, redirect_uri, code_challenge: pkce().challenge }
        const page = await reachConsent(new Browser(), authorizeUrl(instance, parameters))
        expect([page.status, page.location]).toEqual([400, ''])
        expect(page.html).toContain('Invalid redirect_uri in request.')
    }
    for (const redirect_uri of [registered, '/oauth_redirect.do', 'https://app.example.com/callback']) {
        const parameters = { redirect_uri }
        expect(await getCode(instance, clientId, { challenge: pkce().challenge, parameters })).toMatch(
            /^[\w-]{86}$/
        )
    }
})

describe('H53 a reused code, if that revokes its tokens', () => {
    beforeEach(() => setProperty(instance, 'local_instance.oauth.code_reuse_revokes_tokens', 'true'))
    const begin = async () => {
        const { verifier, challenge } = pkce()
        const form = {
            grant_type: 'authorization_code',
            client_id: clientId,
            code: await getCode(instance, clientId, { challenge }),
            code_verifier: verifier,
            redirect_uri: `${instance.url}/oauth_redirect.do`,
        }
        const { status, body } = await token(instance, form)
        expect(status).toBe(200)
        return { form, tokens: body }
    }
    const refresh = ({ refresh_token }: { refresh_token?: string }) => renew(refresh_token)

    it('revokes the tokens and those renewed from them, by the code alone', async () => {
        const { form, tokens } = await begin()
        const renewed = (await refresh(tokens)).body
        const { code, client_id, grant_type } = form
        expect(await token(instance, { code, client_id, grant_type })).toMatchObject({
            status: 401,
            body: { error: 'server_error', error_description: 'access_denied' },
        })
        expect([await works(tokens.access_token), await works(renewed.access_token)]).toEqual([false, false])
        expect((await refresh(tokens)).status).toBe(401)
        const reason = instance.host.log.entries().at(-2)?.message ?? ''
        expect(reason).toContain('authorization code reused; the tokens issued from it are revoked')
        expect(reason).not.toContain(code)
    })

    it('revokes nothing if another client sends it', async () => {
        const { form, tokens } = await begin()
        const other = addClient(instance).clientId
        expect((await token(instance, { ...form, client_id: other })).status).toBe(401)
        expect(await works(tokens.access_token)).toBe(true)
        expect((await refresh(tokens)).status).toBe(200)
    })

    it('revokes no tokens of other sign-ins', async () => {
        setProperty(instance, 'local_instance.oauth.same_token_again', 'false')
        const { form } = await begin()
        const second = await begin()
        const beth = await getTokens(instance, clientId, { userName: 'beth.anglin' })
        expect((await token(instance, form)).status).toBe(401)
        expect([await works(second.tokens.access_token), await works(beth.access_token)]).toEqual([
            true,
            true,
        ])
        expect((await refresh(second.tokens)).status).toBe(200)
    })

    it('is remembered as long as its tokens are valid, and no longer', async () => {
        const { form, tokens } = await begin()
        const kept = () => instance.host.store.count('local_oauth_code', { query: 'exchanged=true' })
        const before = kept()
        instance.clock.advance(8_639_999_000)
        await getCode(instance, clientId, { challenge: pkce().challenge })
        expect((await refresh(tokens)).status).toBe(200)
        expect((await token(instance, form)).status).toBe(401)
        expect((await refresh(tokens)).status).toBe(401)
        instance.clock.advance(1000)
        await getCode(instance, clientId, { challenge: pkce().challenge })
        expect(kept()).toBeLessThan(before)
        expect((await token(instance, form)).status).toBe(401)
    })

    it('revokes nothing more at a third use, and nothing if the switch is off', async () => {
        const { form } = await begin()
        expect((await token(instance, form)).status).toBe(401)
        const next = await begin()
        expect((await token(instance, form)).status).toBe(401)
        expect(await works(next.tokens.access_token)).toBe(true)
        setProperty(instance, 'local_instance.oauth.code_reuse_revokes_tokens', 'false')
        expect((await token(instance, next.form)).status).toBe(401)
        expect(await works(next.tokens.access_token)).toBe(true)
    })
})
