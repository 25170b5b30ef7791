import { familyOf } from './column-types'
import type { Sql } from './comparison'
import { quoted, type SqlValue } from './database'
import type { Condition, EncodedQuery } from './encoded-query'
import { comparesNames, matchesEmpty } from './operators'
import { fieldCondition } from './field-condition'
import { nameOf, resolvePath, valueOf, type ResolvedPath } from './paths'
import { sourceOf } from './sources'
import type { SqlContext } from './sql-context'
import { StoreError, type Dictionary, type Table } from './types'

/** Alias of the queried table. */
export const ALIAS = 't'

/** SQLite allows 32,766 bound values; a few are reserved for limits. */
const MAX_VALUES = 30_000

/** The SQL of an encoded query: conditions and order on a table aliased as {@link ALIAS}. */
export interface SelectParts {
    where: string
    values: SqlValue[]
    /** Without `ORDER BY`; empty if the query has no order. */
    order: string
    /** Columns of the table itself that the SQL uses. */
    columns: Set<string>
}

/** Operators whose right operand is another field of the row. */
const FIELD_COMPARISONS: Partial<Record<string, string>> = {
    SAMEAS: '=',
    NSAMEAS: 'IS NOT',
    GT_FIELD: '>',
    LT_FIELD: '<',
    GT_OR_EQUALS_FIELD: '>=',
    LT_OR_EQUALS_FIELD: '<=',
}

/** Length of the `yyyy-MM-dd HH:mm:ss` prefix that denotes a year, a month … */
const UNIT_LENGTHS = new Map([
    ['year', 4],
    ['month', 7],
    ['day', 10],
    ['hour', 13],
    ['minute', 16],
])

/**
 * Translates an encoded query. Values are always bound, never part of the SQL text; names are used only if
 * the dictionary has them.
 *
 * @throws StoreError `unknown_field` or `invalid_query` if the options reject malformed parts,
 * `invalid_query` for a `javascript:` value that cannot be evaluated and for a query with too many values.
 */
export function toSql(table: Table, query: EncodedQuery, context: SqlContext): SelectParts {
    const columns = new Set<string>()
    const refuse = context.options.unknownField === 'refuse'
    if (refuse && query.malformed.length > 0) {
        throw new StoreError('invalid_query', `Invalid condition: ${String(query.malformed[0]).slice(0, 80)}`)
    }
    let valid = query.malformed.length === 0
    const resolve = (path: string[]): ResolvedPath | undefined => {
        const found = resolvePath(context.dictionary, table, path)
        if (!found && refuse)
            throw new StoreError('unknown_field', `${table.name} has no field ${path.join('.')}`)
        if (found) columns.add(path[0] as string)
        else valid = false
        return found
    }

    const translate = (condition: Condition): Sql | undefined => {
        const found = resolve(condition.path)
        if (!found) return undefined
        const other = FIELD_COMPARISONS[condition.operator]
        if (other) {
            const [path = '', unit = ''] = condition.value.split('@')
            const right = resolve(path.split('.'))
            return right && compareFields(found, other, right, unit)
        }
        const resolved = comparesNames(condition.operator) ? nameOf(context.dictionary, found) : found
        if (resolved.hops.length === 0 || matchesEmpty(condition.operator, condition.value)) {
            // A unary plus keeps the value and prevents SQLite from using an index.
            const plus = context.avoidIndexes && resolved.hops.length === 0 ? '+' : ''
            return fieldCondition(plus + valueOf(resolved, ALIAS), resolved, condition, context)
        }
        return walked(resolved, condition, context)
    }

    const alternatives = query.alternatives.map((groups) =>
        join(
            groups.map((group) => join(group.map(translate), 'OR')),
            'AND'
        )
    )
    const where = join(alternatives, 'OR')
    if ((where?.values.length ?? 0) > MAX_VALUES) {
        throw new StoreError('invalid_query', `A query can contain at most ${MAX_VALUES} values`)
    }
    const order = orderOf()
    if (!valid && context.invalidFindsNothing) return { where: '0', values: [], order, columns }
    return { where: where?.text ?? '1', values: where?.values ?? [], order, columns }

    function orderOf(): string {
        const terms = query.order.flatMap(({ path, descending }) => {
            const resolved = resolve(path)
            if (!resolved || familyOf(resolved.column.type) === 'secret') return []
            return [`${sortValue(resolved, context.dictionary)} ${descending ? 'DESC' : 'ASC'}`]
        })
        if (terms.length === 0) return ''
        // Otherwise equal rows get a stable order, so pages never overlap.
        return [...terms, `${ALIAS}."sys_id" ${query.order.at(-1)?.descending ? 'DESC' : 'ASC'}`].join(', ')
    }
}

