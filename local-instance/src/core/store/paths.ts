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

/** Finds a field from a table on; undefined where a name on the way does not exist or is no reference. */
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
 * The field's value as an SQL expression without values. A dot-walk is a chain of look-ups by sys_id; it is null where
 * the chain ends early, as with the platform's left joins.
 */
export function valueOf({ hops, column }: ResolvedPath, alias: string): string {
    const [first, ...rest] = [...hops.map((hop) => hop.column), column.name]
    let expression = `${alias}.${quoted(first as string)}`
    hops.forEach(({ table }, index) => {
        const name = rest[index] as string
        const inner = `${alias}w${index}`
        const source = sourceOf(table, [name], inner)
        expression = `(SELECT ${inner}.${quoted(name)} FROM ${source} WHERE ${inner}."sys_id" = ${expression})`
    })
    return expression
}

/** The name of the record that a reference field points to; the field itself where it is no reference. */
export function nameOf(dictionary: Dictionary, path: ResolvedPath): ResolvedPath {
    const target = path.column.reference ? dictionary.table(path.column.reference) : undefined
    const column = target?.displayColumn ? target.columns.get(target.displayColumn) : undefined
    if (!target || !column || target.hidden) return path
    return { hops: [...path.hops, { table: target, column: path.column.name }], table: target, column }
}
