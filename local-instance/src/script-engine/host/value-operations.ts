import type { Table } from '../../core/store/types'
import type { BridgeOperations } from '../bridge/bridge'
import type { BridgeContext } from './bridge-context'
import { BridgeError } from './bridge-error'
import { rowOf, textOf, type Input } from './inputs'
import { checkDotWalk } from './dot-walk-access'
import { findTable } from './table-for'

/** Operations for display values. */
export function createValueOperations(
    context: BridgeContext
): Pick<BridgeOperations, 'displayValue' | 'dotWalk'> {
    const { store, platform } = context
    const tableFor = (input: Input): Table => {
        const table = findTable(context, textOf(input, 'table'))
        if (!table)
            throw new BridgeError('unknown_table', `Invalid table ${textOf(input, 'table').slice(0, 80)}`)
        return table
    }
    return {
        displayValue(input) {
            const table = tableFor(input as Input)
            return store.displayValue(
                table.name,
                rowOf(input as Input, 'row'),
                textOf(input as Input, 'column')
            )
        },
        dotWalk(input) {
            const table = tableFor(input as Input)
            const row = rowOf(input as Input, 'row')
            const path = textOf(input as Input, 'path')
            const last = lastColumn(context, table, path)
            if (!last) return null
            return {
                value: store.dotWalk(table.name, row, path),
                // The walk was counted above; its display value is not counted again.
                display: platform(() => store.dotWalk(table.name, row, path, true)) ?? '',
                type: last.type,
                reference: last.reference,
            }
        },
    }
}

/**
 * The column at the end of a path; undefined if a name on the path is not a reference or the table is hidden.
 *
 * @throws BridgeError `cross_scope` if the calling scope may not read a table on the path
 */
function lastColumn(context: BridgeContext, start: Table, path: string) {
    const names = path.split('.')
    const last = names.pop() ?? ''
    let table: Table | undefined = start
    for (const name of names) {
        const reference: string | undefined = table.columns.get(name)?.reference
        table = reference === undefined ? undefined : findTable(context, reference)
        if (!table) return undefined
        checkDotWalk(context, table)
    }
    return table.columns.get(last)
}
