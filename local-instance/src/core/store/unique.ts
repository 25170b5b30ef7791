import { quoted } from './database'
import type { StoreParts } from './parts'
import { StoreError, type Row, type Table } from './types'

/**
 * Enforces unique columns and sys_ids across a table hierarchy, since an index covers one SQL table only.
 *
 * @throws StoreError `duplicate_key`
 */
export function checkUnique(parts: StoreParts, table: Table, values: Row, sysId: string | null): void {
    if (table.lineage.length === 1 && table.descendants.length === 0) return
    for (const name of Object.keys(values)) {
        const column = table.columns.get(name)
        const value = values[name] ?? null
        if (value === null || !column || !(column.unique || name === 'sys_id')) continue
        const relatives = relativesWith(parts, table, name)
        if (relatives.length === 0) continue
        const found = parts.database.all(
            relatives
                .map((other) => `SELECT "sys_id" FROM ${quoted(other)} WHERE ${quoted(name)} = ?1`)
                .join(' UNION ALL '),
            [value]
        )
        if (found.some(([id]) => id !== sysId)) throw duplicate(table)
    }
}

/** The other tables of the hierarchy that share a column. */
function relativesWith({ dictionary }: StoreParts, table: Table, column: string): string[] {
    const owner = table.lineage.findLast((parent) => dictionary.table(parent)?.columns.has(column))
    const family = owner ? dictionary.table(owner) : undefined
    return family ? [family.name, ...family.descendants].filter((name) => name !== table.name) : []
}

/** The error for a duplicate row; it contains no value. */
export function duplicate(table: Table): StoreError {
    return new StoreError(
        'duplicate_key',
        `A record with the same unique value already exists in ${table.name}`
    )
}
