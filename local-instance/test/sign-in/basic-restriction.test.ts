import { BASIC_AUTH, setBasicAuth } from '../../src/core/basic-auth'
import { caller } from '../oauth/flow'
import { setProperty, startInstance, userId, type TestInstance } from '../oauth/instance'

const TABLE = 'sys_user_basic_auth_exception'
let instance: TestInstance
beforeEach(async () => {
    instance = await startInstance()
})
afterEach(() => instance.close())

const basic = (user: string, password = user) =>
    `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`
const call = async (user: string) => (await caller(instance, { authorization: basic(user) })).status
const seen = () =>
    instance.host.store
        .query(TABLE, { query: 'ORDERBYuser' })
        .map((row) => [row['user'], row['usage_count'], row['last_seen'], row['decision']])
const log = () => instance.host.log.entries().map(({ message }) => message)
function give(user: string, role: string): void {
    const { store } = instance.host
    const roleId = store.first('sys_user_role', `name=${role}`)?.['sys_id'] ?? ''
    store.insert('sys_user_has_role', { user: userId(instance, user), role: roleId })
}

it.each(['xanadu', 'yokohama', 'zurich', 'australia', 'brazil'] as const)(
    '%s tracks if its release has the property, and enforces on request',
    async (release) => {
        const other = await startInstance({ release })
        const status = async () => (await caller(other, { authorization: basic('admin') })).status
        const has = other.host.store.property(BASIC_AUTH.active) !== undefined
        expect(has).toBe(['australia', 'brazil'].includes(release))
        expect(await status()).toBe(200)
        expect(other.host.store.count(TABLE)).toBe(has ? 1 : 0)
        setBasicAuth(other.host.store, 'enforced')
        expect(await status()).toBe(401)
        await other.close()
    }
)

it('tracking counts each account with its last use, and rejects none', async () => {
    expect([await call('admin'), await call('abel.tuter')]).toEqual([200, 200])
    instance.clock.advance(60_000)
    expect(await call('admin')).toBe(200)
    const rows = seen()
    expect(rows).toHaveLength(2)
    expect(rows).toContainEqual([userId(instance, 'admin'), '2', '2026-11-22 12:01:00', 'default'])
    expect(rows).toContainEqual([userId(instance, 'abel.tuter'), '1', '2026-11-22 12:00:00', 'default'])
    expect(log()).toEqual([])
})

it('enforcing also rejects the administrator, like a caller without credentials, and only logs the reason', async () => {
    setBasicAuth(instance.host.store, 'enforced')
    const answer = async (password: string) => {
        const headers = { authorization: basic('admin', password) }
        const response = await fetch(`${instance.url}/api/test/caller`, { headers })
        const { date: _date, ...told } = Object.fromEntries(response.headers)
        return { status: response.status, body: await response.text(), told }
    }
    const refused = await answer('admin')
    expect(refused.status).toBe(401)
    expect(refused).toEqual(await answer('wrong'))
    expect(seen()).toEqual([[userId(instance, 'admin'), '1', '2026-11-22 12:00:00', 'default']])
    expect(log()).toEqual([
        'SNCRestrictBasicAuthUserAuthenticationGate: denied basic-auth API call for interactive-login user [admin] under enforce=true',
    ])
})

describe('while it is enforced', () => {
    beforeEach(() => setBasicAuth(instance.host.store, 'enforced'))

    it('holders of an allowed role, also by containment, are admitted and not counted', async () => {
        give('beth.anglin', 'snc_basic_auth_api_access')
        give('abel.tuter', 'mid_server')
        expect([await call('beth.anglin'), await call('abel.tuter'), await call('admin')]).toEqual([
            200, 200, 401,
        ])
        expect(seen()).toHaveLength(1)
        setProperty(instance, BASIC_AUTH.allowedRoles, 'itil , nobody')
        expect([await call('beth.anglin'), await call('abel.tuter')]).toEqual([200, 401])
        setProperty(instance, BASIC_AUTH.allowedRoles, '')
        expect(await call('beth.anglin')).toBe(401)
    })

    it('listed users are admitted', async () => {
        setProperty(instance, BASIC_AUTH.allowedUsers, `x, ${userId(instance, 'abel.tuter')}`)
        expect([await call('abel.tuter'), await call('beth.anglin')]).toEqual([200, 401])
    })

    it('a web-service-only account is admitted, and cannot sign in interactively', async () => {
        const { store } = instance.host
        store.insert('sys_user', { user_name: 'robot', user_password: 'robot', web_service_access_only: '1' })
        expect(await call('robot')).toBe(200)
        const form = new URLSearchParams({ user_name: 'robot', user_password: 'robot' })
        const told = await fetch(`${instance.url}/angular.do?sysparm_type=view_form.login`, {
            method: 'POST',
            body: form,
        })
        expect(await told.json()).toMatchObject({
            status: 'error',
            message: expect.stringMatching(/web service access only/) as string,
        })
        expect(told.headers.getSetCookie()).toEqual([])
        setProperty(instance, BASIC_AUTH.allowWebServiceOnly, 'false')
        expect(await call('robot')).toBe(401)
    })

    it('external users are governed by their own property only', async () => {
        const { store } = instance.host
        store.insert('sys_user', { user_name: 'customer', user_password: 'customer' })
        give('customer', 'snc_external')
        expect(await call('customer')).toBe(200)
        setProperty(instance, BASIC_AUTH.allowExternal, 'false')
        setProperty(instance, BASIC_AUTH.allowedUsers, userId(instance, 'customer'))
        expect(await call('customer')).toBe(401)
        expect(seen()).toEqual([])
    })

    it('an administrator can decide about an account', async () => {
        const { store } = instance.host
        expect(await call('beth.anglin')).toBe(401)
        const row = store.first(TABLE, '')?.['sys_id'] ?? ''
        store.update(TABLE, row, { decision: 'maintain' })
        expect(await call('beth.anglin')).toBe(200)
        store.update(TABLE, row, { decision: 'revoke' })
        expect(await call('beth.anglin')).toBe(401)
        store.update(TABLE, row, { decision: 'convert' })
        expect(await call('beth.anglin')).toBe(200)
        expect(store.get('sys_user', userId(instance, 'beth.anglin'))?.['web_service_access_only']).toBe('1')
    })

    it('if disabled completely, everyone is admitted uncounted', async () => {
        setProperty(instance, BASIC_AUTH.active, 'false')
        expect(await call('admin')).toBe(200)
        expect(seen()).toEqual([])
    })

    it('a client still authenticates by its secret, and a password grant is not an API request', async () => {
        setProperty(instance, 'glide.oauth.inbound.ropc.grant_type.disabled', 'false')
        instance.host.store.insert('oauth_entity', {
            name: 'Machine',
            type: 'client',
            client_id: 'machine',
            client_secret: 'its secret',
        })
        const response = await fetch(`${instance.url}/oauth_token.do`, {
            method: 'POST',
            headers: { authorization: basic('machine', 'its secret') },
            body: new URLSearchParams({ grant_type: 'password', username: 'admin', password: 'admin' }),
        })
        expect(response.status).toBe(200)
        const { access_token } = (await response.json()) as { access_token: string }
        expect(await caller(instance, { authorization: `Bearer ${access_token}` })).toMatchObject({
            user: 'admin',
        })
    })
})
