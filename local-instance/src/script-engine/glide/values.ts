import type { ColumnDefinition } from '../../core/store/types'

/** Method that returns the stored form of a runtime object (sys_id of a record, UTC text of a time). */
export const STORED = Symbol('stored form')

/** Property that holds the ms of the runtime's times and durations; not accessible to scripts. */
export const MS = Symbol('milliseconds')

/** ms of a time or duration of the runtime, of a number, or of a numeric text; 0 for anything else. */
export function millisecondsOf(value: unknown): number {
    const ms = typeof value === 'object' && value !== null && MS in value ? value[MS] : Number(value)
    return typeof ms === 'number' && Number.isFinite(ms) ? ms : 0
}

/** An object of the runtime that can be assigned as a field value. */
export interface Storable {
    [STORED](): string | null
}

function isStorable(value: unknown): value is Storable {
    return typeof value === 'object' && value !== null && STORED in value
}

/**
 * A script's value in the platform's stored form: booleans `1` and `0`, times in UTC, records as sys_id,
 * empty (also the text `NULL`, c_GlideSystemScopedAPI getUserID example) as null.
 */
export function toStored(value: unknown, column?: Pick<ColumnDefinition, 'type'>): string | null {
    const plain = isStorable(value) ? value[STORED]() : value
    if (plain === null || plain === undefined || plain === '' || plain === 'NULL') return null
    if (typeof plain === 'boolean') return plain ? '1' : '0'
    const text = String(plain)
    if (column?.type === 'boolean') {
        if (text === 'true') return '1'
        if (text === 'false') return '0'
    }
    return text
}

/** A script's value as text; null and undefined become the empty text. */
export function toText(value: unknown): string {
    if (value === null || value === undefined) return ''
    return String(value)
}

/** A script's value as a whole number, as for the platform's Java parameters; 0 for anything else. */
export function toInteger(value: unknown): number {
    const number = Math.trunc(Number(value))
    return Number.isFinite(number) ? number : 0
}
