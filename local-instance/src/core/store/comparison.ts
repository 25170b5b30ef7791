import { familyOf } from './column-types'
import { placeholders, type SqlValue } from './database'
import { isEmptyOperand, type Operator } from './operators'
import type { ColumnDefinition } from './types'
import { isTrue } from './values'

/** SQL text and the values of its `?`, in order. */
export interface Sql {
    text: string
    values: SqlValue[]
}

/** Lists up to this length are bound value by value; longer ones as one JSON text. */
const SHORT_LIST = 20
const NOTHING: Sql = { text: '0', values: [] }

/** A comparison of a field with a value, for operators with a single value or a list. */
export function compare(field: string, column: ColumnDefinition, operator: Operator, value: string): Sql {
    const family = familyOf(column.type)
    switch (operator) {
        case '=':
            return isEmptyOperand(value) && family !== 'boolean'
                ? empty(field)
                : relation(field, column, '=', value)
        case '>':
        case '>=':
        case '<':
        case '<=':
            return relation(field, column, operator, value)
        case 'IN':
            return list(field, column, value.split(','))
        case 'LIKE':
        case 'CONTAINS':
        case '*':
            return value === ''
                ? { text: `${field} IS NOT NULL`, values: [] }
                : { text: `instr(lower(${field}), ?) > 0`, values: [lower(value)] }
        case 'STARTSWITH':
            return startsWith(field, column, value)
        case 'ENDSWITH':
        case '%':
            return value === ''
                ? { text: `${field} IS NOT NULL`, values: [] }
                : { text: `substr(lower(${field}), ?) = ?`, values: [-characters(value), lower(value)] }
        case 'ISEMPTY':
        case 'EMPTYSTRING':
            return empty(field)
        case 'ISNOTEMPTY':
            return { text: `${field} IS NOT NULL`, values: [] }
        case 'ANYTHING':
            return { text: '1', values: [] }
        default:
            return NOTHING
    }
}

/** Matches values between two bounds, both inclusive. */
export function between(field: string, column: ColumnDefinition, low: string, high: string): Sql {
    const from = relation(field, column, '>=', low)
    const to = relation(field, column, '<=', high)
    return { text: `(${from.text} AND ${to.text})`, values: [...from.values, ...to.values] }
}

function empty(field: string): Sql {
    return { text: `${field} IS NULL`, values: [] }
}

function relation(field: string, column: ColumnDefinition, operator: string, value: string): Sql {
    switch (familyOf(column.type)) {
        case 'boolean':
            return { text: `${field} ${operator} ?`, values: [isTrue(value) ? 1 : 0] }
        case 'integer': {
            const number = numberOf(value)
            return number === undefined ? NOTHING : { text: `${field} ${operator} ?`, values: [number] }
        }
        case 'decimal': {
            const number = numberOf(value)
            if (number === undefined) return NOTHING
            return { text: `CAST(${field} AS REAL) ${operator} ?`, values: [number] }
        }
        case 'date':
            // With a time of day in the operand, the day itself would compare as smaller.
            return { text: `${field} ${operator} ?`, values: [value.slice(0, 10)] }
        default:
            return { text: `${field} ${operator} ? COLLATE NOCASE`, values: [value] }
    }
}

function list(field: string, column: ColumnDefinition, members: string[]): Sql {
    const family = familyOf(column.type)
    const numeric = family === 'integer' || family === 'boolean'
    const values: SqlValue[] = numeric
        ? members.flatMap((member) =>
              family === 'boolean' ? [isTrue(member) ? 1 : 0] : (numberOf(member) ?? [])
          )
        : members.map((member) => member.trim())
    if (values.length === 0) return NOTHING
    const left = numeric ? field : `${field} COLLATE NOCASE`
    if (values.length <= SHORT_LIST) return { text: `${left} IN (${placeholders(values.length)})`, values }
    return { text: `${left} IN (SELECT value FROM json_each(?))`, values: [JSON.stringify(values)] }
}

function startsWith(field: string, column: ColumnDefinition, value: string): Sql {
    if (value === '') return { text: `${field} IS NOT NULL`, values: [] }
    const exact: Sql = {
        text: `substr(lower(${field}), 1, ?) = ?`,
        values: [characters(value), lower(value)],
    }
    if (familyOf(column.type) !== 'text') return exact
    // The range lets an index be used; the comparison after it is exact.
    return {
        text: `(${field} >= ? COLLATE NOCASE AND ${field} < ? COLLATE NOCASE AND ${exact.text})`,
        values: [value, `${value}\u{10FFFF}`, ...exact.values],
    }
}

function numberOf(value: string): number | undefined {
    return /^\s*[+-]?(\d+\.?\d*|\.\d+)\s*$/.test(value) ? Number(value) : undefined
}

/** Like SQL's lower(): A to Z only. */
function lower(text: string): string {
    return text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase())
}

/** SQL counts characters, JavaScript UTF-16 units. */
function characters(text: string): number {
    return [...text].length
}
