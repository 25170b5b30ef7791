import type { StoreParts } from './parts'
import type { Table } from './types'

/** Start value of a new table's counter, as on the platform: the first number is INC0010001. */
const START = 10_000

/**
 * The next record number of a table, such as INC0010001. Call it inside a write transaction, so that numbers
 * are unique.
 */
export function nextNumber({ database }: StoreParts, table: Table): string | null {
    if (!table.autoNumber) return null
    const owner = ownerOf(database, table)
    const [row] = database.all('SELECT "number" FROM "sys_number_counter" WHERE "table" = ?', [owner])
    const next = Number(row?.[0] ?? START) + 1
    if (row) {
        database.run('UPDATE "sys_number_counter" SET "number" = ? WHERE "table" = ?', [next, owner])
    } else {
        database.run(
            'INSERT INTO "sys_number_counter" ("sys_id", "table", "number") VALUES (lower(hex(randomblob(16))), ?, ?)',
            [owner, next]
        )
    }
    return table.autoNumber.prefix + String(next).padStart(table.autoNumber.digits, '0')
}

/** Tables that inherit their numbering share its counter. */
function ownerOf(database: StoreParts['database'], table: Table): string {
    const rows = database.all('SELECT category FROM sys_number')
    const numbered = new Set(rows.map(([name]) => name))
    return table.lineage.find((name) => numbered.has(name)) ?? table.name
}
