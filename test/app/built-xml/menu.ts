import type { BuiltApp } from '../../support/built-app'

/** Which modules of the menu each role sees. */
export function describeMenu(app: BuiltApp): void {
    describe('the built app: menu', () => {
        const contained = new Map([['x_opfi_openfin.admin', ['x_opfi_openfin.viewer']]])
        const [menu] = app.values('sys_app_application')

        /** Titles of the modules that a user with these roles sees, in order; `admin` sees everything (DOCS). */
        const seenBy = (...roles: string[]) => {
            const all = new Set(roles.flatMap((role) => [role, ...(contained.get(role) ?? [])]))
            const isFor = (list = '') =>
                all.has('admin') || list === '' || list.split(',').some((role) => all.has(role))
            if (!isFor(menu?.['roles'])) return []
            return app
                .values('sys_app_module')
                .filter(({ active, application }) => active === 'true' && application === menu?.['sys_id'])
                .filter((module) => isFor(module['roles']))
                .sort((one, other) => Number(one['order']) - Number(other['order']))
                .map(({ title }) => title)
        }
        const VIEWER = ['Health', 'OAuth tokens', 'Requests', 'Refresh attempts', 'Refresh runs']

        it('contains the roles that it requires', () => {
            const links = app.all.filter(({ table }) => table === 'sys_user_role_contains')
            expect(links.map(({ file }) => app.files.get(file))).toEqual([
                expect.stringMatching(
                    /<contains name="x_opfi_openfin\.viewer">[^]*<role name="x_opfi_openfin\.admin">/
                ),
            ])
        })

        it.each([
            { who: 'a viewer', roles: ['x_opfi_openfin.viewer'], sees: VIEWER },
            {
                who: 'an administrator of the app',
                roles: ['x_opfi_openfin.admin'],
                sees: [
                    'Setup',
                    'Health',
                    'OAuth tokens',
                    'Refresh rules',
                    'Requests',
                    'Refresh attempts',
                    'Refresh runs',
                ],
            },
            {
                who: 'an administrator of the instance',
                roles: ['admin'],
                sees: [
                    'Setup',
                    'Health',
                    'OAuth tokens',
                    'Refresh rules',
                    'Requests',
                    'Application registration',
                    'CORS rules',
                    'Properties',
                    'Refresh attempts',
                    'Refresh runs',
                ],
            },
            { who: 'other users', roles: ['itil'], sees: [] },
        ])('shows $who the permitted modules', ({ roles, sees }) => {
            expect(seenBy(...roles)).toEqual(sees)
        })

        it('gives each module a different order', () => {
            const orders = app
                .values('sys_app_module')
                .filter(({ application }) => application === menu?.['sys_id'])
                .map(({ order }) => Number(order))
            expect(orders.every((order) => order > 0)).toBe(true)
            expect(new Set(orders).size).toBe(orders.length)
        })

        it('leads viewers to tables that they may read', () => {
            const tables = app
                .values('sys_app_module')
                .filter(({ title }) => VIEWER.includes(title ?? ''))
                .map(({ name, query }) => name || query?.replace('.do', ''))
            const readable = app
                .values('sys_security_acl')
                .filter(({ operation }) => operation === 'read')
                .filter(({ sys_id }) =>
                    app.all.some(
                        ({ file, values }) =>
                            values['sys_security_acl'] === sys_id &&
                            app.files.get(file)?.includes('<sys_user_role name="x_opfi_openfin.viewer">')
                    )
                )
                .map(({ name }) => name)
            expect(readable).toEqual(expect.arrayContaining(tables))
        })
    })
}
