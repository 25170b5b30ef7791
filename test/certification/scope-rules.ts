import { added, changed, type Rule } from './rule'

const SCOPE = 'x_opfi_openfin'

/** Where records that act on a table name it. */
const TABLE_COLUMNS: Record<string, string> = {
    sys_script: 'collection',
    sys_script_client: 'table',
    sys_security_acl: 'name',
    sys_dictionary: 'name',
    sys_dictionary_override: 'name',
    sys_db_object: 'name',
    sys_choice: 'name',
    sys_ui_action: 'table',
    sys_ui_related_list: 'name',
    sys_ui_related_list_entry: 'related_list',
    sys_ui_style: 'name',
    sys_ui_policy: 'table',
    sys_data_policy2: 'model_table',
    sysevent_email_action: 'collection',
    sysevent_register: 'table',
    sys_auto_flush: 'tablename',
    sys_index: 'table',
}

/** Tables of application files that the app brings records of. */
const METADATA = new Set([
    'sys_app',
    'sys_app_application',
    'sys_app_module',
    'sys_db_object',
    'sys_dictionary',
    'sys_module',
    'sys_properties',
    'sys_scope_privilege',
    'sys_security_acl',
    'sys_security_acl_role',
    'sys_user_role',
    'sys_user_role_contains',
    'sys_ws_definition',
    'sys_ws_operation',
    'sys_ws_version',
    'sysevent_email_action',
    'sysevent_register',
    'sys_choice_v2',
    'sys_documentation',
    'sys_script',
    'sys_script_email',
    'sys_script_include',
    'sys_ui_action',
    'sys_ui_action_role',
    'sys_ui_form_sections',
    'sys_ui_list',
    'sys_ui_message',
    'sys_ui_page',
    'sys_ui_related_list',
    'sys_ui_related_list_entry',
    'sys_ui_style',
    'scan_table_check',
    'sys_atf_test',
    'sys_atf_step',
    'sys_atf_test_suite',
    'sys_atf_test_suite_test',
    'sys_element_mapping',
    'sys_variable_value',
    'sys_ui_section',
    'sys_ux_lib_asset',
    'sysauto_script',
    'sysevent_queue',
    'sysevent_script_action',
])

/** Tables whose records come with the first installation only, since they are an administrator's from then on. */
const DATA: Record<string, string> = {
    oauth_entity: 'the registration of the client',
    sys_cors_rule: 'the rules, inactive',
    sys_auto_flush: 'how long records are kept',
    x_opfi_openfin_refresh_rule: 'examples, inactive',
}

const COVERED = 'new x_opfi_openfin.OAuthTokenActions().covers(current)'
const ADOPTABLE = 'new x_opfi_openfin.OAuthTokenActions().canAdopt(current)'

/**
 * Links on the forms of records that a refresh rule covers, whatever their table, and on the property `instance_id` of a
 * copied instance: only administrators of the app see them, and only there.
 */
function isConditionalLink({ table, form_link, client, condition }: Record<string, string>): boolean {
    const shown =
        (table === 'global' && condition === COVERED) ||
        (table === 'sys_properties' && condition === ADOPTABLE)
    return shown && form_link === 'true' && client === ''
}

/** What the app may touch. */
export const scopeRules: Rule[] = [
    {
        number: '1.6',
        what: 'nothing lies on tables outside the scope',
        why: 'It would change how other applications behave.',
        findings: (app) => [
            ...[...app.files.values()].flatMap((text) =>
                [...text.matchAll(/<(sys_ui_\w+) [^>]*\btable="(?!x_opfi_openfin_)([^"]*)"/g)].map(
                    ([, layout, name]) => `${layout} of ${name}`
                )
            ),
            ...Object.entries(TABLE_COLUMNS).flatMap(([table, column]) =>
                app
                    .values(table)
                    .filter((one) => table !== 'sys_security_acl' || one['type'] === 'record')
                    .filter((one) => table !== 'sys_ui_action' || !isConditionalLink(one))
                    .map((one) => (one[column] ?? '').split('.')[0] ?? '')
                    .filter((name) => !name.startsWith(`${SCOPE}_`))
                    .map((name) => `${table} on ${name}`)
            ),
        ],
        spoilt: {
            'a business rule on tokens': (app) =>
                added(app, 'sys_script', { name: 'Watch', collection: 'oauth_credential' }),
            'an access control on users': (app) =>
                changed(app, 'sys_security_acl', {
                    find: '<name>x_opfi_openfin_request</name>',
                    replace: '<name>sys_user</name>',
                }),
            'a button on all forms': (app) =>
                changed(app, 'sys_ui_action', {
                    find: `<condition>${COVERED}`,
                    replace: '<condition>',
                }),
            'the list of a platform table': (app) =>
                changed(app, 'sys_ui_list', {
                    find: 'table="x_opfi_openfin_refresh_rule"',
                    replace: 'table="sys_user"',
                }),
            'a colour of a platform table': (app) =>
                changed(app, 'sys_ui_style', { find: '<name>x_opfi_openfin_', replace: '<name>sys_' }),
            'a related list of a platform table': (app) =>
                changed(app, 'sys_ui_related_list', { find: '<name>x_opfi_openfin_', replace: '<name>sys_' }),
            'a column of a platform table': (app) =>
                added(app, 'sys_dictionary', { name: 'task', element: 'x_opfi_openfin_note' }),
        },
    },
    {
        number: '1.6a',
        what: 'records belong to the scope, and are of tables that applications bring',
        why: 'A record of another scope is skipped at an upgrade, and data of other applications is not ours to bring.',
        findings: (app) => {
            const [id] = app.values('sys_app').map((one) => one['sys_id'])
            return app.all.flatMap(({ file, table, values }) => {
                const foreign = values['sys_scope'] !== undefined && values['sys_scope'] !== id
                const unknown = !METADATA.has(table) && !(table in DATA && file.startsWith('unload/'))
                return [
                    ...(foreign ? [`${file} is of scope ${values['sys_scope']}`] : []),
                    ...(unknown ? [`${file} is a record of ${table}`] : []),
                ]
            })
        },
        spoilt: {
            'a record of the global scope': (app) =>
                changed(app, 'sys_properties', {
                    find: '>6e392bb0b16ed1322ff68ff72e13b8cb</sys_scope>',
                    replace: '>global</sys_scope>',
                }),
            'a user': (app) => added(app, 'sys_user', { user_name: 'openfin' }),
            'a registration that every upgrade overwrites': (app) =>
                added(app, 'oauth_entity', { name: 'OpenFin' }),
        },
    },
]
