import { builtFiles, builtRecords, builtText } from './built-app'
import { usedGlobals } from './used-globals'
import { OPENFIN_CLIENT_ID } from '../../src/setup/registration'

const OPEN_ROUTES = ['/request_tokens', '/revoke_token']
const BASE = '/api/x_opfi_openfin/v1/integration'

describe('the built app: routes', () => {
    const operations = builtRecords('sys_ws_operation').map(({ values }) => values)

    it('are the three of the contract, under the contract’s paths', () => {
        expect(operations.map((one) => `${one['http_method']} ${one['operation_uri']}`).sort()).toEqual([
            `GET ${BASE}/user_info`,
            `POST ${BASE}/request_tokens`,
            `POST ${BASE}/revoke_token`,
        ])
    })

    it('H73 need a sign-in, but for the listed ones', () => {
        for (const one of operations) {
            const open = OPEN_ROUTES.includes(one['relative_path'] ?? '')
            expect([
                one['relative_path'],
                one['requires_authentication'],
                one['requires_acl_authorization'],
            ]).toEqual([one['relative_path'], String(!open), String(!open)])
        }
    })

    it('H73 have a version and a short description, and so has the API', () => {
        const versions = builtRecords('sys_ws_version').map(({ values }) => values)
        const described = [
            ...operations,
            ...versions,
            ...builtRecords('sys_ws_definition').map(({ values }) => values),
        ]
        for (const one of described) expect(one['short_description']).toMatch(/\S{2,}.*\.$/)
        const ids = versions.map((one) => one['sys_id'])
        for (const one of operations) expect(ids).toContain(one['web_service_version'])
        expect(versions).toEqual([
            expect.objectContaining({ version_id: 'v1', is_default: 'true', active: 'true' }),
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

    it('call a module that is part of the app', () => {
        const paths = builtRecords('sys_module').map(({ values }) => values['path'])
        for (const one of operations) {
            const [, path] = /require\('([^']+)'\)/.exec(one['operation_script'] ?? '') ?? []
            expect(paths).toContain(path)
        }
    })

    it('have ACLs of the app’s own, never the stock default', () => {
        const acls = builtRecords('sys_security_acl').map(({ values }) => values['sys_id'])
        const [api] = builtRecords('sys_ws_definition')
        expect(acls).toContain(api?.values['enforce_acl'])
        for (const one of operations) {
            const open = OPEN_ROUTES.includes(one['relative_path'] ?? '')
            if (open) expect(one['enforce_acl'] ?? '').toBe('')
            else expect(acls).toContain(one['enforce_acl'])
        }
    })

    it('that are open have a path-based ACL with a script', () => {
        const byPath = builtRecords('sys_security_acl')
            .map(({ values }) => values)
            .filter((acl) => acl['operation'] === 'http_post')
        expect(byPath.map((acl) => acl['name']).sort()).toEqual(OPEN_ROUTES.map((path) => BASE + path))
        for (const acl of byPath) {
            expect(acl).toMatchObject({
                type: 'REST_Endpoint',
                active: 'true',
                advanced: 'true',
                admin_overrides: 'false',
            })
            expect(acl['script']).toContain("gs.getProperty('x_opfi_openfin.integration.lockdown', 'true')")
        }
    })
})

describe('the built app: what an administrator may edit', () => {
    it('H75 comes with the first install only', () => {
        for (const table of ['oauth_entity', 'sys_cors_rule', 'sys_auto_flush']) {
            const folders = builtRecords(table).map(({ file }) => file.split(/[\\/]/)[0])
            expect(folders.length).toBeGreaterThan(0)
            expect(new Set(folders)).toEqual(new Set(['unload']))
        }
    })

    it('has one public client with PKCE, and no secret', () => {
        const clients = builtRecords('oauth_entity').map(({ values }) => values)
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
        const rules = builtRecords('sys_cors_rule').map(({ values }) => values)
        expect(rules.map((rule) => rule['name']).sort()).toEqual([
            'OpenFin Integration',
            'OpenFin – Table API',
        ])
        const [api] = builtRecords('sys_ws_definition')
        for (const rule of rules) {
            expect(rule).toMatchObject({
                active: 'false',
                domain: 'https://not-set.invalid',
                max_age: '86400',
                exposed_headers: 'Retry-After,X-Total-Count,Link',
                delete: 'false',
            })
            const integration = rule['name'] === 'OpenFin Integration'
            expect(rule['rest_api']).toBe(integration ? api?.values['sys_id'] : '')
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
    it('has all four ACLs with a role for each table', () => {
        const granted = builtRecords('sys_security_acl_role').map(({ values }) => values['sys_security_acl'])
        for (const { values: table } of builtRecords('sys_db_object')) {
            const acls = builtRecords('sys_security_acl')
                .map(({ values }) => values)
                .filter((acl) => acl['name'] === table['name'] && acl['type'] === 'record')
            expect(acls.map((acl) => acl['operation']).sort()).toEqual(['create', 'delete', 'read', 'write'])
            for (const acl of acls) expect(granted).toContain(acl['sys_id'])
        }
    })

    it('lets nobody write requests, not even an administrator', () => {
        const writing = builtRecords('sys_security_acl')
            .map(({ values }) => values)
            .filter((acl) => ['create', 'write'].includes(acl['operation'] ?? ''))
        expect(writing).toHaveLength(2)
        for (const acl of writing)
            expect(acl).toMatchObject({ admin_overrides: 'false', script: 'answer = false;' })
    })

    it('keeps nothing of a token in a request', () => {
        const columns = builtRecords('sys_dictionary')
            .map(({ values }) => values['element'])
            .filter((element) => element)
        expect(columns.sort()).toEqual(['address', 'client', 'duration_ms', 'outcome', 'reported', 'route'])
    })

    it('has an index for the counting query, and empties the table', () => {
        const [file = ''] = builtFiles().filter((name) => name.startsWith('dictionary'))
        const index = /<index name="address_created".*?<\/index>/s.exec(builtText(file))?.[0] ?? ''
        expect([...index.matchAll(/<element name="(\w+)"/g)].map(([, column]) => column)).toEqual([
            'address',
            'sys_created_on',
            'outcome',
            'client',
            'reported',
        ])
        expect(builtRecords('sys_auto_flush').map(({ values }) => values)).toEqual([
            expect.objectContaining({
                tablename: 'x_opfi_openfin_request',
                matchfield: 'sys_created_on',
                age: '604800',
                active: 'true',
            }),
        ])
    })

    it('describes every property, and says who may read and write it', () => {
        const properties = builtRecords('sys_properties').map(({ values }) => values)
        expect(properties.length).toBeGreaterThan(0)
        for (const property of properties) {
            expect(property['name']).toMatch(/^x_opfi_openfin\.[a-z]+\.[a-z_]+$/)
            expect(property['type']).toMatch(/^(boolean|integer)$/)
            expect(property['description']).toMatch(/\S+ .+\.$/)
            expect(property['read_roles']).toContain('x_opfi_openfin.viewer')
            expect(property['write_roles']).toBe('x_opfi_openfin.admin')
        }
    })

    it('reads every property that it has, and has every one that it reads', () => {
        const sources = builtRecords('sys_module').map(({ values }) => values['content'] ?? '')
        const settings =
            sources.find((source) => source.includes("PREFIX = 'x_opfi_openfin.integration.'")) ?? ''
        const read = [...settings.matchAll(/(?:flag|integer)\('(\w+)'/g)].map(([, name]) => name)
        const had = builtRecords('sys_properties').map(({ values }) => values['name']?.split('.')[2])
        expect(read.sort()).toEqual(had.sort())
    })

    it('registers every event that it raises, with a name that is not cut off', () => {
        const raised = builtRecords('sys_module').flatMap(({ values }) =>
            [...(values['content'] ?? '').matchAll(/eventQueue\('([^']+)'/g)].map(([, name]) => name)
        )
        const registered = builtRecords('sysevent_register').map(({ values }) => values)
        expect(raised.sort()).toEqual(registered.map((event) => event['event_name']).sort())
        for (const event of registered) {
            expect(event['event_name']?.length).toBeLessThanOrEqual(40)
            expect(event['event_name']).toBe(`x_opfi_openfin.${event['suffix']}`)
        }
    })

    it('sends no mail before somebody asks for it', () => {
        for (const { values } of builtRecords('sysevent_email_action')) {
            expect(values).toMatchObject({ active: 'false', recipient_users: '', recipient_groups: '' })
        }
    })
})

describe('the built app: cross-scope privileges', () => {
    const privileges = builtRecords('sys_scope_privilege').map(({ values }) => values)
    const scripts = [
        ...builtRecords('sys_module').filter(({ values }) => values['path']?.includes('/src/server/')),
        ...builtRecords('sys_security_acl'),
    ].map(({ values }) => values['content'] ?? values['script'] ?? '')
    const uses = scripts.map(usedGlobals)

    it('are complete and no more, for tables', () => {
        const declared = privileges
            .filter((one) => one['target_type'] === 'sys_db_object')
            .map((one) => `${one['operation']} ${one['target_name']}`)
        expect(declared.sort()).toEqual([...new Set(uses.flatMap((use) => use.tables))].sort())
    })

    it('are complete and no more, for scriptable objects', () => {
        const declared = privileges
            .filter((one) => one['target_type'] === 'scriptable')
            .map((one) => one['target_name'] ?? '')
        expect(declared.sort()).toEqual([...new Set(uses.flatMap((use) => use.scriptables))].sort())
    })

    it('are allowed, not asked for', () => {
        for (const one of privileges) expect(one).toMatchObject({ status: 'allowed', target_scope: 'global' })
    })

    it('are looked for by a reader that sees what modules use', () => {
        const source = [
            "const a = new GlideRecord('task')",
            'a.deleteMultiple()',
            'const m = new RESTMessageV2()',
            'm.setMutualAuth()',
            'const r = m.execute()',
            'r.getAllHeaders()',
        ].join('\n')
        expect(usedGlobals(source)).toEqual({
            tables: ['read task'],
            scriptables: [
                'GlideRecord.deleteMultiple',
                'ScriptableRESTMessageClient.setMutualAuth',
                'ScriptableRESTMessageClient.execute',
                'ScriptableRESTResponse.getAllHeaders',
            ],
        })
        expect(() => usedGlobals("gs.setProperty('a')")).toThrow('gs.setProperty')
    })
})

describe('H73 the built app: nothing that does not belong to it', () => {
    const own = (file: string) => !builtText(file).includes('bom.json')

    it('names no instance, but by documentation’s own names', () => {
        for (const file of builtFiles().filter(own)) {
            const hosts = [...builtText(file).matchAll(/https?:\/\/([\w.-]+)/g)].map(([, host]) => host ?? '')
            // Comments and the placeholder of the CORS rules.
            const known = /^(not-set\.invalid|localhost|127|example\.service-now\.com)$/
            expect(hosts.filter((host) => !known.test(host))).toEqual([])
        }
    })

    it('has no sys_id in its scripts', () => {
        for (const { values } of builtRecords('sys_module')) {
            if (!values['path']?.includes('/src/server/')) continue
            expect(values['content']).not.toMatch(/\b[0-9a-f]{32}\b/)
        }
        for (const { values } of builtRecords('sys_ws_operation')) {
            expect(values['operation_script']).not.toMatch(/\b[0-9a-f]{32}\b/)
        }
    })

    it('has no secret, password or token', () => {
        const secret = /<(client_secret|password|user_password|token|token_received)>[^<]/
        for (const file of builtFiles()) expect(builtText(file)).not.toMatch(secret)
    })

    it('has no test in it', () => {
        const paths = builtRecords('sys_module').map(({ values }) => values['path'] ?? '')
        expect(paths.filter((path) => /test/.test(path))).toEqual([])
    })

    it('is marked to run with enforced access, in its own scope', () => {
        expect(builtRecords('sys_app').map(({ values }) => values)).toEqual([
            expect.objectContaining({
                scope: 'x_opfi_openfin',
                runtime_access_tracking: 'enforcing',
                js_level: 'es_latest',
            }),
        ])
    })
})
