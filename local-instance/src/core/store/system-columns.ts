import type { ColumnDefinition } from './types'

/** The columns that every table has (DOCS: system fields): root tables define them, others inherit them. */
export const SYSTEM_COLUMNS: ColumnDefinition[] = [
    { name: 'sys_id', type: 'GUID', label: 'Sys ID', maxLength: 32, readOnly: true },
    { name: 'sys_created_on', type: 'glide_date_time', label: 'Created', readOnly: true },
    { name: 'sys_created_by', type: 'string', label: 'Created by', maxLength: 40, readOnly: true },
    { name: 'sys_updated_on', type: 'glide_date_time', label: 'Updated', readOnly: true },
    { name: 'sys_updated_by', type: 'string', label: 'Updated by', maxLength: 40, readOnly: true },
    { name: 'sys_mod_count', type: 'integer', label: 'Updates', readOnly: true },
]

/** The class of a row; a root table gets this column with its first child table. */
export const CLASS_COLUMN: ColumnDefinition = {
    name: 'sys_class_name',
    type: 'sys_class_name',
    label: 'Class',
    maxLength: 80,
    readOnly: true,
}

/** Columns that only the platform sets. */
export const SYSTEM_NAMES: ReadonlySet<string> = new Set([
    ...SYSTEM_COLUMNS.map((column) => column.name),
    CLASS_COLUMN.name,
])
