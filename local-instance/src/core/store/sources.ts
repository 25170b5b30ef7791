import { quoted } from './database'
import type { Table } from './types'

/**
 * What to read a table from: its SQL table, or all SQL tables of its hierarchy side by side where others extend it.
 * Only the columns in use are named, so that SQLite can look each part up by its own indexes.
 */
export function sourceOf(table: Table, columns: Iterable<string>, alias: string): string {
    if (table.descendants.length === 0) return `${quoted(table.name)} AS ${alias}`
    const list = [...new Set(['sys_id', ...columns])].map(quoted).join(', ')
    const parts = [table.name, ...table.descendants].map((name) => `SELECT ${list} FROM ${quoted(name)}`)
    return `(${parts.join(' UNION ALL ')}) AS ${alias}`
}
