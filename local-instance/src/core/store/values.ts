import { familyOf } from './column-types'
import { StoreError, type ColumnDefinition } from './types'

/** Larger whole numbers lose precision in JavaScript. */
const MAX_INTEGER = Number.MAX_SAFE_INTEGER

/**
 * A value in stored form: booleans `1` and `0`, whole numbers without fraction, text silently truncated to
 * the column's length as on the platform, empty as null.
 *
 * @throws StoreError `invalid_value` for text in a number, date or time column.
 */
export function normalise(column: ColumnDefinition, value: unknown): string | null {
    const family = familyOf(column.type)
    if (family === 'boolean') return isTrue(value) ? '1' : '0'
    const text = value === null || value === undefined ? '' : storable(String(value))
    if (text === '') return null
    switch (family) {
        case 'integer':
            return wholeNumber(column, text)
        case 'decimal':
            if (!/^[+-]?(\d+\.?\d*|\.\d+)$/.test(text.trim())) throw invalid(column, 'is not a number')
            return text.trim()
        case 'date':
            return date(column, text)
        case 'datetime':
            return dateTime(column, text)
        case 'journal':
            return text
        default:
            return column.maxLength ? cut(text, column.maxLength) : text
    }
}

/** {@link normalise}, or null for a value that is invalid for the column. */
export function normaliseOrNull(
    column: ColumnDefinition,
    value: unknown,
    onInvalid?: (error: StoreError) => void
): string | null {
    try {
        return normalise(column, value)
    } catch (error) {
        if (!(error instanceof StoreError)) throw error
        onInvalid?.(error)
        return null
    }
}

/** Whether a value is true in a boolean column; everything else is false, as on the platform. */
export function isTrue(value: unknown): boolean {
    return value === true || value === 1 || /^(true|1|yes|on)$/i.test(String(value ?? '').trim())
}

/** Text that SQLite returns unchanged: NUL would end it, and a lone surrogate is not a character. */
function storable(text: string): string {
    return text
        .replaceAll('\0', '')
        .replace(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, '\uFFFD')
}

function wholeNumber(column: ColumnDefinition, text: string): string {
    const match = /^([+-]?\d+)(?:\.\d*)?$/.exec(text.trim())
    const value = Number(match?.[1] ?? NaN)
    if (!(Math.abs(value) <= MAX_INTEGER)) throw invalid(column, 'is not a whole number')
    return String(value + 0)
}

function date(column: ColumnDefinition, text: string): string {
    const match = /^(\d{4}-\d{2}-\d{2})([T ]\d{2}:\d{2}:\d{2}.*)?$/.exec(text.trim())
    if (!match || Number.isNaN(Date.parse(`${match[1]}T00:00:00Z`)))
        throw invalid(column, 'is not a date (yyyy-MM-dd)')
    return match[1] as string
}

function dateTime(column: ColumnDefinition, text: string): string {
    const match = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}:\d{2})(?:\.\d+)?Z?)?$/.exec(text.trim())
    const time = match?.[2] ?? '00:00:00'
    if (!match || Number.isNaN(Date.parse(`${match[1]}T${time}Z`))) {
        throw invalid(column, 'is not a date and time (yyyy-MM-dd HH:mm:ss)')
    }
    return `${match[1]} ${time}`
}

/** Truncates between characters, so no lone surrogate remains. */
function cut(text: string, length: number): string {
    if (text.length <= length) return text
    const end = /[\uD800-\uDBFF]/.test(text.charAt(length - 1)) ? length - 1 : length
    return text.slice(0, end)
}

function invalid(column: ColumnDefinition, why: string): StoreError {
    // The message omits the value: it may be a secret in the wrong column.
    return new StoreError('invalid_value', `The value of ${column.name} ${why}`)
}
