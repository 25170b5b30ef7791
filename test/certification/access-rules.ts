import { added, changed, type Rule } from './rule'

const SCOPE = 'x_opfi_openfin'
const BASE = `/api/${SCOPE}/v1/integration`
/** Roles that everybody has, or nearly. */
const NO_REAL_ROLE = new Set(['', 'public', 'snc_internal', 'snc_external', 'nobody'])

/** Routes that need no sign-in, each with the reason; SECURITY.md describes how they are protected. */
const WAIVERS: Record<string, string> = {
    '/request_tokens': 'Its callers have no token yet, or one that has ended.',
    '/revoke_token': 'A token may be given back after its end (RFC 7009 §2.1).',
}

/** Who may do what. */
export const accessRules: Rule[] = [
    {
        number: '1.1',
        what: 'each table has access controls with real roles for all four operations',
        why: 'A table without one is open, or closed, as the instance’s default happens to be.',
        findings: (app) =>
            app.values('sys_db_object').flatMap((table) =>
                ['create', 'read', 'write', 'delete'].flatMap((operation) => {
                    const acls = app
                        .values('sys_security_acl')
                        .filter(
                            (acl) =>
                                acl['name'] === table['name'] &&
                                acl['type'] === 'record' &&
                                acl['operation'] === operation &&
                                acl['active'] === 'true'
                        )
                    const roles = acls.flatMap((acl) => rolesOf(app, acl['sys_id'] ?? ''))
                    return roles.length > 0 && roles.every((role) => !NO_REAL_ROLE.has(role))
                        ? []
                        : [
                              `${table['name']} ${operation}: ${acls.length} access controls, roles ${roles.join()}`,
                          ]
                })
            ),
        spoilt: {
            'an access control that is off': (app) =>
                changed(app, 'sys_security_acl', {
                    find: '<active>true</active>\n    <admin_overrides>true</admin_overrides>\n    <advanced>false</advanced>\n    <applies_to/>\n    <condition/>\n    <decision_type>allow</decision_type>\n    <description>Delete access',
                    replace: '<active>false</active><description>Delete access',
                }),
            'no role for it': (app) =>
                changed(app, 'sys_security_acl_role', { find: '<sys_security_acl', replace: '<other_acl' }),
            'a table without any': (app) => added(app, 'sys_db_object', { name: `${SCOPE}_more` }),
        },
    },
    {
        number: '1.2',
        what: 'client-callable script includes have an execute access control',
        why: 'Any signed-in user could call one from a browser.',
        findings: (app) => {
            const fenced = app
                .values('sys_security_acl')
                .filter(({ type, active }) => type === 'client_callable_script_include' && active === 'true')
                .map(({ name }) => name?.replace(`${SCOPE}.`, ''))
            return app
                .values('sys_script_include')
                .filter(({ client_callable, name }) => client_callable === 'true' && !fenced.includes(name))
                .map(({ name }) => `${name} is open to browsers`)
        },
        spoilt: {
            'one without': (app) =>
                added(app, 'sys_script_include', { name: 'OpenFinAjax', client_callable: 'true' }),
        },
    },
    {
        number: '1.3',
        what: 'routes need a sign-in and an access control, but for those with a written reason',
        why: 'An open route is what strangers find first.',
        findings: (app) =>
            app.values('sys_ws_operation').flatMap((route) => {
                const path = route['relative_path'] ?? ''
                const needs = [route['requires_authentication'], route['requires_acl_authorization']]
                if (needs.every((need) => need === 'true') && route['enforce_acl']) return []
                return WAIVERS[path] ? [] : [`${path} needs no sign-in or no access control`]
            }),
        spoilt: {
            'a further open route': (app) =>
                changed(app, 'sys_ws_operation', {
                    find: '<requires_authentication>true',
                    replace: '<requires_authentication>false',
                }),
            'a route for all who are signed in': (app) =>
                changed(app, 'sys_ws_operation', {
                    find: '<requires_acl_authorization>true',
                    replace: '<requires_acl_authorization>false',
                }),
        },
    },
    {
        number: '1.3a',
        what: 'routes without a sign-in are fenced by an access control of their path, with a script',
        why: 'The platform asks only such ones about strangers.',
        findings: (app) => {
            const open = app
                .values('sys_ws_operation')
                .filter((route) => route['requires_authentication'] !== 'true')
            const fences = app
                .values('sys_security_acl')
                .filter(
                    (acl) =>
                        acl['type'] === 'REST_Endpoint' &&
                        acl['active'] === 'true' &&
                        acl['advanced'] === 'true' &&
                        acl['admin_overrides'] === 'false' &&
                        acl['script']?.includes(`gs.getProperty('${SCOPE}.integration.lockdown', 'true')`)
                )
                .map(({ name, operation }) => `${operation} ${name}`)
            const wanted = open.map(
                (route) => `http_${route['http_method']?.toLowerCase()} ${BASE}${route['relative_path']}`
            )
            return wanted.filter((path) => !fences.includes(path)).map((path) => `${path} has no fence`)
        },
        spoilt: {
            'one whose script is gone': (app) =>
                changed(app, 'sys_security_acl', {
                    find: "'true') == 'false';",
                    replace: "'false') == 'false';",
                }),
            'one for another method': (app) =>
                changed(app, 'sys_security_acl', { find: '>http_post<', replace: '>http_get<' }),
        },
    },
    {
        number: '7.5',
        what: 'routes are guarded by access controls of the app’s own',
        why: 'The stock "Scripted REST External Default" lets every signed-in user in, or whom an administrator put there.',
        findings: (app) => {
            const own = app.values('sys_security_acl').map((acl) => acl['sys_id'])
            return [...app.values('sys_ws_definition'), ...app.values('sys_ws_operation')].flatMap((one) =>
                (one['enforce_acl'] ?? '')
                    .split(',')
                    .filter((acl) => acl && !own.includes(acl))
                    .map((acl) => `${one['name']} is guarded by ${acl}`)
            )
        },
        spoilt: {
            'the stock one': (app) =>
                changed(app, 'sys_ws_operation', {
                    find: '<enforce_acl>',
                    replace: '<enforce_acl>cf9d01d3e73003009d6247e603f6a990,',
                }),
        },
    },
    {
        number: '2.7',
        what: 'CORS rules name one exact origin and are inactive',
        why: 'Pages of a foreign origin could act as the user who visits them.',
        findings: (app) =>
            app
                .values('sys_cors_rule')
                .filter(
                    ({ domain, active }) =>
                        active !== 'false' || !/^https:\/\/[a-z0-9.-]+$/.test(domain ?? '')
                )
                .map(({ name, domain, active }) => `${name}: ${domain}, active ${active}`),
        spoilt: {
            'a wildcard': (app) =>
                changed(app, 'sys_cors_rule', {
                    find: 'https://not-set.invalid',
                    replace: 'https://*.invalid',
                }),
            'an active one': (app) =>
                changed(app, 'sys_cors_rule', { find: '<active>false', replace: '<active>true' }),
        },
    },
]

function rolesOf(app: Parameters<Rule['findings']>[0], acl: string): string[] {
    const names = new Map(app.values('sys_user_role').map(({ sys_id, name }) => [sys_id, name]))
    return app
        .values('sys_security_acl_role')
        .filter((one) => one['sys_security_acl'] === acl)
        .map((one) => names.get(one['sys_user_role']) ?? '')
}
