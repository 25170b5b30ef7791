import type { TableRow, TableValues } from './table-client'

/** The values that a record does not have yet; the Table API writes booleans and numbers as text. */
export function difference(row: TableRow, wanted: TableValues): TableValues {
    return Object.fromEntries(
        Object.entries(wanted).filter(([column, value]) => (row[column] ?? '') !== String(value))
    )
}
