import type { Row } from '../../core/store/types'

/**
 * Tables whose update files are named by the record's coalesce values, since its sys_id differs between
 * instances.
 */
const NAMED_BY: Record<string, { prefix: string; columns: [string, string] }> = {
    sys_dictionary: { prefix: 'sys_dictionary', columns: ['name', 'element'] },
    sys_choice: { prefix: 'sys_choice', columns: ['name', 'element'] },
    sys_choice_set: { prefix: 'sys_choice', columns: ['name', 'element'] },
    sys_documentation: { prefix: 'sys_documentation', columns: ['name', 'element'] },
}

/**
 * The name of a record in update files and in `sys_update_xml`: `table_sysid`, or based on its coalesce
 * values.
 */
export function updateNameOf(table: string, row: Row): string {
    const named = NAMED_BY[table]
    if (!named) return `${table}_${row['sys_id'] ?? ''}`
    return [named.prefix, ...named.columns.map((column) => row[column] || 'null')].join('_')
}
