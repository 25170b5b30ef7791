import { toGlideDateTime } from '../clock'
import { defineTables } from './define'
import type { StoreParts } from './parts'
import { createPhysicalTables } from './physical'
import type { Row, Table } from './types'

/**
 * A record written to the dictionary takes effect at once, as on the platform: a new table or column exists from then
 * on for all who read the dictionary.
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
    } else if (table.name === 'sys_dictionary' || table.name === 'sys_index') {
        createPhysicalTables(parts.database, parts.dictionary, [name])
    }
}
