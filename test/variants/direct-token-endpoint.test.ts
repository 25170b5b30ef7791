import { OPENFIN_CLIENT_ID } from '../../setup/packaged'
import { ORIGIN, startDeployed, type DeployedInstance } from '../support/deployed-instance'
import { authorize } from './authorize'
import { pageFetch } from './page-fetch'
import { setProperty } from './properties'

const PROPERTY = 'glide.oauth.cors.allowed.origin'
const ROUTES = '/api/x_opfi_openfin/v1/integration'
const BLOCKED = TypeError

let instance: DeployedInstance
const form = (fields: Record<string, string>, headers: Record<string, string> = {}) => ({
    method: 'POST',
    headers: { accept: 'application/json', 'content-type': 'application/x-www-form-urlencoded', ...headers },
    body: new URLSearchParams({ client_id: OPENFIN_CLIENT_ID, ...fields }).toString(),
})
const post = (path: string, fields: Record<string, string>, headers?: Record<string, string>) =>
    pageFetch(ORIGIN, instance.url + path, form(fields, headers))
const newGrant = async () => {
    const { code, verifier } = await authorize(instance)
    const redirect_uri = `${instance.url}/oauth_redirect.do`
    return { grant_type: 'authorization_code', code, code_verifier: verifier, redirect_uri }
}

/** The proxied way works by its CORS rule, whatever the property says. */
async function expectProxied(): Promise<void> {
    const { status, body } = await post(`${ROUTES}/request_tokens`, await newGrant())
    expect([status, typeof body['access_token']]).toEqual([200, 'string'])
    const token = String(body['refresh_token'])
    const renewal = { grant_type: 'refresh_token', refresh_token: token }
    expect((await post(`${ROUTES}/request_tokens`, renewal)).status).toBe(200)
    expect((await post(`${ROUTES}/request_tokens`, { ...renewal, refresh_token: 'x' })).status).toBe(400)
    const bearer = { headers: { authorization: `Bearer ${String(body['access_token'])}` } }
    expect((await pageFetch(ORIGIN, `${instance.url}${ROUTES}/user_info`, bearer)).status).toBe(200)
    expect((await post(`${ROUTES}/revoke_token`, { token })).status).toBe(200)
}

async function expectDirect(): Promise<void> {
    const { status, body } = await post('/oauth_token.do', await newGrant())
    expect([status, typeof body['access_token']]).toEqual([200, 'string'])
    const renewal = { grant_type: 'refresh_token', refresh_token: String(body['refresh_token']) }
    expect((await post('/oauth_token.do', renewal)).status).toBe(200)
    // By a preflight, too, where a client sends more headers.
    expect((await post('/oauth_token.do', renewal, { authorization: 'Basic eDp5' })).status).toBe(401)
    // What is refused or fails can be read.
    const refused = await post('/oauth_token.do', { ...renewal, refresh_token: 'x' })
    expect(refused).toMatchObject({ status: 401, body: { error: 'server_error' } })
    await instance.admin('POST', '/local/faults', { path: '/oauth_token.do', status: 503 })
    expect((await post('/oauth_token.do', renewal)).status).toBe(503)
    // It is sent, since it is a simple request, and its answer cannot be read.
    await expect(post('/oauth_revoke_token.do', { token: renewal.refresh_token })).rejects.toThrow(BLOCKED)
    expect((await post('/oauth_token.do', renewal)).status).toBe(401)
}

async function expectBlocked(): Promise<void> {
    const grant = await newGrant()
    await expect(post('/oauth_token.do', grant, { 'x-other': '1' })).rejects.toThrow(BLOCKED)
    await expect(post('/oauth_token.do', grant)).rejects.toThrow(BLOCKED)
    await expect(post('/oauth_token.do', { grant_type: 'x' })).rejects.toThrow(BLOCKED)
    await expect(post('/oauth_revoke_token.do', { token: 'x' })).rejects.toThrow(BLOCKED)
    await instance.admin('POST', '/local/faults', { path: '/oauth_token.do', status: 503 })
    await expect(post('/oauth_token.do', grant)).rejects.toThrow(BLOCKED)
}

describe('a page that asks the token endpoint itself, on brazil', () => {
    beforeAll(async () => {
        instance = await startDeployed({ release: 'brazil' })
    })
    afterEach(async () => {
        await setProperty(instance, PROPERTY, '')
        instance.clock.advance(100_000_000)
    })
    afterAll(() => instance.close())

    it.each(['*', 'localhost:8080', ORIGIN])(
        'gets its tokens where the property is %j, and by the app as well',
        async (value) => {
            await setProperty(instance, PROPERTY, value)
            await expectDirect()
            await expectProxied()
        }
    )

    it.each(['', null, 'desk.example.com'])(
        'is blocked where the property is %j, and gets them by the app',
        async (value) => {
            await setProperty(instance, PROPERTY, value)
            await expectBlocked()
            await expectProxied()
        }
    )

    it('goes on where the open routes of the app are switched off', async () => {
        await setProperty(instance, PROPERTY, ORIGIN)
        await setProperty(instance, 'x_opfi_openfin.integration.enabled', 'false')
        expect((await post(`${ROUTES}/request_tokens`, { grant_type: 'x' })).status).toBe(403)
        await expectDirect()
        await setProperty(instance, 'x_opfi_openfin.integration.enabled', 'true')
    })
})

it('is blocked on zurich, which lacks the property, and gets its tokens by the app', async () => {
    instance = await startDeployed({ release: 'zurich' })
    try {
        await setProperty(instance, PROPERTY, '*')
        await expectBlocked()
        await expectProxied()
    } finally {
        await instance.close()
    }
})
