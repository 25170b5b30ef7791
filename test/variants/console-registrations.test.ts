import { createServiceNowAuth } from '../../client/src/node'
import { answerSignIn } from '../../client/test/node/answer-sign-in'
import { REDIRECT_URI } from '../../client/test/node/signed-in'
import { InstanceClient } from '../../examples/sign-in-flow/instance-client'
import { signIn } from '../../examples/sign-in-flow/sign-in'
import { startDeployed, type DeployedInstance } from '../support/deployed-instance'

const INCIDENTS = '/api/now/table/incident?sysparm_limit=1'
const NO_SCOPE = { error: { detail: 'Missing required api access scope' } }

let instance: DeployedInstance
let entity: string
let clientId: string

const make = (table: string, values: Record<string, string>) => instance.records.insert(table, values)
// What Machine Identity Console > Inbound integrations > OAuth - Authorization code grant leaves behind
// (DOCS configure-an-oauth-authorization-code-grant; exports of real instances).
beforeAll(async () => {
    instance = await startDeployed({ basicAuth: 'enforced' })
    const made = make('oauth_entity', {
        name: 'Desk',
        type: 'client',
        inbound_grant_type: 'authz_code',
        client_type: 'integration_as_a_user',
        public_client: '1',
        use_pkce: '1',
        token_format: 'jwt',
        scope_restriction_status: 'restricted',
        // The wizard leaves this as it is.
        default_grant_type: 'password',
        access_token_lifespan: '1800',
        refresh_token_lifespan: '8640000',
        redirect_url: `${instance.url}/oauth_redirect.do,${REDIRECT_URI}`,
    })
    entity = made['sys_id'] ?? ''
    clientId = made['client_id'] ?? ''
})
afterAll(() => instance.close())

async function byApp() {
    const client = new InstanceClient(instance.url, clientId)
    const person = { userName: 'abel.tuter', password: 'abel.tuter' }
    const { code, verifier, redirectUri } = await signIn({ instanceUrl: instance.url, clientId, ...person })
    const { status, body } = await client.requestTokens(code ?? '', verifier, redirectUri)
    expect([status, body.expires_in > 1700]).toEqual([200, true])
    const renewed = await client.renew(body.refresh_token ?? '')
    expect(renewed.status).toBe(200)
    const token = renewed.body.access_token
    expect(token.length).toBeGreaterThan(1000)
    const me = await client.userInfo(token)
    const list = await client.call(token, 'GET', INCIDENTS)
    expect((await client.revoke(body.refresh_token ?? '', 'refresh_token')).status).toBe(200)
    return { me, list }
}

it('a client that the console restricts signs in and renews, and may call nothing: 403 says which scope it lacks', async () => {
    const { me, list } = await byApp()
    expect([me.status, list.status]).toEqual([403, 403])
    expect([me.body, list.body]).toMatchObject([NO_SCOPE, NO_SCOPE])
})

it('with an auth scope for both APIs it works with the app and with the client', async () => {
    const scope = make('sys_auth_scope', { name: 'openfin' })['sys_id'] ?? ''
    for (const service of ['table', 'integration']) {
        const api = instance.records.first('sys_ws_definition', `service_id=${service}`)?.['sys_id'] ?? ''
        make('sys_api_access_scope', { auth_scope: scope, api })
    }
    make('oauth_entity_auth_scope_mapping', { oauth_entity: entity, auth_scope: scope })
    const { me, list } = await byApp()
    expect([me.status, list.status]).toEqual([200, 200])

    const now = () => instance.clock.now()
    const auth = createServiceNowAuth({ instanceUrl: instance.url, clientId, redirectUri: REDIRECT_URI, now })
    const { key, user } = await auth.handleCallback(
        await answerSignIn(await auth.authorizationUrl(), { userName: 'beth.anglin' })
    )
    expect(user).toMatchObject({ user_name: 'beth.anglin' })
    instance.clock.advance(1_900_000)
    expect((await auth.fetch(key, INCIDENTS)).status).toBe(200)
    await auth.revoke(key)
})

it('a scope that names the Table API shuts out other clients, the packaged one too, until they have it', async () => {
    const { access_token } = await instance.tokensOf()
    const call = () => instance.client.call(access_token, 'GET', INCIDENTS)
    expect(await call()).toMatchObject({ status: 403, body: NO_SCOPE })
    const { records } = instance
    make('oauth_entity_auth_scope_mapping', {
        oauth_entity: records.first('oauth_entity', 'name=OpenFin')?.['sys_id'] ?? '',
        auth_scope: records.first('sys_auth_scope', 'name=openfin')?.['sys_id'] ?? '',
    })
    // The token that was issued before.
    expect((await call()).status).toBe(200)
})

it('or unrestricted, it may call every API that no scope names', async () => {
    const { records } = instance
    records.deleteMultiple('sys_api_access_scope', '')
    records.deleteMultiple('oauth_entity_auth_scope_mapping', '')
    records.update('oauth_entity', entity, { scope_restriction_status: 'unrestricted' })
    const { me, list } = await byApp()
    expect([me.status, list.status]).toEqual([200, 200])
})
