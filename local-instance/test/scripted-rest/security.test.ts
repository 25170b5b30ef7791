import { basic } from '../table-api/instance'
import { EXTERNAL_DEFAULT_ACL } from '../../src/plugins/scripted-rest/schema'
import { makeExternal, setProperty } from '../support/roles'
import { startOrders, type OrdersInstance } from './instance'
import { describePathAcls } from './path-acls'

let instance: OrdersInstance
const PATH = '/api/x_acme/v1/orders/items'

beforeAll(async () => {
    instance = await startOrders()
})
afterEach(() => instance.reset())
afterAll(() => instance.close())

const asked = async (user: string | null, headers: Record<string, string> = {}, path = PATH) =>
    (await instance.send('GET', path, { user, headers })).status
const ran = () => instance.scripts.jobs.filter((job) => job.rest).length

describe('a public operation', () => {
    beforeEach(() => {
        instance.operation({
            relative_path: '/items',
            requires_authentication: '0',
            requires_acl_authorization: '1',
            enforce_acl: instance.acl({ active: '1' }, ['admin']),
        })
    })

    it('runs as guest for unauthenticated callers, regardless of its ACLs', async () => {
        expect(await asked(null)).toBe(200)
        expect(instance.scripts.jobs).toHaveLength(1)
        expect(instance.scripts.jobs[0]?.user).toMatchObject({
            userName: 'guest',
            by: 'none',
            roles: new Set(),
        })
    })

    it('runs as the user for authenticated callers', async () => {
        expect(await asked('abel.tuter')).toBe(200)
        expect(instance.scripts.jobs[0]?.user.userName).toBe('abel.tuter')
    })

    it('rejects invalid credentials', async () => {
        for (const authorization of [
            basic('admin', 'wrong'),
            'Basic',
            'Basic ???',
            'Bearer nonsense',
            'Nonsense x',
            'x',
        ]) {
            expect([authorization, await asked(null, { authorization })]).toEqual([authorization, 401])
        }
        expect(ran()).toBe(0)
    })
})

describe('an operation that requires authentication', () => {
    it('rejects unauthenticated callers with the platform’s envelope', async () => {
        instance.operation({ relative_path: '/items' })
        const { status, headers, json } = await instance.send('GET', PATH, { user: null })
        expect([status, headers['www-authenticate']]).toEqual([401, 'BASIC realm="Service-now"'])
        expect(json).toEqual({
            error: { message: 'User Not Authenticated', detail: 'Required to provide Auth information' },
            status: 'failure',
        })
        expect(await asked('abel.tuter')).toBe(200)
        expect(ran()).toBe(1)
    })
})

