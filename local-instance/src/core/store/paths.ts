import { quoted } from './database'
import { sourceOf } from './sources'
import type { ColumnDefinition, Dictionary, Table } from './types'

/** Longest dot-walk that is followed; the platform's own forms allow three. */
const MAX_HOPS = 8

/** A resolved field: the references along the path, then its table and column. */
export interface ResolvedPath {
    hops: { table: Table; column: string }[]
    table: Table
    column: ColumnDefinition
}

/** Resolves a field path from a table; undefined if a name in it does not exist or is not a reference. */
export function resolvePath(dictionary: Dictionary, from: Table, path: string[]): ResolvedPath | undefined {
    if (path.length === 0 || path.length > MAX_HOPS) return undefined
    const hops: ResolvedPath['hops'] = []
    let table = from
    for (const [index, name] of path.entries()) {
        const column = table.columns.get(name)
        if (!column) return undefined
        if (index === path.length - 1) return { hops, table, column }
        const next = column.reference ? dictionary.table(column.reference) : undefined
        if (!next || next.hidden) return undefined
        hops.push({ table: next, column: name })
        table = next
    }
    return undefined
}

/**
 * The field's value as an SQL expression without bound values. A dot-walk is a chain of lookups by sys_id; an
 * empty reference on the path makes it null, as with the platform's left joins.
 */
export function valueOf({ hops, column }: ResolvedPath, alias: string): string {
    const [first, ...rest] = [...hops.map((hop) => hop.column), column.name]
    const own = `${alias}.${quoted(first as string)}`
    let select = ''
    hops.forEach(({ table }, index) => {
        const name = rest[index] as string
        const inner = `${alias}w${index}`
        const find = (id: string) =>
            `SELECT ${inner}.${quoted(name)} AS "value" FROM ${sourceOf(table, [name], inner)} WHERE ${inner}."sys_id" = ${id} LIMIT 1`
        if (index === 0) {
            select = find(own)
        } else if (table.descendants.length === 0) {
            select = find(`(${select})`)
        } else {
            // SQLite queries each table of a hierarchy separately and would repeat the preceding walk for
            // each of them. A LIMIT on both sides prevents it from flattening one query into the other.
            select = `SELECT (${find(`${inner}v."value"`)}) AS "value" FROM (${select}) AS ${inner}v LIMIT 1`
        }
    })
    return select === '' ? own : `(${select})`
}

/** The display value of the record that a reference field points to; for other fields the field itself. */
export function nameOf(dictionary: Dictionary, path: ResolvedPath): ResolvedPath {
    const target = path.column.reference ? dictionary.table(path.column.reference) : undefined
    const column = target?.displayColumn ? target.columns.get(target.displayColumn) : undefined
    if (!target || !column || target.hidden) return path
    return { hops: [...path.hops, { table: target, column: path.column.name }], table: target, column }
}
