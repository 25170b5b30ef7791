import { SetupError } from './setup-error'
import type { TableRow, TableValues } from './table-client'

/** Columns without which an app cannot sign in or reach an API; the others only tighten or ease things. */
const NEEDED = new Set([
    ...['public_client', 'redirect_url', 'domain', 'rest_api'],
    ...['active', 'get', 'post', 'put', 'patch', 'delete'],
])

/**
 * The values that a record does not have yet; the Table API writes booleans and numbers as text. A column that the
 * answer lacks is left out: this release has none, or does not show it, and writing it would be dropped without a word.
 */
export function difference(row: TableRow, wanted: TableValues): TableValues {
    return Object.fromEntries(
        Object.entries(wanted).filter(
            ([column, value]) => row[column] !== undefined && row[column] !== String(value)
        )
    )
}

/**
 * The columns of a record that this release lacks, or does not show.
 *
 * @throws SetupError `column_missing` where an app needs one of them
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
 * Sees that a record was stored as it was written: the answer to a write is the record as it is now.
 *
 * @returns columns that this release lacks
 * @throws SetupError `not_stored` where something on the instance, such as a business rule, made another value of it
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
