import { basic, startInstance, type TestInstance } from '../table-api/instance'
import { tableApiPlugin } from '../../src/plugins/table-api/plugin'
import { schema as businessData } from '../../src/plugins/business-data/schema'
import { schema as cors } from '../../src/plugins/cors/schema'
import { schema as platform } from '../../src/plugins/platform/schema'
import { schema as scriptedRest } from '../../src/plugins/scripted-rest/schema'
import { makeExternal, openToExternal, setProperty } from '../support/roles'

let instance: TestInstance
beforeEach(async () => {
    instance = await startInstance({
        plugins: [tableApiPlugin],
        schemas: [platform, scriptedRest, cors, businessData],
    })
})
afterEach(() => instance.close())

const newUser = (values: Record<string, string> = {}, table = 'sys_user') =>
    instance.host.store.insert(table, { user_name: 'new.user', user_password: 'new.user', ...values })[
        'sys_id'
    ] ?? ''
const rolesOf = (user: string) =>
    instance.host.store
        .query('sys_user_has_role', { query: `user=${user}` })
        .map(({ role }) => instance.host.store.get('sys_user_role', role ?? '')?.['name'])
const signIn = () =>
    instance.send('GET', '/api/now/table/incident?sysparm_limit=1', {
        user: null,
        headers: { authorization: basic('new.user', 'new.user') },
    })
const add = (user: string, name: string) =>
    instance.host.store.insert('sys_user_has_role', {
        user,
        role: instance.host.store.first('sys_user_role', `name=${name}`)?.['sys_id'] ?? '',
    })

describe('explicit roles', () => {
    it('give a new user snc_internal at the first sign-in, and not before', async () => {
        const user = newUser()
        expect(rolesOf(user)).toEqual([])
        expect((await signIn()).status).toBe(200)
        expect((await signIn()).status).toBe(200)
        expect(rolesOf(user)).toEqual(['snc_internal'])
    })

    it('keep a user external who was made so before, and exclude him from the platform’s REST APIs', async () => {
        const user = newUser()
        add(user, 'snc_external')
        const { status, json } = await signIn()
        expect([status, json.error]).toEqual([
            403,
            { message: 'User Not Authorized', detail: 'Failed API level ACL Validation' },
        ])
        expect(rolesOf(user)).toEqual(['snc_external'])
    })

    it.each([
        'glide.rest.java.honor_snc_internal_flag',
        'glide.rest.global.honor_snc_internal_flag',
        'glide.security.use_explicit_roles',
    ])('admit an external user to the Table API while %s is false', async (property) => {
        add(newUser(), 'snc_external')
        openToExternal(instance.host.store, 'incident')
        expect((await signIn()).status).toBe(403)
        setProperty(instance.host.store, property, 'false')
        expect((await signIn()).status).toBe(200)
    })

    it('give a contact snc_external', () => {
        expect(rolesOf(newUser({}, 'customer_contact'))).toEqual(['snc_external'])
    })

    it.each([
        ['glide.security.explicit_roles.do_not_fix', 'true'],
        ['glide.security.use_explicit_roles', 'false'],
    ])('give no role if %s is %s', async (property, value) => {
        setProperty(instance.host.store, property, value)
        const user = newUser()
        await signIn()
        expect(rolesOf(user)).toEqual([])
    })

    it('are never both granted to one user, not even by a role that contains one', () => {
        const { store } = instance.host
        const user = newUser()
        add(user, 'snc_external')
        expect(() => add(user, 'snc_internal')).toThrow('cannot have both')
        const container = store.insert('sys_user_role', { name: 'x_acme.staff' })['sys_id'] ?? ''
        store.insert('sys_user_role_contains', {
            role: container,
            contains: store.first('sys_user_role', 'name=snc_internal')?.['sys_id'] ?? '',
        })
        expect(() => store.insert('sys_user_has_role', { user, role: container })).toThrow('cannot have both')
        makeExternal(store, 'abel.tuter')
        setProperty(store, 'glide.security.use_explicit_roles', 'false')
        expect(() => add(user, 'snc_internal')).not.toThrow()
    })
})
