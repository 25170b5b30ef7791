import { quoted, type SqlValue } from './database'
import { parseEncodedQuery } from './encoded-query'
import { doubtfulConditions, matchesMany } from './list-plan'
import { tableOf, type StoreParts } from './parts'
import { resolvePath, valueOf } from './paths'
import { sourceOf } from './sources'
import type { SqlContext } from './sql-context'
import { ALIAS, toSql, type SelectParts } from './to-sql'
import { StoreError, type AggregateRow, type QueryOptions, type Row, type Store, type Table } from './types'

/** The read side of a store. */
export function createReader(
    parts: StoreParts
): Pick<Store, 'get' | 'first' | 'query' | 'count' | 'aggregate'> {
    const reader: Pick<Store, 'get' | 'first' | 'query' | 'count' | 'aggregate'> = {
        get(name, sysId) {
            const table = tableOf(parts, name)
            parts.count()
            return readRow(parts, table, sysId)
        },
        first(name, query) {
            return reader.query(name, { query, limit: 1 })[0]
        },
        query(name, options = {}) {
            const table = tableOf(parts, name)
            parts.count()
            const { where, values, order, columns } = translateList(parts, table, options)
            const wanted = columnsOf(table, options.columns)
            const source = sourceOf(table, [...wanted, ...columns], ALIAS)
            const list = wanted.map((column) => `${ALIAS}.${quoted(column)}`).join(', ')
            const limited = isLimited(options)
            const rows = parts.database.all(
                `SELECT ${list} FROM ${source} WHERE ${where}${order && ` ORDER BY ${order}`}${limited ? ' LIMIT ? OFFSET ?' : ''}`,
                limited ? [...values, options.limit ?? -1, options.offset ?? 0] : values
            )
            return rows.map((cells) => toRow(wanted, cells))
        },
        count(name, options = {}) {
            const table = tableOf(parts, name)
            parts.count()
            const { where, values, columns } = translate(parts, table, options)
            return countRows(parts, table, { where, values, columns })
        },
        aggregate(name, options) {
            const table = tableOf(parts, name)
            parts.count()
            return aggregate(parts, table, options)
        },
    }
    return reader
}

/** One row by sys_id, with all or the requested columns; the statement is not counted. */
export function readRow(
    { database }: StoreParts,
    table: Table,
    sysId: string,
    wanted?: string[]
): Row | undefined {
    const columns = columnsOf(table, wanted)
    const list = columns.map((column) => `${ALIAS}.${quoted(column)}`).join(', ')
    const source = sourceOf(table, columns, ALIAS)
    const [cells] = database.all(`SELECT ${list} FROM ${source} WHERE ${ALIAS}."sys_id" = ?`, [sysId])
    return cells && toRow(columns, cells)
}

/** SQL of the options' query on a table. */
export function translate(parts: StoreParts, table: Table, options: QueryOptions): SelectParts {
    return toSql(table, parseEncodedQuery(options.query ?? ''), contextOf(parts, options))
}

/** Like {@link translate}, optimized for returning the first rows of many. */
function translateList(parts: StoreParts, table: Table, options: QueryOptions): SelectParts {
    const query = parseEncodedQuery(options.query ?? '')
    const context = contextOf(parts, options)
    const doubtful = isLimited(options) ? doubtfulConditions(query, parts.indexes.of(table)) : undefined
    const avoidIndexes =
        doubtful !== undefined && matchesMany(parts.database, table, toSql(table, doubtful, context), ALIAS)
    return toSql(table, query, { ...context, avoidIndexes })
}

function contextOf(parts: StoreParts, options: QueryOptions): SqlContext {
    return {
        dictionary: parts.dictionary,
        now: parts.now,
        options,
        invalidFindsNothing: parts.property('glide.invalid_query.returns_no_rows') === 'true',
    }
}

function isLimited(options: QueryOptions): boolean {
    return options.limit !== undefined || options.offset !== undefined
}

/** Number of matching rows, counted table by table so that each can use its own indexes. */
function countRows(
    { database }: StoreParts,
    table: Table,
    { where, values }: Pick<SelectParts, 'where' | 'values' | 'columns'>
): number {
    let count = 0
    for (const name of [table.name, ...table.descendants]) {
        const [row] = database.all(`SELECT count(*) FROM ${quoted(name)} AS ${ALIAS} WHERE ${where}`, values)
        count += Number(row?.[0])
    }
    return count
}

function aggregate(
    parts: StoreParts,
    table: Table,
    options: Parameters<Store['aggregate']>[1]
): AggregateRow[] {
    const { where, values, columns } = translate(parts, table, options)
    const field = (path: string): string => {
        const names = path.split('.')
        const resolved = resolvePath(parts.dictionary, table, names)
        if (!resolved)
            throw new StoreError('unknown_field', `${table.name} has no field ${path.slice(0, 80)}`)
        columns.add(names[0] as string)
        return valueOf(resolved, ALIAS)
    }
    const groupBy = options.groupBy ?? []
    const groups = groupBy.map(field)
    const aggregates = options.aggregates.map(({ function: name, column }) => {
        if (column === null) return 'count(*)'
        return name === 'COUNT(DISTINCT'
            ? `count(DISTINCT ${field(column)})`
            : `${name.toLowerCase()}(${field(column)})`
    })
    const source = sourceOf(table, columns, ALIAS)
    const group = groups.map((_, index) => index + 1).join(', ')
    const rows = parts.database.all(
        `SELECT ${[...groups, ...aggregates].join(', ')} FROM ${source} WHERE ${where}${
            group && ` GROUP BY ${group} ORDER BY ${group}`
        } LIMIT ? OFFSET ?`,
        [...values, options.limit ?? -1, options.offset ?? 0]
    )
    return rows.map((cells) => ({
        group: toRow(groupBy, cells),
        values: cells.slice(groups.length).map(toText),
    }))
}

function columnsOf(table: Table, wanted?: string[]): string[] {
    if (!wanted) return [...table.columns.keys()]
    return [...new Set(['sys_id', ...wanted.filter((name) => table.columns.has(name))])]
}

/** Converts cells to the row format: text or null. */
function toRow(columns: string[], cells: SqlValue[]): Row {
    const row: Row = {}
    columns.forEach((name, index) => {
        row[name] = toText(cells[index] ?? null)
    })
    return row
}

function toText(value: SqlValue): string | null {
    return value === null ? null : String(value)
}
