import { quoted } from './database'
import type { Table } from './types'

/**
 * The SQL source of a table: its SQL table, or the union of all SQL tables of its hierarchy if others extend
 * it. Only the columns in use are named, so SQLite can use the indexes of each part.
 */
export function sourceOf(table: Table, columns: Iterable<string>, alias: string): string {
    if (table.descendants.length === 0) return `${quoted(table.name)} AS ${alias}`
    const list = [...new Set(['sys_id', ...columns])].map(quoted).join(', ')
    const parts = [table.name, ...table.descendants].map((name) => `SELECT ${list} FROM ${quoted(name)}`)
    return `(${parts.join(' UNION ALL ')}) AS ${alias}`
}
