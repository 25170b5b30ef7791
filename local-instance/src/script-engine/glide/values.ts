import type { ColumnDefinition } from '../../core/store/types'

/** Method by which an object of the runtime tells its stored form (sys_id of a record, UTC text of a time). */
export const STORED = Symbol('stored form')

/** Property by which times and durations of the runtime hold their ms; no script names it. */
export const MS = Symbol('milliseconds')

/** ms of a time or duration of the runtime, of a number, or of a text that is one; 0 for anything else. */
export function millisecondsOf(value: unknown): number {
    const ms = typeof value === 'object' && value !== null && MS in value ? value[MS] : Number(value)
    return typeof ms === 'number' && Number.isFinite(ms) ? ms : 0
}

/** An object of the runtime that can be given as a field's value. */
export interface Storable {
    [STORED](): string | null
}

function isStorable(value: unknown): value is Storable {
    return typeof value === 'object' && value !== null && STORED in value
}

/**
 * A script's value in the form that the platform stores: booleans `1` and `0`, times in UTC, records as sys_id,
 * nothing (also the text `NULL`, c_GlideSystemScopedAPI getUserID example) as null.
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

/** A script's value as text; nothing is the empty text. */
export function toText(value: unknown): string {
    if (value === null || value === undefined) return ''
    return String(value)
}

/** A script's value as a whole number, as the platform's Java parameters take it; 0 for anything else. */
export function toInteger(value: unknown): number {
    const number = Math.trunc(Number(value))
    return Number.isFinite(number) ? number : 0
}
