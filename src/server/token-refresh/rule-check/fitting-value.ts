import type { Term } from './query-terms'

const NUMBERS = ['integer', 'longint', 'decimal', 'float']
const TIMES = ['glide_date_time', 'glide_date', 'due_date']
/** Operators that compare with the value, or with each item of it. */
const COMPARING = ['=', '!=', '>', '>=', '<', '<=', 'IN', 'NOT IN', 'BETWEEN']

/**
 * Whether the value of a term is valid for a column of this type. It is undocumented what the platform does with an
 * invalid value: it may ignore the term, and then more records match than intended. A second `=` is a typing error.
 *
 * @param type internal type of the column; empty if unknown
 */
export function isFitting({ operator, value }: Term, type: string): boolean {
    if ((operator.name === '=' || operator.name === '!=') && value.startsWith('=')) return false
    if (!COMPARING.includes(operator.name) || value === '') return true
    const parts = /IN$/.test(operator.name) ? value.split(',') : value.split('@')
    return parts.every((part) => /^javascript:/i.test(part) || isOfType(part.trim(), type))
}

/** `NULL` is how encoded queries write an empty value of any type. */
function isOfType(value: string, type: string): boolean {
    if (value === 'NULL') return true
    if (type === 'boolean') return /^(true|false|1|0)$/.test(value)
    if (NUMBERS.includes(type)) return /^-?\d+(\.\d+)?$/.test(value)
    if (TIMES.includes(type)) return /^\d{4}-\d\d-\d\d( \d\d:\d\d(:\d\d)?)?$/.test(value)
    return true
}
