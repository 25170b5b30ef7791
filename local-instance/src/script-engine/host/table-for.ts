import type { Table } from '../../core/store/types'
import type { BridgeContext } from './bridge-context'
import { BridgeError } from './bridge-error'
import { textOf, type Input } from './inputs'
import type { TableOperation } from './scope-access'

/** A table that is visible to scripts; internal tables are not. */
export function findTable({ store }: Pick<BridgeContext, 'store'>, name: string): Table | undefined {
    const table = store.dictionary.table(name)
    return table && !table.hidden ? table : undefined
}

/**
 * The table that an operation names.
 *
 * @throws BridgeError `unknown_table`, or `cross_scope` if the calling scope may not perform it
 */
export function tableFor(context: BridgeContext, input: Input, operation: TableOperation): Table {
    const name = textOf(input, 'table')
    const table = findTable(context, name)
    if (!table) throw new BridgeError('unknown_table', `Invalid table ${name.slice(0, 80)}`)
    context.access.table(context.scope, table, operation)
    return table
}
