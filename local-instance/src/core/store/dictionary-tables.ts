import type { ColumnDefinition, TableDefinition } from './types'

const text = (name: string, maxLength = 255): ColumnDefinition => ({ name, type: 'string', maxLength })
const flag = (name: string, defaultValue = 'false'): ColumnDefinition => ({
    name,
    type: 'boolean',
    defaultValue,
})
const number = (name: string): ColumnDefinition => ({ name, type: 'integer' })

/**
 * The tables that store the dictionary itself, and those that the store writes to on its own. All other
 * tables come with plug-ins and apps. Columns as in the records of `sys_dictionary` that the ServiceNow SDK
 * builds.
 */
export const DICTIONARY_DEFINITIONS: TableDefinition[] = [
    {
        name: 'sys_metadata',
        label: 'Application File',
        columns: [
            { name: 'sys_class_name', type: 'sys_class_name', label: 'Class', maxLength: 80, readOnly: true },
            { name: 'sys_name', type: 'string', label: 'Display name', maxLength: 255 },
            { name: 'sys_package', type: 'reference', label: 'Package', reference: 'sys_package' },
            { name: 'sys_policy', type: 'string', label: 'Protection policy', maxLength: 40 },
            { name: 'sys_scope', type: 'reference', label: 'Application', reference: 'sys_scope' },
            { name: 'sys_update_name', type: 'string', label: 'Update name', maxLength: 250 },
        ],
        indexes: [{ columns: ['sys_update_name'] }, { columns: ['sys_scope'] }],
    },
    {
        name: 'sys_db_object',
        label: 'Table',
        extends: 'sys_metadata',
        columns: [
            { ...text('name', 80), label: 'Name', mandatory: true },
            { ...text('label', 80), label: 'Label', display: true },
            { name: 'super_class', type: 'reference', reference: 'sys_db_object', label: 'Extends table' },
            { ...text('access', 40), defaultValue: 'public' },
            flag('read_access', 'true'),
            flag('create_access'),
            flag('update_access'),
            flag('delete_access'),
            flag('alter_access'),
            flag('actions_access'),
            flag('client_scripts_access'),
            flag('create_access_controls'),
            flag('ws_access', 'true'),
            flag('is_extendable'),
            flag('live_feed_enabled'),
            flag('scriptable_table'),
            text('caller_access', 40),
            { name: 'number_ref', type: 'reference', reference: 'sys_number' },
            { name: 'user_role', type: 'reference', reference: 'sys_user_role' },
        ],
        indexes: [{ columns: ['name'] }],
        rights: { read: ['admin', 'itil'] },
    },
    {
        name: 'sys_dictionary',
        label: 'Dictionary Entry',
        extends: 'sys_metadata',
        columns: [
            { ...text('name', 80), label: 'Table' },
            { ...text('element', 80), label: 'Column name', display: true },
            { ...text('column_label', 80), label: 'Column label' },
            { ...text('internal_type', 40), label: 'Type', defaultValue: 'string' },
            { ...text('reference', 80), label: 'Reference' },
            number('max_length'),
            text('default_value', 4000),
            ...['mandatory', 'read_only', 'unique', 'display', 'array', 'audit', 'primary'].map((name) =>
                flag(name)
            ),
            flag('active', 'true'),
            ...['element_reference', 'function_field', 'spell_check', 'table_reference'].map((name) =>
                flag(name)
            ),
            ...['text_index', 'use_dependent_field', 'xml_view', 'dynamic_creation', 'virtual'].map((name) =>
                flag(name)
            ),
            ...['choice', 'choice_field', 'choice_table', 'dependent', 'dependent_on_field'].map((name) =>
                text(name)
            ),
            ...['reference_cascade_rule', 'reference_key', 'reference_qual', 'widget'].map((name) =>
                text(name, 1000)
            ),
            ...['read_only_option', 'use_reference_qualifier', 'virtual_type', 'dynamic_ref_qual'].map(
                (name) => text(name)
            ),
            ...['attributes', 'calculation', 'comments', 'formula', 'function_definition'].map((name) =>
                text(name, 4000)
            ),
            text('dynamic_creation_script', 4000),
            flag('reference_floats'),
        ],
        indexes: [{ columns: ['name', 'element'] }],
        rights: { read: ['admin', 'itil'] },
    },
    {
        name: 'sys_choice',
        label: 'Choice',
        extends: 'sys_metadata',
        columns: [
            text('name', 80),
            text('element', 80),
            text('value', 255),
            { ...text('label', 255), display: true },
            { ...text('language', 3), defaultValue: 'en' },
            number('sequence'),
            flag('inactive'),
            text('dependent_value', 255),
            text('hint', 255),
        ],
        indexes: [{ columns: ['name', 'element'] }],
        rights: { read: ['snc_internal'] },
    },
    {
        name: 'sys_number',
        label: 'Number',
        extends: 'sys_metadata',
        columns: [
            { ...text('category', 80), label: 'Table', display: true },
            text('prefix', 40),
            number('number'),
            number('maximum_digits'),
        ],
        indexes: [{ columns: ['category'] }],
    },
    {
        name: 'sys_number_counter',
        label: 'Number Counter',
        columns: [{ ...text('table', 80), unique: true }, number('number')],
    },
    {
        name: 'sys_index',
        label: 'Table Index',
        extends: 'sys_metadata',
        columns: [
            text('logical_table_name', 80),
            text('table', 80),
            text('name', 80),
            text('index_col_name', 1000),
            flag('unique_index'),
        ],
    },
    {
        name: 'sys_journal_field',
        label: 'Journal Entry',
        columns: [
            { ...text('name', 80), label: 'Table' },
            { ...text('element', 80), label: 'Element' },
            { ...text('element_id', 32), label: 'Element ID' },
            { name: 'value', type: 'string', maxLength: 2_000_000, label: 'Value' },
        ],
        indexes: [{ columns: ['element_id', 'element'] }],
    },
    {
        name: 'sys_security_acl',
        label: 'Access Control',
        extends: 'sys_metadata',
        columns: [
            { ...text('name', 255), display: true },
            { name: 'operation', type: 'reference', reference: 'sys_security_operation' },
            { ...text('type', 40), defaultValue: 'record' },
            flag('active', 'true'),
            flag('admin_overrides', 'true'),
            flag('advanced'),
            { ...text('decision_type', 40), defaultValue: 'allow' },
            text('condition', 4000),
            { name: 'script', type: 'script_plain', maxLength: 8000 },
            text('description', 1000),
            text('applies_to', 4000),
            text('local_or_existing', 40),
            text('security_attribute', 40),
        ],
        indexes: [{ columns: ['name', 'operation'] }, { columns: ['type'] }],
    },
    {
        name: 'sys_security_acl_role',
        label: 'Access Roles',
        extends: 'sys_metadata',
        columns: [
            { name: 'sys_security_acl', type: 'reference', reference: 'sys_security_acl' },
            { name: 'sys_user_role', type: 'reference', reference: 'sys_user_role' },
        ],
        indexes: [{ columns: ['sys_security_acl'] }],
    },
]
