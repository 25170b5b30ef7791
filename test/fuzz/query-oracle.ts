import fc from 'fast-check'
import type { Row } from 'openfin-servicenow-local-instance/dist/core/store/types'
import { operand } from './query-text'

/** A condition that this file can evaluate without SQL. */
export interface PlainCondition {
    field: string
    operator: string
    value: string
}

/**
 * Alternatives (`^NQ`) of groups that must all match; a group matches if any of its conditions (`^OR`) does.
 */
export type PlainQuery = PlainCondition[][][]

const FAMILY: Record<string, 'text' | 'integer' | 'decimal' | 'boolean' | 'date'> = {
    name: 'text',
    nickname: 'text',
    seen: 'text',
    sys_id: 'text',
    age: 'integer',
    score: 'decimal',
    active: 'boolean',
    born: 'date',
}
const OPERATORS = [
    ...['=', '!=', '>', '>=', '<', '<=', 'IN', 'NOT IN', 'LIKE', 'NOT LIKE', 'STARTSWITH', 'ENDSWITH'],
    ...['ISEMPTY', 'ISNOTEMPTY', 'ANYTHING'],
]

const plainCondition = fc
    .record({
        field: fc.constantFrom(...Object.keys(FAMILY), 'boss.name', 'boss.age', 'boss.boss.nickname'),
        operator: fc.constantFrom(...OPERATORS),
        // Values that storing would change (lone surrogate, NUL) are left to the other checks.
        value: operand.map((value) => value.replace(/[\ud800-\udfff\0]/g, '')),
    })
    .filter(({ operator, value }) => {
        const readsOtherwise = /^[<>]$/.test(operator) ? value.startsWith('=') : value.startsWith('STANCEOF')
        return !readsOtherwise && !value.startsWith('javascript:')
    })

/** Queries of valid conditions. */
export const plainQuery: fc.Arbitrary<PlainQuery> = fc.array(
    fc.array(fc.array(plainCondition, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 }),
    { minLength: 1, maxLength: 2 }
)

/** As an encoded query, with `^` in values doubled. */
export function encode(query: PlainQuery): string {
    const one = ({ field, operator, value }: PlainCondition) => field + operator + value.replaceAll('^', '^^')
    return query.map((groups) => groups.map((group) => group.map(one).join('^OR')).join('^')).join('^NQ')
}

/** The sys_ids of the matching rows, in order. */
export function evaluate(query: PlainQuery, rows: Row[]): string[] {
    const bySysId = new Map(rows.map((row) => [row['sys_id'], row]))
    const cellOf = (row: Row, path: string): string | null => {
        const [first = '', ...rest] = path.split('.')
        if (rest.length === 0) return row[first] ?? null
        const next = bySysId.get(row[first] ?? null)
        return next ? cellOf(next, rest.join('.')) : null
    }
    const family = (path: string) => FAMILY[path.split('.').at(-1) as string] ?? 'text'
    const holds = (row: Row, { field, operator, value }: PlainCondition) =>
        matches(cellOf(row, field), family(field), operator, value)
    return rows
        .filter((row) =>
            query.some((groups) => groups.every((group) => group.some((one) => holds(row, one))))
        )
        .map((row) => row['sys_id'] ?? '')
}

function matches(cell: string | null, family: string, operator: string, value: string): boolean {
    if (operator === '!=' && (value === '' || value === 'NULL')) return cell !== null
    if (operator === '!=') return !matches(cell, family, '=', value)
    if (operator.startsWith('NOT ')) return !matches(cell, family, operator.slice(4), value)
    if (operator === 'ANYTHING') return true
    if (operator === 'ISEMPTY') return cell === null
    if (operator === '=' && family !== 'boolean' && (value === '' || value === 'NULL')) return cell === null
    if (cell === null) return false
    const [have, want] = [lower(cell), lower(value)]
    switch (operator) {
        case 'ISNOTEMPTY':
            return true
        case 'LIKE':
            return have.includes(want)
        case 'STARTSWITH':
            return have.startsWith(want)
        case 'ENDSWITH':
            return have.endsWith(want)
        case 'IN':
            return value.split(',').some((member) => matchesMember(cell, family, member))
        default:
            return relates(cell, family, operator, value)
    }
}

function matchesMember(cell: string, family: string, member: string): boolean {
    if (family === 'boolean') return cell === flag(member)
    if (family === 'integer') return Number(cell) === numberOf(member)
    return lower(cell) === lower(member.trim())
}

function relates(cell: string, family: string, operator: string, value: string): boolean {
    if (family === 'integer' || family === 'decimal') {
        const number = numberOf(value)
        return number !== undefined && signOf(operator, Math.sign(Number(cell) - number))
    }
    if (family === 'boolean') return signOf(operator, Number(cell) - Number(flag(value)))
    const other = family === 'date' ? value.slice(0, 10) : value
    return signOf(operator, Buffer.compare(Buffer.from(lower(cell)), Buffer.from(lower(other))))
}

function signOf(operator: string, sign: number): boolean {
    if (sign === 0) return operator.includes('=')
    return operator.startsWith(sign < 0 ? '<' : '>')
}

/** Text comparison is case-insensitive from A to Z only. */
function lower(text: string): string {
    return text.replace(/[A-Z]/g, (letter) => letter.toLowerCase())
}

function flag(value: string): '0' | '1' {
    return /^\s*(true|1|yes|on)\s*$/i.test(value) ? '1' : '0'
}

function numberOf(value: string): number | undefined {
    return /^\s*[+-]?(\d+\.?\d*|\.\d+)\s*$/.test(value) ? Number(value) : undefined
}
