import { quoted } from './database'
import { sourceOf } from './sources'
import type { ColumnDefinition, Dictionary, Table } from './types'

/** Longest dot-walk that is followed; the platform's own forms allow three. */
const MAX_HOPS = 8

/** A field found in the dictionary: the references on the way, then its table and column. */
export interface ResolvedPath {
    hops: { table: Table; column: string }[]
    table: Table
    column: ColumnDefinition
}

/** Finds a field from a table on; undefined if a name on the way does not exist or is not a reference. */
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
 * The field's value as an SQL expression without values. A dot-walk is a chain of look-ups by sys_id; it is null if
 * the chain ends early, as with the platform's left joins.
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
            // SQLite asks each table of a hierarchy by itself, and would repeat the walk so far for each of them. With
            // a LIMIT on both sides it never puts the one query into the other.
            select = `SELECT (${find(`${inner}v."value"`)}) AS "value" FROM (${select}) AS ${inner}v LIMIT 1`
        }
    })
    return select === '' ? own : `(${select})`
}

/** The name of the record that a reference field points to; the field itself where it is not a reference. */
export function nameOf(dictionary: Dictionary, path: ResolvedPath): ResolvedPath {
    const target = path.column.reference ? dictionary.table(path.column.reference) : undefined
    const column = target?.displayColumn ? target.columns.get(target.displayColumn) : undefined
    if (!target || !column || target.hidden) return path
    return { hops: [...path.hops, { table: target, column: path.column.name }], table: target, column }
}
