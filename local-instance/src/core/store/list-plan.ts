import { quoted, type Database } from './database'
import type { EncodedQuery } from './encoded-query'
import { isEmptyOperand } from './operators'
import type { SelectParts } from './to-sql'
import type { Table } from './types'
import type { Versions } from './versions'

/**
 * Above this number of matches, reading in index order is cheaper than finding all matches and sorting them.
 */
const MANY = 1000

/** The columns of each index that a table has, its parents' included. */
export interface Indexes {
    of(table: Table): string[][]
}

/** The indexes in `sys_index`, cached until the dictionary changes. */
export function createIndexes(database: Database, versions: Versions): Indexes {
    let version: number | undefined
    const byTable = new Map<string, string[][]>()
    return {
        of({ lineage }) {
            const now = versions.of('dictionary')
            if (version !== now) {
                byTable.clear()
                const rows = database.all('SELECT logical_table_name, index_col_name FROM sys_index')
                for (const [table, columns] of rows) {
                    const list = byTable.get(String(table)) ?? []
                    list.push(String(columns).split(','))
                    byTable.set(String(table), list)
                }
                version = now
            }
            return lineage.flatMap((name) => byTable.get(name) ?? [])
        },
    }
}

/**
 * Conditions that make SQLite choose a poor plan for a list: it uses an index on them although they may match
 * most rows, which then have to be sorted, while the index of the order returns the first rows at once.
 * Undefined if there are none, or if one index covers both conditions and order.
 */
export function doubtfulConditions(query: EncodedQuery, indexes: string[][]): EncodedQuery | undefined {
    const [first] = query.order
    const [groups] = query.alternatives
    if (!first || first.path.length > 1 || !groups || query.alternatives.length > 1) return undefined
    const order = first.path[0] as string
    if (!indexes.some(([leading]) => leading === order)) return undefined

    const equalities = groups.filter(([condition, ...others]) => {
        const { operator, path, value } = condition ?? {}
        return operator === '=' && others.length === 0 && path?.length === 1 && !isEmptyOperand(value ?? '')
    })
    const columns = new Set(equalities.map(([condition]) => condition?.path[0]))
    const serves = (index: string[]) => {
        const at = index.indexOf(order)
        return at > 0 && index.slice(0, at).every((column) => columns.has(column))
    }
    if (indexes.some(serves)) return undefined
    const doubtful = equalities.filter(([condition]) =>
        indexes.some(([leading]) => leading === condition?.path[0])
    )
    return doubtful.length > 0 ? { alternatives: [doubtful], order: [], malformed: [] } : undefined
}

/**
 * True if a condition matches many rows. SQLite does not know how often a value occurs, so a bounded count
 * decides.
 */
export function matchesMany(
    database: Database,
    table: Table,
    { where, values }: SelectParts,
    alias: string
): boolean {
    return [table.name, ...table.descendants].some((name) => {
        const sql = `SELECT 1 FROM ${quoted(name)} AS ${alias} WHERE ${where} LIMIT 1 OFFSET ?`
        return database.all(sql, [...values, MANY]).length > 0
    })
}
