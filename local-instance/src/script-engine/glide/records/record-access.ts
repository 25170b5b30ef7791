import type { Row } from '../../../core/store/types'
import type { RecordOperation } from '../../../core/rights'
import type { TableView } from '../../bridge/bridge'
import type { ScopeHost } from '../scope-bridge'

/** Row and column access of a record. */
export interface RecordAccess {
    row(operation: RecordOperation, row: Row): boolean
    column(operation: RecordOperation, name: string, row: Row): boolean
}

/** GlideRecord does not apply access rules (DOCS c_GlideRecordScopedAPI). */
export const UNCHECKED: RecordAccess = { row: () => true, column: () => true }

/** GlideRecordSecure applies the rights of the script's user to rows and to columns. */
export function checkedAccess(host: ScopeHost, table: TableView): RecordAccess {
    return {
        row: (operation, row) => host.call('can', { table: table.name, operation, row }),
        column: (operation, column, row) => host.call('can', { table: table.name, operation, column, row }),
    }
}

/** The values that may be written; the others are silently omitted, as in GlideRecordSecure. */
export function writableValues(
    access: RecordAccess,
    operation: RecordOperation,
    { values, row }: { values: Row; row: Row }
): Row {
    const kept: Row = {}
    for (const name of Object.keys(values)) {
        if (access.column(operation, name, row)) kept[name] = values[name] ?? null
    }
    return kept
}
