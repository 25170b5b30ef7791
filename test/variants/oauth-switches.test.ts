import type { Tokens } from '../../examples/sign-in-flow/instance-client'
import { startDeployed, type DeployedInstance } from '../support/deployed-instance'
import { authorize } from './authorize'
import { setProperty } from './properties'

const REFRESH = 'local_instance.oauth.public_client_refresh_tokens'
const SAME_TOKEN = 'local_instance.oauth.same_token_again'
const FIRST_URL = 'local_instance.oauth.first_redirect_url_on_mismatch'
const CODE_REUSE = 'local_instance.oauth.code_reuse_revokes_tokens'
const DEFAULTS = { [REFRESH]: 'true', [SAME_TOKEN]: 'true', [FIRST_URL]: 'true', [CODE_REUSE]: 'false' }

const REFUSED = { status: 400, body: { error: { code: 'invalid_grant' }, status: 'failure' } }

let instance: DeployedInstance
beforeAll(async () => {
    instance = await startDeployed()
})
afterEach(async () => {
    for (const [name, value] of Object.entries(DEFAULTS)) await setProperty(instance, name, value)
    // Past the end of every token and code, so that none is handed out again.
    instance.clock.advance(100_000_000)
})
afterAll(() => instance.close())

const works = async ({ access_token }: Tokens) =>
    (await instance.client.userInfo(access_token)).status === 200
const renew = ({ refresh_token }: Tokens) => instance.client.renew(refresh_token ?? 'none')
const redirectUri = () => `${instance.url}/oauth_redirect.do`

describe('a public client', () => {
    it('gets a refresh token, renews and revokes', async () => {
        const tokens = await instance.tokensOf()
        const renewed = await renew(tokens)
        expect(renewed).toMatchObject({ status: 200, body: { refresh_token: tokens.refresh_token } })
        expect(await works(renewed.body)).toBe(true)
        expect((await instance.client.revoke(tokens.refresh_token ?? '', 'refresh_token')).status).toBe(200)
        expect(await renew(tokens)).toMatchObject(REFUSED)
    })

    it('has none where the instance keeps them for private clients, and signs in again instead', async () => {
        const before = await instance.tokensOf()
        await setProperty(instance, REFRESH, 'false')
        expect(await renew(before)).toMatchObject(REFUSED)
        const tokens = await instance.tokensOf('beth.anglin')
        expect(Object.keys(tokens).sort()).toEqual(['access_token', 'expires_in', 'scope', 'token_type'])
        expect(await works(tokens)).toBe(true)
        expect((await instance.client.revoke(tokens.access_token, 'access_token')).status).toBe(200)
        expect(await works(tokens)).toBe(false)
        const again = await instance.tokensOf('beth.anglin')
        expect(again.access_token).not.toBe(tokens.access_token)
        instance.clock.advance((again.expires_in + 1) * 1000)
        expect(await works(again)).toBe(false)
        expect(await works(await instance.tokensOf('beth.anglin'))).toBe(true)
    })
})

describe('two windows of one user', () => {
    it('share their tokens, so that what one revokes the other loses, too', async () => {
        const first = await instance.tokensOf()
        const second = await instance.tokensOf()
        const { expires_in: _seconds, ...same } = first
        expect(second).toMatchObject(same)
        await instance.client.revoke(first.access_token, 'access_token')
        expect(await works(second)).toBe(false)
        const renewed = await renew(second)
        expect(renewed.status).toBe(200)
        await instance.client.revoke(first.refresh_token ?? '', 'refresh_token')
        expect(await renew(second)).toMatchObject(REFUSED)
        expect(await works(renewed.body)).toBe(true)
    })

    it('have tokens of their own where each sign-in brings new ones', async () => {
        await setProperty(instance, SAME_TOKEN, 'false')
        const first = await instance.tokensOf()
        const second = await instance.tokensOf()
        expect(second.access_token).not.toBe(first.access_token)
        expect(second.refresh_token).not.toBe(first.refresh_token)
        await instance.client.revoke(first.access_token, 'access_token')
        expect([await works(first), await works(second)]).toEqual([false, true])
        expect((await renew(second)).status).toBe(200)
        // The end of a refresh token is the end of all of that user and client.
        await instance.client.revoke(first.refresh_token ?? '', 'refresh_token')
        expect(await renew(second)).toMatchObject(REFUSED)
        expect(await works(second)).toBe(true)
    })
})

describe('a redirect address that is not registered', () => {
    const elsewhere = { redirect_uri: 'https://elsewhere.example.com/callback' }

    it('is never gone to: the code comes to the first registered one', async () => {
        const { code, verifier, location } = await authorize(instance, elsewhere)
        expect(location).toMatch(`${redirectUri()}?code=`)
        // The exchange names what was asked for, and nothing else.
        expect(await instance.client.requestTokens(code, verifier, redirectUri())).toMatchObject(REFUSED)
        const answer = await instance.client.requestTokens(code, verifier, elsewhere.redirect_uri)
        expect(answer.status).toBe(200)
        expect(await works(answer.body)).toBe(true)
    })

    it('is refused on a page where the instance is strict, and the registered one goes on working', async () => {
        await setProperty(instance, FIRST_URL, 'false')
        const refused = await authorize(instance, elsewhere)
        expect(refused).toMatchObject({ status: 400, location: null, code: '' })
        expect(refused.html).toContain('Invalid redirect_uri in request.')
        expect(await works(await instance.tokensOf())).toBe(true)
    })

    it.each([
        ['one', '', 302],
        ['several', ',https://app.example.com/callback', 400],
    ])('may be left out by a client with %s registered', async (_name, more, status) => {
        await setProperty(instance, FIRST_URL, 'false')
        const { body } = await instance.admin<{ result: { client_id: string } }>(
            'POST',
            '/api/now/table/oauth_entity',
            { name: 'Desk', type: 'client', public_client: 'true', redirect_url: redirectUri() + more }
        )
        const ending = await authorize(instance, { client_id: body.result.client_id, redirect_uri: null })
        expect(ending.status).toBe(status)
        expect(ending.code === '').toBe(status === 400)
    })
})

describe('H53 a code that comes a second time', () => {
    const exchangeOnce = async () => {
        const { code, verifier } = await authorize(instance)
        const exchange = () => instance.client.requestTokens(code, verifier, redirectUri())
        const { status, body } = await exchange()
        expect(status).toBe(200)
        return { tokens: body, exchange }
    }

    it('is refused, and what it brought goes on', async () => {
        const { tokens, exchange } = await exchangeOnce()
        expect(await exchange()).toMatchObject(REFUSED)
        expect(await works(tokens)).toBe(true)
        expect((await renew(tokens)).status).toBe(200)
    })

    it('ends all that it brought where the instance is strict', async () => {
        await setProperty(instance, CODE_REUSE, 'true')
        const { tokens, exchange } = await exchangeOnce()
        const renewed = (await renew(tokens)).body
        const stranger = await instance.tokensOf('beth.anglin')
        // Long after the code's own end, too.
        instance.clock.advance(3_600_000)
        expect(await works(renewed)).toBe(true)
        expect(await exchange()).toMatchObject(REFUSED)
        expect([await works(tokens), await works(renewed)]).toEqual([false, false])
        expect(await renew(tokens)).toMatchObject(REFUSED)
        expect(await works(stranger)).toBe(true)
        const next = await instance.tokensOf()
        expect(next.access_token).not.toBe(tokens.access_token)
        expect(await works(next)).toBe(true)
    })
})
