import { platformColumns } from './platform-columns'
import { added, changed, withLines, type Rule } from './rule'
import { modulesOf } from './scripts'

/** What values may be, and what is deployed. */
export const valueRules: Rule[] = [
    {
        number: 'lengths',
        what: 'no value is longer than its column',
        why: 'The platform cuts off the rest without a word.',
        findings: (app) =>
            app.all.flatMap(({ file, table, values }) =>
                Object.entries(values).flatMap(([column, value]) => {
                    const { maxLength } = platformColumns(table).get(column) ?? {}
                    return maxLength !== undefined && value.length > maxLength
                        ? [`${file}: ${column} has ${value.length} of ${maxLength} characters`]
                        : []
                })
            ),
        spoilt: {
            'a long description of an event': (app) =>
                changed(app, 'sysevent_register', {
                    find: '<description>',
                    replace: `<description>${'x'.repeat(100)}`,
                }),
            'a long name of a property': (app) => added(app, 'sys_properties', { name: 'x'.repeat(101) }),
            'a long name of a CORS rule': (app) =>
                changed(app, 'sys_cors_rule', { find: '<name>', replace: `<name>${'x'.repeat(250)}` }),
        },
    },
    {
        number: 'choices',
        what: 'values of choice columns are choices',
        why: 'The platform shows others in blue and takes them for nothing.',
        findings: (app) =>
            app.all.flatMap(({ file, table, values }) =>
                Object.entries(values).flatMap(([column, value]) => {
                    const { choices } = platformColumns(table).get(column) ?? {}
                    return choices && value !== '' && !choices.includes(value)
                        ? [`${file}: ${column} is ${value}`]
                        : []
                })
            ),
        spoilt: {
            'a status of a privilege': (app) =>
                changed(app, 'sys_scope_privilege', { find: '<status>allowed', replace: '<status>granted' }),
            'a decision of an access control': (app) =>
                changed(app, 'sys_security_acl', {
                    find: '<decision_type>allow',
                    replace: '<decision_type>maybe',
                }),
            'a type of a client': (app) =>
                changed(app, 'oauth_entity', { find: '<type>client', replace: '<type>consumer_app' }),
        },
    },
    {
        number: 'licence',
        what: 'scope, licence and version are stated, and alike everywhere',
        why: 'A vendor’s prefix is how the platform tells applications apart, and the bill of materials is what auditors read.',
        findings: (app) => {
            const [one] = app.values('sys_app')
            const [bill] = app.values('sys_module').filter(({ path }) => path?.endsWith('/bom.json'))
            const { metadata } = JSON.parse(bill?.['content'] ?? '{"metadata":{}}') as {
                metadata: { component?: { version?: string; licenses?: { license?: { id?: string } }[] } }
            }
            const found = {
                scope: one?.['scope'],
                licence: metadata.component?.licenses?.[0]?.license?.id,
                licensable: one?.['licensable'],
                model: one?.['license_model'],
            }
            const wanted = {
                scope: 'x_opfi_openfin',
                licence: 'Apache-2.0',
                licensable: 'true',
                model: 'none',
            }
            return [
                ...(Object.keys(wanted) as (keyof typeof wanted)[])
                    .filter((key) => found[key] !== wanted[key])
                    .map((key) => `${key} is ${found[key]}`),
                ...(metadata.component?.version === one?.['version']
                    ? []
                    : ['The bill is of another version']),
                ...(one?.['name'] && one['short_description']
                    ? []
                    : ['The application has no name or description']),
            ]
        },
        spoilt: {
            'another licence': (app) =>
                changed(app, 'sys_module', { find: '"id": "Apache-2.0"', replace: '"id": "MIT"' }),
            'another version': (app) =>
                changed(app, 'sys_app', { find: '<version>1.', replace: '<version>2.' }),
            'no description': (app) =>
                changed(app, 'sys_app', { find: '<short_description>', replace: '<hint>' }),
        },
    },
    {
        number: 'access tracking',
        what: 'what the application uses of others is noted, in the newest language level',
        why: 'Otherwise nobody sees what it reads. Enforced access would refuse each table that a refresh rule names (docs/decisions.md).',
        findings: (app) =>
            app
                .values('sys_app')
                .filter(
                    (one) =>
                        one['runtime_access_tracking'] !== 'permissive' || one['js_level'] !== 'es_latest'
                )
                .map((one) => `${one['runtime_access_tracking']}, ${one['js_level']}`),
        spoilt: {
            'one that nobody watches': (app) =>
                changed(app, 'sys_app', { find: '>permissive<', replace: '>none<' }),
            'an older language level': (app) =>
                changed(app, 'sys_app', { find: '>es_latest<', replace: '>helsinki_es5<' }),
        },
    },
    {
        number: 'tests',
        what: 'no test is deployed',
        why: 'It would run on customers’ instances.',
        findings: (app) =>
            modulesOf(app)
                .filter(({ place, code }) => /test/.test(place) || /\bdescribe\(/.test(code))
                .map(({ place }) => place),
        spoilt: {
            'a module that is one': (app) => withLines(app, 'settings', "describe('settings', () => {})"),
        },
    },
]
