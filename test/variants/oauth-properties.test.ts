import { OPENFIN_CLIENT_ID } from '../../setup/packaged'
import { startDeployed, type DeployedInstance } from '../support/deployed-instance'
import { authorize } from './authorize'
import { setProperty } from './properties'

const ROUTE = '/api/x_opfi_openfin/v1/integration/request_tokens'
const FORM = { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' }

let instance: DeployedInstance
beforeAll(async () => {
    instance = await startDeployed()
})
afterAll(() => instance.close())

const post = async (path: string, fields: Record<string, string>, where: 'body' | 'address' = 'body') => {
    const text = new URLSearchParams({ client_id: OPENFIN_CLIENT_ID, ...fields }).toString()
    const response = await fetch(`${instance.url}${path}${where === 'address' ? `?${text}` : ''}`, {
        method: 'POST',
        headers: FORM,
        ...(where === 'body' && { body: text }),
    })
    const body = (await response.json()) as { error?: unknown }
    return { status: response.status, error: body.error }
}
/** Sign-in, exchange, renewal, API call and revocation by the app. */
const expectFlow = async () => {
    const { access_token, refresh_token = '' } = await instance.tokensOf()
    expect((await instance.client.renew(refresh_token)).status).toBe(200)
    expect((await instance.client.userInfo(access_token)).status).toBe(200)
    expect((await instance.client.revoke(refresh_token, 'refresh_token')).status).toBe(200)
    expect((await instance.client.renew(refresh_token)).status).toBe(400)
}

describe('glide.oauth.allow.parameters.in.post.body.only', () => {
    const PROPERTY = 'glide.oauth.allow.parameters.in.post.body.only'
    afterEach(() => setProperty(instance, PROPERTY, 'true'))

    it.each([
        ['true', 401],
        ['false', 200],
        [null, 200],
    ])(
        'being %s, a token request in the address is answered %i, and the app works',
        async (value, status) => {
            await setProperty(instance, PROPERTY, value)
            const { code, verifier } = await authorize(instance)
            const redirect_uri = `${instance.url}/oauth_redirect.do`
            const grant = { grant_type: 'authorization_code', code, code_verifier: verifier, redirect_uri }
            expect((await post('/oauth_token.do', grant, 'address')).status).toBe(status)
            if (status === 401) expect((await post('/oauth_token.do', grant)).status).toBe(200)
            await expectFlow()
        }
    )
})

describe.each([
    [
        'password',
        'glide.oauth.inbound.ropc.grant_type.disabled',
        { username: 'abel.tuter', password: 'abel.tuter' },
        { allowed: 'false', refused: 'true', absent: 200 },
    ],
    [
        'client_credentials',
        'glide.oauth.inbound.client.credential.grant_type.enabled',
        { client_secret: 'the secret' },
        { allowed: 'true', refused: 'false', absent: 401 },
    ],
])('the grant %s', (grant_type, property, fields, { allowed, refused, absent }) => {
    const client_id = `desk-${grant_type}`
    beforeAll(async () => {
        const users = await instance.admin<{ result: { sys_id: string }[] }>(
            'GET',
            '/api/now/table/sys_user?sysparm_query=user_name=beth.anglin'
        )
        await instance.admin('POST', '/api/now/table/oauth_entity', {
            name: client_id,
            type: 'client',
            client_id,
            client_secret: 'the secret',
            user: users.body.result[0]?.sys_id,
        })
    })

    it.each([
        [allowed, 200],
        [refused, 401],
        [null, absent],
    ])('is answered as the property says (%s), and never by the app', async (value, status) => {
        await setProperty(instance, property, value)
        const request = { grant_type, client_id, client_secret: 'the secret', ...fields }
        expect((await post('/oauth_token.do', request)).status).toBe(status)
        for (const id of [client_id, OPENFIN_CLIENT_ID]) {
            expect(await post(ROUTE, { ...request, client_id: id })).toMatchObject({
                status: 400,
                error: { code: 'unsupported_grant_type' },
            })
        }
        await expectFlow()
    })
})

it('has no implicit grant, also for a client that the property names', async () => {
    await setProperty(instance, 'glide.oauth.clients.allowed.for.implicit.grant', OPENFIN_CLIENT_ID)
    const { location } = await authorize(instance, { response_type: 'token' })
    const { searchParams, hash } = new URL(location ?? '')
    expect([searchParams.get('error'), hash]).toEqual(['unsupported_response_type', ''])
    expect(location).not.toContain('access_token')
    await setProperty(instance, 'glide.oauth.clients.allowed.for.implicit.grant', '')
})

it('refuses all where OAuth is switched off, and goes on with the same tokens afterwards', async () => {
    const { access_token, refresh_token = '' } = await instance.tokensOf()
    await setProperty(instance, 'com.snc.platform.security.oauth.is.active', 'false')
    expect(await authorize(instance)).toMatchObject({ status: 400, location: null, code: '' })
    expect((await instance.client.renew(refresh_token)).status).toBe(400)
    expect((await instance.client.userInfo(access_token)).status).toBe(401)
    await setProperty(instance, 'com.snc.platform.security.oauth.is.active', 'true')
    expect((await instance.client.renew(refresh_token)).status).toBe(200)
    expect((await instance.client.userInfo(access_token)).status).toBe(200)
})
