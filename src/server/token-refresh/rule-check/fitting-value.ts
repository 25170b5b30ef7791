import type { Term } from './query-terms'

const NUMBERS = ['integer', 'longint', 'decimal', 'float']
const TIMES = ['glide_date_time', 'glide_date', 'due_date']
/** Operators that compare with the value itself, or with each part of it. */
const COMPARING = ['=', '!=', '>', '>=', '<', '<=', 'IN', 'NOT IN', 'BETWEEN']

/**
 * Whether a column of that type can have the value that a term compares it with. What the platform makes of one that it
 * cannot have is not documented: it may be left out, and then more records match than were meant. A second `=` is a
 * slip of programmers' pens.
 *
 * @param type internal type of the column; empty where it is not known
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
