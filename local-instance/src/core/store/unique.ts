import { quoted } from './database'
import type { StoreParts } from './parts'
import { StoreError, type Row, type Table } from './types'

/**
 * Keeps unique columns and sys_ids unique over a whole hierarchy, since an index covers one SQL table only.
 *
 * @throws StoreError `duplicate_key`
 */
export function checkUnique(parts: StoreParts, table: Table, values: Row, sysId: string | null): void {
    for (const [name, value] of Object.entries(values)) {
        const column = table.columns.get(name)
        if (value === null || !column || !(column.unique || name === 'sys_id')) continue
        const owner = table.lineage.findLast((parent) => parts.dictionary.table(parent)?.columns.has(name))
        const family = owner ? parts.dictionary.table(owner) : undefined
        for (const relative of family ? [family.name, ...family.descendants] : []) {
            if (relative === table.name) continue
            const found = parts.database.all(
                `SELECT "sys_id" FROM ${quoted(relative)} WHERE ${quoted(name)} = ? LIMIT 1`,
                [value]
            )
            if (found.some(([id]) => id !== sysId)) throw duplicate(table)
        }
    }
}

/** The error for a row that exists already; it names no value. */
export function duplicate(table: Table): StoreError {
    return new StoreError('duplicate_key', `A record with this unique value exists in ${table.name}`)
}
