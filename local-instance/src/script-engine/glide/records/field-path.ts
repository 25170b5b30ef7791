import type { ColumnDefinition } from '../../../core/store/types'
import type { TableView } from '../../bridge/bridge'
import type { ScopeHost } from '../scope-bridge'

/** A column resolved from a path such as `caller_id.company.name`, with its table. */
export interface ReachedColumn {
    table: TableView
    column: ColumnDefinition
}

/** A table's column of its own or inherited; undefined if there is none. */
export function columnOf(table: TableView, name: string): ColumnDefinition | undefined {
    return table.columns.find((column) => column.name === name)
}

/** Follows a dotted path through reference columns; undefined if a step does not exist. */
export function reach(host: ScopeHost, table: TableView, path: string): ReachedColumn | undefined {
    const [first = '', ...rest] = path.split('.')
    const column = columnOf(table, first)
    if (!column) return undefined
    if (rest.length === 0) return { table, column }
    const next = column.reference ? host.table(column.reference) : null
    return next ? reach(host, next, rest.join('.')) : undefined
}