describe('an operation that requires an ACL', () => {
    const guarded = (enforce_acl: string) =>
        instance.operation({ relative_path: '/items', requires_acl_authorization: '1', enforce_acl })

    it('admits callers who pass one of its ACLs', async () => {
        guarded(`${instance.acl({}, ['itil'])},${instance.acl({ advanced: '1', script: 'answer = false' })}`)
        expect(await asked('beth.anglin')).toBe(200)
        expect(await asked('abel.tuter')).toBe(403)
        const { json } = await instance.send('GET', PATH, { user: 'abel.tuter' })
        expect(json).toEqual({
            error: { message: 'User Not Authorized', detail: 'Failed API level ACL Validation' },
            status: 'failure',
        })
        expect(ran()).toBe(1)
    })

    it('uses its API’s ACLs if it has none, and its own otherwise', async () => {
        const { store } = instance.host
        store.update('sys_ws_definition', instance.api, { enforce_acl: instance.acl({}, ['itil']) })
        const operation = guarded('')
        expect(await asked('abel.tuter')).toBe(403)
        expect(await asked('beth.anglin')).toBe(200)
        store.update('sys_ws_operation', operation, { enforce_acl: instance.acl({}, ['oauth_admin']) })
        expect(await asked('beth.anglin')).toBe(403)
    })

    it('admits every signed-in user if neither has any', async () => {
        guarded('')
        expect(await asked('abel.tuter')).toBe(200)
        expect(await asked(null)).toBe(401)
    })

    it('admits administrators unless an ACL excludes them from its role check', async () => {
        const acl = instance.acl({ admin_overrides: '1' }, ['oauth_admin'])
        guarded(acl)
        expect(await asked('admin')).toBe(200)
        instance.host.store.update('sys_security_acl', acl, { admin_overrides: '0' })
        expect(await asked('admin')).toBe(403)
    })

    it('runs an ACL’s script as the caller, and uses its answer', async () => {
        const acl = instance.acl({ advanced: '1', script: 'answer = true', admin_overrides: '0' })
        guarded(acl)
        expect(await asked('abel.tuter')).toBe(200)
        expect(instance.scripts.jobs[0]).toMatchObject({
            source: 'answer = true',
            label: 'sys_security_acl.orders',
            scope: 'global',
            user: { userName: 'abel.tuter' },
        })
        expect(instance.scripts.jobs[0]?.rest).toBeUndefined()
        for (const answer of [false, undefined, 'yes', 1, {}]) {
            instance.scripts.acl = () => ({ answer })
            expect([answer, await asked('abel.tuter')]).toEqual([answer, 403])
        }
    })

    it('is denied if a script fails, and the reason is logged', async () => {
        guarded(instance.acl({ advanced: '1', script: 'answer = true' }))
        instance.scripts.acl = () => ({
            answer: true,
            error: { message: 'boom', line: 1, code: 'script_error' },
        })
        expect(await asked('abel.tuter')).toBe(403)
        expect(instance.host.log.entries().map(({ message }) => message)).toContainEqual(
            expect.stringContaining('boom')
        )
    })

    it('requires both the role and the script of an ACL', async () => {
        guarded(instance.acl({ advanced: '1', script: 'answer = true' }, ['itil']))
        expect(await asked('abel.tuter')).toBe(403)
        expect(instance.scripts.jobs).toEqual([])
        expect(await asked('beth.anglin')).toBe(200)
    })

    it('is denied if its ACLs are inactive, deleted, or have lost their role', async () => {
        const acl = instance.acl({}, ['itil'])
        guarded(acl)
        const { store } = instance.host
        store.update('sys_security_acl', acl, { active: '0' })
        expect(await asked('beth.anglin')).toBe(403)
        store.update('sys_security_acl', acl, { active: '1' })
        expect(await asked('beth.anglin')).toBe(200)
        store.updateMultiple('sys_security_acl_role', `sys_security_acl=${acl}`, { sys_user_role: 'gone' })
        expect(await asked('abel.tuter')).toBe(403)
        store.delete('sys_security_acl', acl)
        expect(await asked('beth.anglin')).toBe(403)
    })

    it('is denied to callers who fail one "Deny Unless"', async () => {
        const deny = instance.acl({ decision_type: 'deny' }, ['itil'])
        guarded(`${deny},${instance.acl({})}`)
        expect(await asked('abel.tuter')).toBe(403)
        expect(await asked('beth.anglin')).toBe(200)
    })

    it('may require a signed-in user by a security attribute, and denies unknown attributes', async () => {
        const acl = instance.acl({
            security_attribute: '239bdf0c47d23110ba46ff58936d4330',
            admin_overrides: '0',
        })
        guarded(acl)
        expect(await asked('abel.tuter')).toBe(200)
        instance.host.store.update('sys_security_acl', acl, { security_attribute: 'nonsense' })
        expect(await asked('abel.tuter')).toBe(403)
    })

    it('can use the stock ACL, which excludes external users', async () => {
        guarded(EXTERNAL_DEFAULT_ACL)
        await asked('abel.tuter')
        expect(instance.scripts.jobs[0]?.source).toBe("answer = !gs.hasRole('snc_external')")
    })
})

describe('an operation that requires the internal role', () => {
    beforeEach(() => {
        instance.operation({
            relative_path: '/items',
            requires_authentication: '0',
            requires_snc_internal_role: '1',
        })
    })

    it('admits users with the role, and not the guest or external users', async () => {
        expect(await asked('abel.tuter')).toBe(200)
        expect(await asked(null)).toBe(403)
        makeExternal(instance.host.store, 'abel.tuter')
        expect(await asked('abel.tuter')).toBe(403)
    })

    it.each(['glide.security.use_explicit_roles', 'glide.rest.global.honor_snc_internal_flag'])(
        'admits everyone while %s is false',
        async (property) => {
            setProperty(instance.host.store, property, 'false')
            makeExternal(instance.host.store, 'abel.tuter')
            expect([await asked('abel.tuter'), await asked(null)]).toEqual([200, 200])
        }
    )
})

describePathAcls(() => instance)

describe('CORS', () => {
    it('applies to a scripted API and its errors', async () => {
        instance.operation({ relative_path: '/items' })
        instance.host.store.insert('sys_cors_rule', {
            name: 'App',
            domain: 'https://app.example.com',
            rest_api: instance.api,
            get: '1',
        })
        const headers = { Origin: 'https://app.example.com' }
        for (const [user, path, status] of [
            ['admin', PATH, 200],
            [null, PATH, 401],
            ['admin', '/api/x_acme/v1/orders/nothing', 400],
            ['admin', '/api/x_acme/v7/orders/items', 400],
        ] as const) {
            const answer = await instance.send('GET', path, { user, headers })
            expect([path, answer.status, answer.headers['access-control-allow-origin']]).toEqual([
                path,
                status,
                'https://app.example.com',
            ])
        }
        const other = await instance.send('GET', '/api/now/table/sys_user', { headers })
        expect(other.headers).not.toHaveProperty('access-control-allow-origin')
    })
})
