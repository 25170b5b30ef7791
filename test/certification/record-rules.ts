import { added, changed, withLines, type Rule } from './rule'
import { scriptsOf } from './scripts'

/** What records hold. */
export const recordRules: Rule[] = [
    {
        number: '1.7',
        what: 'no secret, password or token is in it',
        why: 'Everybody who has the app would have it.',
        findings: (app) =>
            [...app.files].flatMap(([file, text]) =>
                [
                    ...text.matchAll(
                        /<(client_secret|password|user_password|token|token_received|token_issued|private_key|salt)>[^<]+|-----BEGIN [A-Z ]+-----|\beyJ[\w-]{10,}\.[\w-]+\.|\bBasic (?!authentication\b)[A-Za-z0-9+/]{8,}=*|(?:password|secret|api_?key)['"]?\s*[:=]\s*['"][^'"]+/gi
                    ),
                ].map(([found]) => `${file}: ${found.slice(0, 30)}`)
            ),
        spoilt: {
            'a client secret': (app) =>
                changed(app, 'oauth_entity', {
                    find: '<client_id>',
                    replace: '<client_secret>abc</client_secret><client_id>',
                }),
            'a password in code': (app) =>
                withLines(app, 'settings', "const login = { password: 'guess me' }"),
            'a key': (app) => withLines(app, 'settings', "const pem = '-----BEGIN PRIVATE KEY-----'"),
        },
    },
    {
        number: '6.2',
        what: 'scheduled jobs run as nobody in particular',
        why: 'A user of one instance does not exist on another.',
        findings: (app) =>
            app
                .values('sysauto_script')
                .filter((job) => job['run_as'])
                .map((job) => `${job['name']} runs as ${job['run_as']}`),
        spoilt: {
            'one that names a user': (app) =>
                added(app, 'sysauto_script', { name: 'Job', run_as: '6816f79cc0a8016401c5a33be04be441' }),
        },
    },
    {
        number: 'scan: descriptions',
        what: 'API, versions and routes have a short description',
        why: 'The REST API Explorer shows nothing else.',
        findings: (app) =>
            ['sys_ws_definition', 'sys_ws_version', 'sys_ws_operation'].flatMap((table) =>
                app
                    .values(table)
                    .filter((one) => !/^\S+ .*\S\.$/.test(one['short_description'] ?? ''))
                    .map((one) => `${table} ${one['name'] ?? one['version_id']}: ${one['short_description']}`)
            ),
        spoilt: {
            'a route without': (app) =>
                changed(app, 'sys_ws_operation', {
                    find: '<short_description>Returns the user of the access token.',
                    replace: '<short_description>',
                }),
            'a version without': (app) =>
                changed(app, 'sys_ws_version', { find: '<short_description>', replace: '<doc>' }),
        },
    },
    {
        number: 'scan: versioning',
        what: 'the API has versions, one of them active and the default, and every route belongs to one',
        why: 'Without one a change of the format breaks clients, and without a default the path without a version.',
        findings: (app) => {
            const versions = app.values('sys_ws_version')
            const defaultsOf = (api: Record<string, string>) =>
                versions.filter(
                    (one) =>
                        one['web_service_definition'] === api['sys_id'] &&
                        one['is_default'] === 'true' &&
                        one['active'] === 'true'
                )
            const ids = versions.map((one) => one['sys_id'])
            return [
                ...app
                    .values('sys_ws_definition')
                    .filter(
                        (api) =>
                            api['is_versioned'] !== 'true' ||
                            defaultsOf(api).length !== 1 ||
                            api['default_version'] !== defaultsOf(api)[0]?.['version_id']
                    )
                    .map((api) => `${api['name']}: default version ${api['default_version']}`),
                ...app
                    .values('sys_ws_operation')
                    .filter((route) => !ids.includes(route['web_service_version']))
                    .map((route) => `${route['name']} has no version`),
            ]
        },
        spoilt: {
            'no default': (app) =>
                changed(app, 'sys_ws_definition', {
                    find: '<default_version>v1',
                    replace: '<default_version>',
                }),
            'an inactive one': (app) =>
                changed(app, 'sys_ws_version', { find: '<active>true', replace: '<active>false' }),
            'a route of none': (app) =>
                changed(app, 'sys_ws_operation', { find: '<web_service_version>', replace: '<version>' }),
        },
    },
    {
        number: 'scan: properties',
        what: 'properties have a type, a description, roles for reading and writing, and ignore the cache',
        why: 'Nobody would know what to set, and everybody could. A change of one that does not ignore the cache flushes all caches of the instance (KB1000746).',
        findings: (app) =>
            app
                .values('sys_properties')
                .filter(
                    (one) =>
                        !/^x_opfi_openfin\.[a-z_]+\.[a-z_]+$/.test(one['name'] ?? '') ||
                        !/^(boolean|choicelist|integer|string)$/.test(one['type'] ?? '') ||
                        !/\S+ .+\.$/.test(one['description'] ?? '') ||
                        !one['read_roles']?.includes('x_opfi_openfin.viewer') ||
                        one['write_roles'] !== 'x_opfi_openfin.admin' ||
                        one['ignore_cache'] !== 'true'
                )
                .map((one) => `${one['name']}`),
        spoilt: {
            'no description': (app) =>
                changed(app, 'sys_properties', { find: '<description>', replace: '<hint>' }),
            'no role for writing': (app) =>
                changed(app, 'sys_properties', { find: '<write_roles>', replace: '<roles>' }),
            'one that flushes all caches': (app) =>
                changed(app, 'sys_properties', {
                    find: '<ignore_cache>true',
                    replace: '<ignore_cache>false',
                }),
        },
    },
    {
        number: 'events',
        what: 'events are registered, named within 40 characters, and raised',
        why: 'A longer name is cut off without a word, and then nothing answers the event.',
        findings: (app) => {
            const raised = scriptsOf(app).flatMap(({ code }) =>
                [...code.matchAll(/(?:eventQueue|raiseEvent)\(\s*['"]([^'"]+)['"]/g)].map(
                    ([, name]) => name ?? ''
                )
            )
            // Some are raised under a name that a table of the module gives.
            const named = scriptsOf(app).flatMap(({ code }) =>
                /(?:eventQueue|raiseEvent)\(/.test(code)
                    ? [...code.matchAll(/'(x_opfi_openfin\.\w+)'/g)].map(([, name]) => name ?? '')
                    : []
            )
            const registered = app.values('sysevent_register').map((one) => one['event_name'] ?? '')
            const heard = app.values('sysevent_email_action').map((one) => one['event_name'] ?? '')
            return [
                ...registered.filter((name) => name.length > 40).map((name) => `${name} is too long`),
                ...[...raised, ...heard]
                    .filter((name) => !registered.includes(name))
                    .map((name) => `${name} is not registered`),
                ...registered
                    .filter((name) => !raised.includes(name) && !named.includes(name))
                    .map((name) => `${name} is never raised`),
                ...app
                    .values('sysevent_register')
                    .filter((one) => one['event_name'] !== `x_opfi_openfin.${one['suffix']}`)
                    .map((one) => `${one['event_name']} is not of the suffix ${one['suffix']}`),
            ]
        },
        spoilt: {
            'one that is not registered': (app) =>
                withLines(app, 'settings', "gs.eventQueue('x_opfi_openfin.other', null, '', '')"),
            'one that is never raised': (app) =>
                added(app, 'sysevent_register', { event_name: 'x_opfi_openfin.other', suffix: 'other' }),
            'one that is too long': (app) =>
                added(app, 'sysevent_register', {
                    event_name: 'x_opfi_openfin.an_address_keeps_failing_today',
                    suffix: 'an_address_keeps_failing_today',
                }),
        },
    },
]
