import { familyOf } from './column-types'
import { quoted, type SqlValue } from './database'
import { tableOf, type StoreParts } from './parts'
import { translate } from './read'
import { ALIAS } from './to-sql'
import type { QueryOptions, Row } from './types'

/** Whether a row, stored or not, matches an encoded query. The statement is not counted. */
export function rowMatches(parts: StoreParts, name: string, row: Row, options: QueryOptions): boolean {
    const table = tableOf(parts, name)
    const { where, values, columns } = translate(parts, table, options)
    const cells: SqlValue[] = []
    const list = [...new Set(['sys_id', ...columns])].map((column) => {
        cells.push(row[column] ?? null)
        const family = familyOf(table.columns.get(column)?.type ?? '')
        const type = family === 'integer' || family === 'boolean' ? 'INTEGER' : 'TEXT'
        return `CAST(? AS ${type}) AS ${quoted(column)}`
    })
    const found = parts.database.all(`SELECT 1 FROM (SELECT ${list.join(', ')}) AS ${ALIAS} WHERE ${where}`, [
        ...cells,
        ...values,
    ])
    return found.length > 0
}
