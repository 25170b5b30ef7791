import { SetupError } from './setup-error'
import type { TableRow, TableValues } from './table-client'

/** Columns without which an app cannot sign in or call an API; the others are optional. */
const NEEDED = new Set([
    ...['public_client', 'redirect_url', 'domain', 'rest_api'],
    ...['active', 'get', 'post', 'put', 'patch', 'delete'],
])

/**
 * The values that differ from a record; the Table API returns booleans and numbers as text. A column that is
 * missing from the record is omitted: this release lacks it or hides it, and would silently ignore a write to
 * it.
 */
export function difference(row: TableRow, wanted: TableValues): TableValues {
    return Object.fromEntries(
        Object.entries(wanted).filter(
            ([column, value]) => row[column] !== undefined && row[column] !== String(value)
        )
    )
}

/**
 * The columns that are missing from a record because this release lacks or hides them.
 *
 * @throws SetupError `column_missing` if one of them is required
 */
export function missingColumns(table: string, row: TableRow, columns: readonly string[]): string[] {
    const missing = columns.filter((column) => row[column] === undefined)
    const needed = missing.filter((column) => NEEDED.has(column))
    if (needed.length > 0) {
        throw new SetupError(
            'column_missing',
            `The instance does not return ${needed.join(', ')} of ${table}.`
        )
    }
    return missing
}

/**
 * Verifies that a record was stored as written: the response to a write is the stored record.
 *
 * @returns columns that this release lacks
 * @throws SetupError `not_stored` if the instance, for example by a business rule, stored another value
 */
export function checkStored(table: string, answer: TableRow, values: TableValues): string[] {
    const changed = Object.keys(difference(answer, values))
    if (changed.length > 0) {
        throw new SetupError(
            'not_stored',
            `The instance did not store ${changed.join(', ')} of ${table}/${answer.sys_id} as written. Check its business rules.`
        )
    }
    return missingColumns(table, answer, Object.keys(values))
}
