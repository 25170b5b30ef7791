import type { Schema } from '../core/plugin'
import { businessRuleTable } from './business-rule-table'
import type { ColumnDefinition, TableDefinition } from '../core/store/types'

const text = (name: string, maxLength = 255): ColumnDefinition => ({ name, type: 'string', maxLength })
const flag = (name: string, defaultValue: '1' | '0'): ColumnDefinition => ({
    name,
    type: 'boolean',
    defaultValue,
})

const scriptInclude: TableDefinition = {
    name: 'sys_script_include',
    label: 'Script Include',
    extends: 'sys_metadata',
    columns: [
        {
            ...text('access', 40),
            type: 'choice',
            defaultValue: 'package_private',
            choices: { package_private: 'This application scope only', public: 'All application scopes' },
        },
        flag('active', '1'),
        text('api_name', 100),
        {
            ...text('caller_access', 40),
            type: 'choice',
            choices: { '1': 'Caller Tracking', '2': 'Caller Restriction' },
        },
        flag('client_callable', '0'),
        text('description', 4000),
        flag('mobile_callable', '0'),
        { ...text('name', 100), mandatory: true, display: true },
        flag('sandbox_callable', '0'),
        { name: 'script', type: 'script_plain', maxLength: 1_000_000 },
    ],
    indexes: [{ columns: ['name'] }],
}

const module_: TableDefinition = {
    name: 'sys_module',
    label: 'Module',
    extends: 'sys_metadata',
    columns: [
        { ...text('path', 1000), mandatory: true, display: true },
        { name: 'content', type: 'script', maxLength: 16_000_000 },
        flag('external_source', '0'),
    ],
    indexes: [{ columns: ['path'] }],
}

const scopePrivilege: TableDefinition = {
    name: 'sys_scope_privilege',
    label: 'Cross scope privilege',
    extends: 'sys_metadata',
    columns: [
        { name: 'source_scope', type: 'reference', reference: 'sys_scope', mandatory: true },
        { name: 'target_scope', type: 'reference', reference: 'sys_scope', mandatory: true },
        { ...text('target_name', 160), mandatory: true, display: true },
        {
            ...text('target_type', 40),
            type: 'choice',
            choices: {
                sys_db_object: 'Table',
                sys_script_include: 'Script Include',
                scriptable: 'Scriptable',
            },
        },
        {
            ...text('operation', 40),
            type: 'choice',
            choices: {
                read: 'Read',
                write: 'Write',
                create: 'Create',
                delete: 'Delete',
                execute: 'Execute API',
            },
        },
        {
            ...text('status', 40),
            type: 'choice',
            defaultValue: 'requested',
            choices: { requested: 'Requested', allowed: 'Allowed', denied: 'Denied' },
        },
    ],
    indexes: [{ columns: ['source_scope'] }],
}

/**
 * Script tables (SDK sdk-core/src/fluent/tables) and cross-scope privileges (DOCS
 * c_CrossScopePrivilegeRecord; columns of the SDK's sys_scope_privilege).
 */
export const schema: Schema = { tables: [scriptInclude, module_, scopePrivilege, businessRuleTable] }
