import type { Store, WriteContext } from '../../core/store/types'

/** Dictionary tables and the column with the name of the described table. */
const ABOUT: [table: string, column: string][] = [
    ['sys_dictionary', 'name'],
    ['sys_choice', 'name'],
    ['sys_choice_set', 'name'],
    ['sys_documentation', 'name'],
    ['sys_number', 'category'],
    ['sys_index', 'logical_table_name'],
    ['sys_db_object', 'name'],
]

/** Deletes a table with its records and all its dictionary entries. */
export function dropTable(store: Store, name: string, context: WriteContext): void {
    if (store.dictionary.table(name)) store.deleteMultiple(name, '', context)
    for (const [table, column] of ABOUT) store.deleteMultiple(table, `${column}=${name}`, context)
}
