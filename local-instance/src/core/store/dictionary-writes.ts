import { toGlideDateTime } from '../clock'
import { checkName, defineTables } from './define'
import type { StoreParts } from './parts'
import { createPhysicalTables } from './physical'
import type { Row, Table } from './types'

/** The columns that the dictionary is read from; other columns of these tables do not define what exists. */
const READ: Record<string, ReadonlySet<string>> = {
    sys_db_object: new Set(
        (
            'name label super_class sys_scope access ws_access ' +
            'read_access create_access update_access delete_access'
        ).split(' ')
    ),
    sys_dictionary: new Set(
        (
            'name element internal_type column_label reference max_length default_value ' +
            'mandatory read_only unique display active reference_cascade_rule dependent'
        ).split(' ')
    ),
    sys_choice: new Set(['name', 'element', 'value', 'label', 'language', 'sequence', 'inactive']),
    sys_number: new Set(['category', 'prefix', 'maximum_digits']),
}

/** Whether a change of these columns changes the dictionary, which all threads then reload. */
export function changesDictionary(table: Table, changed: readonly string[]): boolean {
    const read = READ[table.name]
    return !read || changed.some((name) => read.has(name))
}

/**
 * A record written to the dictionary takes effect at once, as on the platform: a new table or column exists
 * from then on for all readers of the dictionary.
 *
 * @throws StoreError `invalid_value` for an invalid name
 */
export function afterDictionaryWrite(parts: StoreParts, table: Table, row: Row): void {
    const name = table.name === 'sys_index' ? row['logical_table_name'] : row['name']
    if (!name) return
    if (table.name === 'sys_db_object') {
        const found = parts.dictionary.table(name)
        defineTables({ ...parts, now: () => toGlideDateTime(parts.now()) }, [
            { name, label: row['label'] ?? name, extends: found?.extends ?? undefined, columns: [] },
        ])
        createPhysicalTables(parts.database, parts.dictionary, [name])
    } else if (table.name === 'sys_dictionary' && row['element']) {
        checkName(row['element'])
        createPhysicalTables(parts.database, parts.dictionary, [name])
    } else if (table.name === 'sys_dictionary' || table.name === 'sys_index') {
        createPhysicalTables(parts.database, parts.dictionary, [name])
    }
}
