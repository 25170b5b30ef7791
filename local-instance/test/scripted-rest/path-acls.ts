import { makeExternal, setProperty } from '../support/roles'
import { startOrders, type OrdersInstance } from './instance'

const PATH = '/api/x_acme/v1/orders/items'

/** ACLs whose name is the path of a request. */
export function describePathAcls(instance: () => OrdersInstance): void {
    const asked = async (user: string | null, headers: Record<string, string> = {}, path = PATH) =>
        (await instance().send('GET', path, { user, headers })).status
    const ran = () => instance().scripts.jobs.filter((job) => job.rest).length

    describe('a path-based ACL', () => {
        beforeEach(() => {
            instance().operation({ relative_path: '/items', requires_authentication: '0' })
            instance().operation({
                relative_path: '/items',
                requires_authentication: '0',
                http_method: 'POST',
            })
            instance().operation({ relative_path: '/items/{id}', requires_authentication: '0' })
        })
        const pathAcl = (values: Record<string, string> = {}, roles?: string[]) =>
            instance().acl({ name: PATH, operation: 'http_get', ...values }, roles)

        it('is always checked, even for unauthenticated callers', async () => {
            pathAcl({ security_attribute: '239bdf0c47d23110ba46ff58936d4330' })
            expect(await asked(null)).toBe(403)
            expect(await asked('abel.tuter')).toBe(200)
            expect(ran()).toBe(1)
        })

        it('is not checked if its operation is not a record of the instance', async () => {
            const acl = pathAcl({}, ['itil'])
            expect(await asked('abel.tuter')).toBe(403)
            instance().host.store.update('sys_security_acl', acl, { operation: 'http_get' })
            expect(await asked('abel.tuter')).toBe(200)
        })

        it('is checked for every path of the operation', async () => {
            pathAcl({}, ['itil'])
            for (const path of [
                PATH,
                '/api/x_acme/orders/items',
                `${PATH}/`,
                `${PATH}?x=1`,
                '/api/x_acme/v1/orders/%69tems',
            ]) {
                expect([path, await asked('abel.tuter', {}, path)]).toEqual([path, 403])
            }
            expect((await instance().send('HEAD', PATH, { user: 'abel.tuter' })).status).toBe(403)
        })

        it('applies only to its method and its path', async () => {
            pathAcl({}, ['itil'])
            expect((await instance().send('POST', PATH, { user: 'abel.tuter', body: {} })).status).toBe(200)
            expect(await asked('abel.tuter', {}, `${PATH}/1`)).toBe(200)
            pathAcl({ name: `${PATH}/{id}` }, ['itil'])
            expect(await asked('abel.tuter', {}, `${PATH}/1`)).toBe(403)
        })

        it('applies to the effective method', async () => {
            instance().operation({
                relative_path: '/items',
                requires_authentication: '0',
                http_method: 'DELETE',
            })
            pathAcl({ operation: 'http_delete' }, ['itil'])
            const headers = { 'X-HTTP-Method-Override': 'DELETE' }
            const { status } = await instance().send('POST', PATH, { user: 'abel.tuter', body: {}, headers })
            expect(status).toBe(403)
        })

        it('with a script and no role denies unauthenticated callers, unless the property or the role public admits them', async () => {
            const acl = pathAcl({ advanced: '1', script: 'answer = true' })
            expect(await asked(null)).toBe(403)
            const { store } = instance().host
            setProperty(store, 'glide.security.use_explicit_roles', 'false')
            expect(await asked(null)).toBe(403)
            setProperty(store, 'glide.security.allow_unauth_roleless_acl', 'true')
            expect(await asked(null)).toBe(200)
            setProperty(store, 'glide.security.allow_unauth_roleless_acl', 'false')
            setProperty(store, 'glide.security.use_explicit_roles', 'true')
            store.insert('sys_security_acl_role', {
                sys_security_acl: acl,
                sys_user_role: store.first('sys_user_role', 'name=public')?.['sys_id'] ?? '',
            })
            expect(await asked(null)).toBe(200)
        })

        it('without a role requires snc_internal if explicit roles are on', async () => {
            pathAcl()
            makeExternal(instance().host.store, 'abel.tuter')
            expect([await asked('abel.tuter'), await asked('beth.anglin'), await asked(null)]).toEqual([
                403, 200, 403,
            ])
            setProperty(instance().host.store, 'glide.security.use_explicit_roles', 'false')
            expect([await asked('abel.tuter'), await asked('beth.anglin'), await asked(null)]).toEqual([
                200, 200, 200,
            ])
        })

        it('must pass, each of them', async () => {
            pathAcl({}, ['itil'])
            pathAcl({ advanced: '1', script: 'answer = false' })
            expect(await asked('beth.anglin')).toBe(403)
        })

        it('is ignored while it is inactive, or of another type or operation', async () => {
            pathAcl({ active: '0' }, ['itil'])
            pathAcl({ type: 'record' }, ['itil'])
            pathAcl({ operation: 'execute' }, ['itil'])
            expect(await asked('abel.tuter')).toBe(200)
        })

        it('applies in addition to the ACLs of the operation', async () => {
            instance().host.store.updateMultiple('sys_ws_operation', '', {
                requires_authentication: '1',
                requires_acl_authorization: '1',
                enforce_acl: instance().acl({}, ['itil']),
            })
            pathAcl({})
            expect(await asked('abel.tuter')).toBe(403)
            expect(await asked('beth.anglin')).toBe(200)
        })

        it('does not exist before release Australia', async () => {
            const older = await startOrders('zurich')
            try {
                older.operation({ relative_path: '/items', requires_authentication: '0' })
                older.acl({ name: PATH, operation: 'http_get' }, ['itil'])
                expect((await older.send('GET', PATH, { user: 'abel.tuter' })).status).toBe(200)
            } finally {
                await older.close()
            }
        })
    })
}
