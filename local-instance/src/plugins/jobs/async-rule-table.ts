import type { TableDefinition } from '../../core/store/types'

/** Queued asynchronous rules; on the platform, one row of `sys_trigger` each. */
export const asyncRuleTable: TableDefinition = {
    name: 'local_async_rule',
    label: 'Asynchronous business rules to run',
    hidden: true,
    columns: [
        { name: 'rule', type: 'string', maxLength: 32 },
        { name: 'target_table', type: 'string', maxLength: 80 },
        { name: 'target', type: 'string', maxLength: 32 },
        { name: 'target_row', type: 'string' },
        { name: 'operation', type: 'string', maxLength: 10 },
        { name: 'user', type: 'string', maxLength: 32 },
        { name: 'priority', type: 'integer' },
    ],
    indexes: [{ columns: ['priority', 'sys_created_on'] }],
}
