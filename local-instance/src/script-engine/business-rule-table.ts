import type { ColumnDefinition, TableDefinition } from '../core/store/types'

const text = (name: string, maxLength = 255): ColumnDefinition => ({ name, type: 'string', maxLength })
const flag = (name: string, defaultValue = '0'): ColumnDefinition => ({ name, type: 'boolean', defaultValue })
const to = (name: string, reference: string): ColumnDefinition => ({ name, type: 'reference', reference })
const whole = (name: string, defaultValue: string): ColumnDefinition => ({
    name,
    type: 'integer',
    defaultValue,
})

/** Business rules (SDK sdk-core/dist/fluent/tables sys_script; values of `when` as the SDK writes them). */
export const businessRuleTable: TableDefinition = {
    name: 'sys_script',
    label: 'Business Rule',
    extends: 'sys_metadata',
    columns: [
        { ...text('name', 80), mandatory: true, display: true },
        { name: 'collection', type: 'table_name', maxLength: 80, mandatory: true },
        {
            ...text('when', 40),
            defaultValue: 'before',
            choices: {
                before: 'before',
                after: 'after',
                async_always: 'async',
                before_display: 'display',
                async: 'async (deprecated)',
            },
        },
        whole('order', '100'),
        whole('priority', '100'),
        flag('active', '1'),
        flag('advanced'),
        flag('action_insert'),
        flag('action_update'),
        flag('action_delete'),
        flag('action_query'),
        { name: 'filter_condition', type: 'conditions', maxLength: 4000 },
        { name: 'condition', type: 'condition_string', maxLength: 4000 },
        { name: 'role_conditions', type: 'user_roles', maxLength: 4000 },
        { name: 'template', type: 'template_value', maxLength: 4000 },
        flag('abort_action'),
        flag('add_message'),
        { name: 'message', type: 'html', maxLength: 4000 },
        { name: 'script', type: 'script', maxLength: 1_000_000 },
        {
            ...text('access', 40),
            defaultValue: 'package_private',
            choices: { package_private: 'This application scope only', public: 'All application scopes' },
        },
        flag('change_fields'),
        flag('client_callable'),
        flag('execute_function'),
        text('description', 4000),
        flag('is_rest'),
        // Tables of outbound REST functions, whose rules are not supported here.
        text('rest_method', 32),
        text('rest_method_text', 255),
        to('rest_service', 'sys_rest_message'),
        text('rest_service_text', 255),
        text('rest_variables', 4000),
        { name: 'sys_domain', type: 'domain_id', maxLength: 32, defaultValue: 'global' },
        { name: 'sys_domain_path', type: 'domain_path', maxLength: 255, defaultValue: '/' },
        to('sys_overrides', 'sys_script'),
    ],
    indexes: [{ columns: ['collection'] }],
}
