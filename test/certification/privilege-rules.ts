import type { BuiltApp } from '../support/built-app'
import { added, changed, withLines, type Rule } from './rule'
import { BY_PATTERN, RECORDED } from './recorded-names'
import { scriptsOf } from './scripts'
import { usedGlobals } from './used-globals'

/** What the app declares to use of other scopes, as `operation type target`. */
export function declaredPrivileges(app: BuiltApp): string[] {
    return app
        .values('sys_scope_privilege')
        .map((one) => `${one['operation']} ${one['target_type']} ${one['target_name']}`)
        .sort()
}

function usedPrivileges(app: BuiltApp): string[] {
    // The expressions in pages are the SDK's own template, which every app with a page has.
    const uses = scriptsOf(app)
        .filter(({ place }) => !place.startsWith('sys_ui_page '))
        .map(({ source }) => usedGlobals(source))
    return [
        ...new Set([
            ...uses.flatMap(({ tables }) => tables.map((use) => use.replace(' ', ' sys_db_object '))),
            // Tables that the packaged refresh rules name; those of other rules are an administrator's to allow.
            ...app.values('x_opfi_openfin_refresh_rule').map((rule) => `read sys_db_object ${rule['table']}`),
            ...uses.flatMap(({ scriptables }) => scriptables.map((name) => `execute scriptable ${name}`)),
            ...uses.flatMap(({ scriptIncludes }) =>
                scriptIncludes.map((name) => `execute sys_script_include ${name}`)
            ),
        ]),
    ].sort()
}

/** What the app may use of other scopes. */
export const privilegeRules: Rule[] = [
    {
        number: 'scan: missing privileges',
        what: 'everything that scripts use of other scopes is declared',
        why: 'With enforced access the platform refuses the rest, and notes it as requested.',
        findings: (app) => usedPrivileges(app).filter((use) => !declaredPrivileges(app).includes(use)),
        spoilt: {
            'another table': (app) =>
                withLines(app, 'check-client', "const c = new GlideRecord('sys_audit');"),
            'another table by a dot-walk': (app) =>
                withLines(
                    app,
                    'check-client',
                    "const p = new GlideRecord('oauth_entity_profile');\np.getElement('jwt_provider.name');"
                ),
            'another method': (app) =>
                withLines(app, 'record-request', "const r = new GlideRecord('task');\nr.deleteMultiple();"),
            'one that is gone': (app) =>
                changed(app, 'sys_scope_privilege', {
                    find: '<target_name>oauth_entity',
                    replace: '<target_name>task',
                }),
        },
    },
    {
        number: 'scan: unneeded privileges',
        what: 'everything that is declared is used',
        why: 'A privilege that nobody needs is one that an attacker may.',
        findings: (app) => {
            const used = usedPrivileges(app)
            const declared = declaredPrivileges(app)
            return declared.filter((one, index) => !used.includes(one) || declared.indexOf(one) !== index)
        },
        spoilt: {
            'one too many': (app) =>
                added(app, 'sys_scope_privilege', {
                    operation: 'read',
                    target_type: 'sys_db_object',
                    target_name: 'sys_audit',
                }),
            'one twice': (app) =>
                added(app, 'sys_scope_privilege', {
                    operation: 'read',
                    target_type: 'sys_db_object',
                    target_name: 'oauth_credential',
                }),
            'one of an example that is gone': (app) =>
                changed(app, 'x_opfi_openfin_refresh_rule', {
                    find: '<table>sys_email_account',
                    replace: '<table>sys_rest_message',
                }),
            'a wider one': (app) =>
                changed(app, 'sys_scope_privilege', { find: '<operation>read', replace: '<operation>write' }),
        },
    },
    {
        number: 'scan: requested privileges',
        what: 'privileges are allowed, not asked for, and of the global scope',
        why: 'What is only requested does not work before an administrator says so.',
        findings: (app) =>
            app
                .values('sys_scope_privilege')
                .filter(({ status, target_scope }) => status !== 'allowed' || target_scope !== 'global')
                .map((one) => `${one['target_name']}: ${one['status']} of ${one['target_scope']}`),
        spoilt: {
            'one that is requested': (app) =>
                changed(app, 'sys_scope_privilege', { find: '>allowed<', replace: '>requested<' }),
        },
    },
    {
        number: 'scan: names of privileges',
        what: 'the scriptable objects have the names that instances record, or are known not to be seen yet',
        why: 'A privilege of another name allows nothing, and no instance says so.',
        findings: (app) =>
            declaredPrivileges(app)
                .filter((one) => one.startsWith('execute scriptable '))
                .map((one) => one.replace('execute scriptable ', ''))
                .filter((name) => !RECORDED.includes(name) && !BY_PATTERN.includes(name)),
        spoilt: {
            'the name in scripts instead of the recorded one': (app) =>
                changed(app, 'sys_scope_privilege', {
                    find: '>ScriptableServiceResultStreamWriter.writeString<',
                    replace: '>RESTAPIResponseStream.writeString<',
                }),
        },
    },
]