/** `opened_atSAMEASclosed_at@day`: compares two fields, times truncated to the unit. */
function compareFields(left: ResolvedPath, operator: string, right: ResolvedPath, unit: string): Sql {
    if ([left, right].some(({ column }) => familyOf(column.type) === 'secret'))
        return { text: '0', values: [] }
    const length = UNIT_LENGTHS.get(unit)
    const [a, b] = [left, right].map((path) => {
        const value = valueOf(path, ALIAS)
        return length === undefined ? value : `substr(${value}, 1, ${length})`
    })
    return { text: `${a} ${operator} ${b} COLLATE NOCASE`, values: [] }
}

/** A dot-walk as a set of sys_ids, so that the index of the reference column can be used. */
function walked(resolved: ResolvedPath, condition: Condition, context: SqlContext): Sql {
    const inner = fieldCondition(`x.${quoted(resolved.column.name)}`, resolved, condition, context)
    const names = [...resolved.hops.map((hop) => hop.column), resolved.column.name]
    let set = ''
    for (let at = resolved.hops.length - 1; at >= 0; at--) {
        const { table } = resolved.hops[at] as ResolvedPath['hops'][number]
        const name = names[at + 1] as string
        const source = sourceOf(table, [name], 'x')
        if (set === '') {
            set = `SELECT x."sys_id" FROM ${source} WHERE ${inner.text}`
        } else if (table.descendants.length === 0) {
            set = `SELECT x."sys_id" FROM ${source} WHERE x.${quoted(name)} IN (${set})`
        } else {
            // SQLite queries each table of a hierarchy separately and would repeat the remaining walk for
            // each of them.
            set =
                `WITH w${at} AS MATERIALIZED (${set}) ` +
                `SELECT x."sys_id" FROM ${source} WHERE x.${quoted(name)} IN (SELECT "sys_id" FROM w${at})`
        }
    }
    const outer = context.avoidIndexes ? `+${ALIAS}` : ALIAS
    return { text: `${outer}.${quoted(names[0] as string)} IN (${set})`, values: inner.values }
}

/** References sort by display value, as in the platform's lists. */
function sortValue(resolved: ResolvedPath, dictionary: Dictionary): string {
    const sorted = nameOf(dictionary, resolved)
    const value = valueOf(sorted, ALIAS)
    const family = familyOf(sorted.column.type)
    if (family === 'decimal') return `CAST(${value} AS REAL)`
    return sorted.hops.length > 0 && family !== 'integer' ? `${value} COLLATE NOCASE` : value
}

/** Dropped conditions are omitted; undefined if none is left, which matches every row. */
function join(parts: (Sql | undefined)[], word: 'AND' | 'OR'): Sql | undefined {
    const found = parts.filter((part) => part !== undefined)
    if (found.length === 0) return undefined
    return {
        text: balanced(
            found.map((part) => part.text),
            word
        ),
        values: found.flatMap((part) => part.values),
    }
}

/** Splits the conditions in halves, since SQLite rejects expressions nested 1,000 deep. */
function balanced(texts: string[], word: 'AND' | 'OR'): string {
    if (texts.length === 1) return texts[0] as string
    const middle = texts.length >> 1
    return `(${balanced(texts.slice(0, middle), word)} ${word} ${balanced(texts.slice(middle), word)})`
}
