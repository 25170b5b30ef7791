import { TABLE_API_RULE } from '../../setup/packaged'
import type { BuiltApp } from '../support/built-app'
import { platformColumns } from './platform-columns'
import { added, changed, type Rule } from './rule'

/** Columns and values as the platform's tables have them. */
export const columnRules: Rule[] = [
    {
        number: 'columns',
        what: 'records have columns of their tables only',
        why: 'The platform drops the value of a column that it does not know.',
        findings: (app) =>
            ownWriting(app).flatMap(({ file, table, values }) => {
                const columns = platformColumns(table)
                if (columns.size === 0) return []
                return Object.keys(values)
                    .filter((column) => !columns.has(column) && !OF_EVERY_FILE.test(column))
                    .map((column) => `${file}: ${column}`)
            }),
        spoilt: {
            'one that another table has': (app) =>
                changed(app, 'sys_cors_rule', {
                    find: '<get>',
                    replace: '<http_methods>get</http_methods><get>',
                }),
        },
    },
    {
        number: 'mandatory columns',
        what: 'mandatory columns have a value',
        why: 'A form with such a record cannot be saved.',
        findings: (app) =>
            ownWriting(app).flatMap(({ file, table, values }) =>
                [...platformColumns(table)]
                    .filter(([column, { mandatory }]) => mandatory && !values[column])
                    .filter(([column]) => values['name'] !== TABLE_API_RULE || column !== 'rest_api')
                    .map(([column]) => `${file}: ${column}`)
            ),
        spoilt: {
            'a CORS rule without a domain': (app) =>
                changed(app, 'sys_cors_rule', { find: '>https://not-set.invalid<', replace: '><' }),
            'a CORS rule of another API without one': (app) =>
                added(app, 'sys_cors_rule', {
                    name: 'Other',
                    domain: 'https://not-set.invalid',
                    rest_api: '',
                }),
        },
    },
    {
        number: 'kinds of values',
        what: 'booleans, numbers and references are written as the platform writes them',
        why: 'It takes what it does not understand for false, for 0, or for a record that is missing.',
        findings: (app) =>
            ownWriting(app).flatMap(({ file, table, values }) =>
                Object.entries(values).flatMap(([column, value]) => {
                    const { kind } = platformColumns(table).get(column) ?? {}
                    return kind &&
                        value !== '' &&
                        !FORMS[kind].test(value) &&
                        !isNamedId(table, column, value)
                        ? [`${file}: ${column} is ${value}`]
                        : []
                })
            ),
        spoilt: {
            'a boolean as a number': (app) =>
                changed(app, 'sys_cors_rule', { find: '<get>true', replace: '<get>1' }),
            'a number in words': (app) =>
                changed(app, 'oauth_entity', {
                    find: '<access_token_lifespan>7200',
                    replace: '<access_token_lifespan>2 hours',
                }),
            'a role by its name': (app) =>
                changed(app, 'sys_user_role_contains', {
                    find: '>76cf058ae1ca4efe8338c4881f6e7691<',
                    replace: '>x_opfi_openfin.viewer<',
                }),
        },
    },
]

/** Records but those of the dictionary, which the SDK writes with names of types and tables for references. */
function ownWriting(app: BuiltApp) {
    return app.all.filter(({ table }) => table !== 'sys_dictionary')
}

/** What the build writes into every record, and the space between elements. */
const OF_EVERY_FILE = /^(#text|sys_(id|scope|update_name|name|policy|class_name|code))$/

const FORMS = {
    boolean: /^(true|false)$/,
    integer: /^-?\d+$/,
    reference: /^[0-9a-f]{32}$/,
}

/**
 * sys_ids that are names (SDK sdk-core/src/app/Acl.ts; the global scope). Of `http_post` that is not known, and the
 * reference names it by an attribute, too (path-acls.now.ts).
 */
const NAMED_IDS: Record<string, RegExp> = {
    // The view without a name, which the SDK writes by its title, as exports of the platform do.
    'sys_ui_related_list.view': /^Default view$/,
    'sys_security_acl.type': /^(record|REST_Endpoint|ui_page)$/,
    'sys_security_acl.operation': /^(create|read|write|delete|execute|http_post)$/,
    'sys_scope_privilege.target_scope': /^global$/,
}

function isNamedId(table: string, column: string, value: string): boolean {
    return NAMED_IDS[`${table}.${column}`]?.test(value) ?? false
}
