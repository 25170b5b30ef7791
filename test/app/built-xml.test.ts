import { OPENFIN_CLIENT_ID } from '../../setup/packaged'
import { BuiltApp } from '../support/built-app'
import { describeMenu } from './built-xml/menu'
import { flushOf, indexOf } from './built-xml/tables'
import { describeTokenRefresh } from './built-xml/token-refresh'

const app = BuiltApp.read()
const BASE = '/api/x_opfi_openfin/v1/integration'

describe('the built app: routes', () => {
    const operations = app
        .values('sys_ws_operation')
        .filter((route) => route['operation_uri']?.startsWith(BASE))

    it('are the three of the contract, under the contract’s paths', () => {
        expect(operations.map((one) => `${one['http_method']} ${one['operation_uri']}`).sort()).toEqual([
            `GET ${BASE}/user_info`,
            `POST ${BASE}/request_tokens`,
            `POST ${BASE}/revoke_token`,
        ])
    })

    it('admit users without the role snc_internal, on purpose', () => {
        expect(operations.map((one) => one['requires_snc_internal_role'])).toEqual([
            'false',
            'false',
            'false',
        ])
    })

    it('accept forms and return JSON', () => {
        for (const one of operations) {
            expect(one['produces']).toBe('application/json')
            if (one['http_method'] === 'POST')
                expect(one['consumes']).toBe('application/x-www-form-urlencoded')
        }
    })
})

describe('the built app: access controls of REST endpoints', () => {
    // Without a role the platform adds snc_internal (explicit roles), and denies unauthenticated callers on a
    // rule with a script.
    it('require the role public and their further conditions', () => {
        const acls = app
            .values('sys_security_acl')
            .filter(({ type, name }) => type === 'REST_Endpoint' && name !== 'OpenFin Administration')
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

describe('the built app: path-based access controls', () => {
    // The operation is a reference. The platform finds the record by its sys_id, or otherwise by the attribute.
    it('reference their operation by sys_id and by name', () => {
        const operations = app.all
            .filter(({ values }) => values['name']?.startsWith(BASE))
            .map(({ file }) => /<operation.*/.exec(app.files.get(file) ?? '')?.[0])
        expect(operations).toEqual(Array(2).fill('<operation name="http_post">http_post</operation>'))
    })
})

describeMenu(app)

describe('the built app: what an administrator may edit', () => {
    it('H75 is installed only at the first installation', () => {
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
                auth_code_lifespan: '60',
                access_token_lifespan: '7200',
                refresh_token_lifespan: '86400',
                inbound_grant_type: 'authz_code',
                client_type: 'integration_as_a_user',
                token_format: 'opaque',
                scope_restriction_status: 'unrestricted',
            }),
        ])
        for (const column of ['client_secret', 'redirect_url', 'salt'])
            expect(clients[0]).not.toHaveProperty(column)
    })

    it('has two CORS rules, inactive and for a reserved origin', () => {
        const rules = app.values('sys_cors_rule')

        expect(rules.map((rule) => rule['name']).sort()).toEqual([
            'OpenFin Integration',
            'OpenFin – Table API',
        ])
        const api = app.values('sys_ws_definition').find(({ service_id }) => service_id === 'integration')
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
    it('denies all users, administrators included, writes of its own records', () => {
        const writing = app
            .values('sys_security_acl')
            .filter(({ name }) => name !== 'x_opfi_openfin_refresh_rule')
            .filter((acl) => ['create', 'write'].includes(acl['operation'] ?? ''))
        expect(writing).toHaveLength(12)
        for (const acl of writing)
            expect(acl).toMatchObject({ admin_overrides: 'false', script: 'answer = false;' })
    })

    it('stores nothing of a token in a request record', () => {
        const columns = app
            .values('sys_dictionary')
            .filter(({ name }) => name === 'x_opfi_openfin_request')
            .map((one) => one['element'])
            .filter((element) => element)
        expect(columns.sort()).toEqual(['address', 'client', 'duration_ms', 'outcome', 'reported', 'route'])
    })

    it('has an index for the counting query, and deletes old rows of the table', () => {
        expect(indexOf(app, 'x_opfi_openfin_request', 'address_created')).toEqual([
            'address',
            'sys_created_on',
            'outcome',
            'client',
            'reported',
        ])
        expect(flushOf(app, 'x_opfi_openfin_request')).toEqual(['604800'])
    })

    it('reads every property that it ships, and ships every property that it reads', () => {
        const sources = app.values('sys_module').map((one) => one['content'] ?? '')
        const settings =
            sources.find((source) => source.includes("PREFIX = 'x_opfi_openfin.integration.'")) ?? ''
        const read = [...settings.matchAll(/(?:text|integer)\('(\w+)'/g)].map(([, name]) => name)
        const names = app.values('sys_properties').map((one) => one['name'] ?? '')
        const had = names
            .filter((name) => name.startsWith('x_opfi_openfin.integration.'))
            .map((name) => name.split('.')[2])
        expect(read.sort()).toEqual(had.sort())
        const others = names.filter((one) => !one.startsWith('x_opfi_openfin.integration.'))
        expect(others.length).toBeGreaterThan(0)
        for (const name of others) {
            const [, feature = '', short = ''] = name.split('.')
            const reader = sources.find((source) => source.includes(`PREFIX = 'x_opfi_openfin.${feature}.'`))
            const places = sources.filter((source) => source.includes(`'${name}'`)).length
            const listed = new RegExp(`integer\\('${short}'|\\$\\{PREFIX\\}${short}\``).test(reader ?? '')
            expect([name, places > 0 || listed]).toEqual([name, true])
        }
    })

    it('sends no mail by default', () => {
        const own = app
            .values('sysevent_email_action')
            .filter(({ event_name }) => event_name === 'x_opfi_openfin.address_failing')
        expect(own).toHaveLength(1)
        expect(own[0]).toMatchObject({ active: 'false', recipient_users: '', recipient_groups: '' })
    })
})

describeTokenRefresh(app)
