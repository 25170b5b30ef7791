import { createPublicKey, verify, type JsonWebKey } from 'node:crypto'
import { toGlideDateTime } from '../../src/core/clock'
import { caller, getTokens } from './flow'
import { addClient, startInstance, userId, type TestInstance } from './instance'

let instance: TestInstance
beforeAll(async () => {
    instance = await startInstance()
})
afterAll(() => instance.close())

const parts = (token: string) =>
    token
        .split('.')
        .slice(0, 2)
        .map(
            (part) => JSON.parse(Buffer.from(part, 'base64url').toString('utf8')) as Record<string, unknown>
        ) as [Record<string, unknown>, Record<string, unknown>]
const jwtClient = (values = {}) => addClient(instance, { token_format: 'jwt', ...values })

describe('an access token of a JWT registration', () => {
    it('is signed by a key of the key set, has the claims of its user and client, and almost 1,500 characters', async () => {
        const { clientId } = jwtClient()
        const { access_token, refresh_token = '' } = await getTokens(instance, clientId)
        expect(access_token.length).toBeGreaterThan(1490)
        expect(access_token.length).toBeLessThanOrEqual(1500)
        expect(refresh_token).toHaveLength(86)
        const [head, claims] = parts(access_token)
        expect(head).toMatchObject({ alg: 'RS256', typ: 'JWT' })
        const seconds = instance.clock.now() / 1000
        expect(claims).toMatchObject({
            iss: instance.url,
            sub: userId(instance, 'abel.tuter'),
            aud: clientId,
            iat: seconds,
            exp: seconds + 1800,
        })
        const response = await fetch(`${instance.url}/api/now/oauth/jwks`)
        const { keys } = (await response.json()) as { keys: (JsonWebKey & { kid: string })[] }
        const jwk = keys.find(({ kid }) => kid === head['kid'])
        expect(jwk).not.toHaveProperty('d')
        const [signed = '', signature = ''] = /^(.+)\.(.+)$/.exec(access_token)?.slice(1) ?? []
        const key = createPublicKey({ key: jwk as JsonWebKey, format: 'jwk' })
        expect(verify('sha256', Buffer.from(signed), key, Buffer.from(signature, 'base64url'))).toBe(true)
    })

    it('identifies the user by the column in sub_claim', async () => {
        const { clientId } = jwtClient({ sub_claim: 'user_name' })
        expect(parts((await getTokens(instance, clientId)).access_token)[1]['sub']).toBe('abel.tuter')
    })

    it('works like any other token: it signs in, is returned again, and expires', async () => {
        const { clientId, sysId } = jwtClient()
        const { access_token } = await getTokens(instance, clientId)
        const headers = { authorization: `Bearer ${access_token}` }
        expect(await caller(instance, headers)).toMatchObject({ user: 'abel.tuter', oauthEntity: sysId })
        expect((await getTokens(instance, clientId)).access_token).toBe(access_token)
        const altered = access_token.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'))
        expect(await caller(instance, { authorization: `Bearer ${altered}` })).toEqual({ status: 401 })
        await fetch(`${instance.url}/oauth_revoke_token.do`, {
            method: 'POST',
            body: new URLSearchParams({ token: access_token }),
        })
        expect(await caller(instance, headers)).toEqual({ status: 401 })
        const [row] = instance.host.store.query('oauth_credential', {
            query: `peer=${sysId}^type=access_token`,
        })
        expect(row?.['expires']).toBe(toGlideDateTime(instance.clock.now()))
        expect(JSON.stringify(row)).not.toContain(access_token)
    })

    it('follows a change of the registration, and expires with its lifespan', async () => {
        const { clientId, sysId } = jwtClient()
        const { access_token } = await getTokens(instance, clientId)
        instance.clock.advance(1_800_000)
        expect(await caller(instance, { authorization: `Bearer ${access_token}` })).toEqual({ status: 401 })
        instance.host.store.update('oauth_entity', sysId, { token_format: 'opaque' })
        expect((await getTokens(instance, clientId)).access_token).toHaveLength(86)
    })
})

it('xanadu has neither the column nor a key set', async () => {
    const old = await startInstance({ release: 'xanadu' })
    const { clientId } = addClient(old, { redirect_url: `${old.url}/oauth_redirect.do` })
    expect((await getTokens(old, clientId)).access_token).toHaveLength(86)
    expect((await fetch(`${old.url}/api/now/oauth/jwks`)).status).toBe(400)
    await old.close()
})

describe('the metadata', () => {
    it('of the authorization server contains its endpoints (RFC 8414), that of the resource the server (RFC 9728)', async () => {
        const get = async (name: string) =>
            (await (await fetch(`${instance.url}/.well-known/${name}`)).json()) as Record<string, unknown>
        expect(await get('oauth-authorization-server')).toMatchObject({
            issuer: instance.url,
            token_endpoint: `${instance.url}/oauth_token.do`,
            revocation_endpoint: `${instance.url}/oauth_revoke_token.do`,
            code_challenge_methods_supported: ['S256'],
        })
        expect(await get('oauth-protected-resource')).toMatchObject({
            resource: instance.url,
            authorization_servers: [instance.url],
        })
    })

    it('does not exist before australia', async () => {
        const old = await startInstance({ release: 'zurich' })
        expect((await fetch(`${old.url}/.well-known/oauth-authorization-server`)).status).toBe(404)
        await old.close()
    })
})
