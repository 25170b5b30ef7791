import { OPENFIN_CLIENT_ID } from '../../src/setup/registration'
import { BuiltApp } from '../support/built-app'

const app = BuiltApp.read()
const BASE = '/api/x_opfi_openfin/v1/integration'

describe('the built app: routes', () => {
    const operations = app.values('sys_ws_operation')

    it('are the three of the contract, under the contract’s paths', () => {
        expect(operations.map((one) => `${one['http_method']} ${one['operation_uri']}`).sort()).toEqual([
            `GET ${BASE}/user_info`,
            `POST ${BASE}/request_tokens`,
            `POST ${BASE}/revoke_token`,
        ])
    })

    it('let users without the role snc_internal in, on purpose', () => {
        expect(operations.map((one) => one['requires_snc_internal_role'])).toEqual([
            'false',
            'false',
            'false',
        ])
    })

    it('take forms and give JSON', () => {
        for (const one of operations) {
            expect(one['produces']).toBe('application/json')
            if (one['http_method'] === 'POST')
                expect(one['consumes']).toBe('application/x-www-form-urlencoded')
        }
    })
})

describe('the built app: access controls of REST endpoints', () => {
    // Without a role the platform adds snc_internal (explicit roles), and lets no stranger pass a rule with a script.
    it('name the role public, and what else they ask for', () => {
        const acls = app.values('sys_security_acl').filter((acl) => acl['type'] === 'REST_Endpoint')
        expect(acls).toHaveLength(3)
        for (const acl of acls) {
            const links = app.all.filter(
                ({ table, values }) =>
                    table === 'sys_security_acl_role' && values['sys_security_acl'] === acl['sys_id']
            )
            expect(links.map(({ file }) => app.files.get(file))).toEqual([
                expect.stringContaining('<sys_user_role name="public">'),
            ])
            expect(Boolean(acl['script']) || Boolean(acl['security_attribute'])).toBe(true)
        }
    })
})

describe('the built app: what an administrator may edit', () => {
    it('H75 comes with the first install only', () => {
        for (const table of ['oauth_entity', 'sys_cors_rule', 'sys_auto_flush']) {
            const folders = app.all
                .filter((one) => one.table === table)
                .map(({ file }) => file.split(/[\\/]/)[0])
            expect(folders.length).toBeGreaterThan(0)
            expect(new Set(folders)).toEqual(new Set(['unload']))
        }
    })

    it('has one public client with PKCE, and no secret', () => {
        const clients = app.values('oauth_entity')

        expect(clients).toEqual([
            expect.objectContaining({
                name: 'OpenFin',
                type: 'client',
                active: 'true',
                public_client: 'true',
                use_pkce: 'true',
                client_id: OPENFIN_CLIENT_ID,
                access_token_lifespan: '7200',
                refresh_token_lifespan: '86400',
            }),
        ])
        for (const column of ['client_secret', 'redirect_url', 'salt'])
            expect(clients[0]).not.toHaveProperty(column)
    })

    it('has two CORS rules, inactive and for no real origin', () => {
        const rules = app.values('sys_cors_rule')

        expect(rules.map((rule) => rule['name']).sort()).toEqual([
            'OpenFin Integration',
            'OpenFin – Table API',
        ])
        const [api] = app.values('sys_ws_definition')
        for (const rule of rules) {
            expect(rule).toMatchObject({
                active: 'false',
                domain: 'https://not-set.invalid',
                max_age: '86400',
                exposed_headers: 'Retry-After,X-Total-Count,Link',
                delete: 'false',
            })
            const integration = rule['name'] === 'OpenFin Integration'
            expect(rule['rest_api']).toBe(integration ? api?.['sys_id'] : '')
            expect([rule['get'], rule['post'], rule['put'], rule['patch']]).toEqual([
                'true',
                'true',
                String(!integration),
                String(!integration),
            ])
        }
    })
})

describe('the built app: table, properties, event', () => {
    it('lets nobody write requests, not even an administrator', () => {
        const writing = app
            .values('sys_security_acl')
            .filter((acl) => ['create', 'write'].includes(acl['operation'] ?? ''))
        expect(writing).toHaveLength(2)
        for (const acl of writing)
            expect(acl).toMatchObject({ admin_overrides: 'false', script: 'answer = false;' })
    })

    it('keeps nothing of a token in a request', () => {
        const columns = app
            .values('sys_dictionary')
            .map((one) => one['element'])
            .filter((element) => element)
        expect(columns.sort()).toEqual(['address', 'client', 'duration_ms', 'outcome', 'reported', 'route'])
    })

    it('has an index for the counting query, and empties the table', () => {
        const [file = ''] = [...app.files.keys()].filter((name) => name.startsWith('dictionary'))
        const index = /<index name="address_created".*?<\/index>/s.exec(app.files.get(file) ?? '')?.[0] ?? ''
        expect([...index.matchAll(/<element name="(\w+)"/g)].map(([, column]) => column)).toEqual([
            'address',
            'sys_created_on',
            'outcome',
            'client',
            'reported',
        ])
        expect(app.values('sys_auto_flush')).toEqual([
            expect.objectContaining({
                tablename: 'x_opfi_openfin_request',
                matchfield: 'sys_created_on',
                age: '604800',
                active: 'true',
            }),
        ])
    })

    it('reads every property that it has, and has every one that it reads', () => {
        const sources = app.values('sys_module').map((one) => one['content'] ?? '')
        const settings =
            sources.find((source) => source.includes("PREFIX = 'x_opfi_openfin.integration.'")) ?? ''
        const read = [...settings.matchAll(/(?:text|integer)\('(\w+)'/g)].map(([, name]) => name)
        const names = app.values('sys_properties').map((one) => one['name'] ?? '')
        const had = names
            .filter((name) => name.startsWith('x_opfi_openfin.integration.'))
            .map((name) => name.split('.')[2])
        expect(read.sort()).toEqual(had.sort())
        for (const name of names.filter((one) => !one.startsWith('x_opfi_openfin.integration.')))
            expect(sources.filter((source) => source.includes(`'${name}'`))).toHaveLength(1)
    })

    it('sends no mail before somebody asks for it', () => {
        for (const values of app.values('sysevent_email_action')) {
            expect(values).toMatchObject({ active: 'false', recipient_users: '', recipient_groups: '' })
        }
    })
})
