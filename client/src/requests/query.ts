import { ParameterError } from '../errors'
import { wellFormed } from './text'

/** A column of an entity, or a dot-walk that begins with one, such as `caller_id.email`. */
export type Field<Entity> = (keyof Entity & string) | `${keyof Entity & string}.${string}`

/** A value to compare with. A Date is written in UTC, as instances keep times. */
export type QueryValue = string | number | boolean | Date | QueryScript

/** Operators that take one value (DOCS r_OpAvailableFiltersQueries). */
export type ValueOperator =
    '=' | '!=' | '<' | '<=' | '>' | '>=' | 'STARTSWITH' | 'ENDSWITH' | 'LIKE' | 'NOT LIKE' | 'INSTANCEOF'

/** Operators that take a list. */
export type ListOperator = 'IN' | 'NOT IN'

/** Operators that take two values, lower and upper one. */
export type RangeOperator = 'BETWEEN'

/** Operators that take no value. */
export type EmptyOperator = 'ISEMPTY' | 'ISNOTEMPTY' | 'ANYTHING'

/** What each operator takes. */
export const OPERATORS: Record<Operands[0], 'value' | 'list' | 'range' | 'none'> = {
    '=': 'value',
    '!=': 'value',
    '<': 'value',
    '<=': 'value',
    '>': 'value',
    '>=': 'value',
    STARTSWITH: 'value',
    ENDSWITH: 'value',
    LIKE: 'value',
    'NOT LIKE': 'value',
    INSTANCEOF: 'value',
    IN: 'list',
    'NOT IN': 'list',
    BETWEEN: 'range',
    ISEMPTY: 'none',
    ISNOTEMPTY: 'none',
    ANYTHING: 'none',
}
const TAKES = new Map<unknown, string>(Object.entries(OPERATORS))

/** What follows a field: an operator and what it takes. */
export type Operands =
    | [operator: ValueOperator, value: QueryValue]
    | [operator: ListOperator, values: readonly QueryValue[]]
    | [operator: RangeOperator, range: readonly [QueryValue, QueryValue]]
    | [operator: EmptyOperator]

/** An expression for the instance to evaluate; see {@link script}. */
export interface QueryScript {
    readonly script: string
}

/** An encoded query in the making; each call answers a new one. */
export interface Query<Entity> {
    /** A condition that must hold as well. */
    and(field: Field<Entity>, ...operands: Operands): Query<Entity>
    /** An alternative to the last condition: `a AND (b OR c)`. */
    or(field: Field<Entity>, ...operands: Operands): Query<Entity>
    /** Begins an alternative to everything so far (`^NQ`). */
    orWhere(field: Field<Entity>, ...operands: Operands): Query<Entity>
    /** Sorts, after what was named before. */
    orderBy(field: Field<Entity>): Query<Entity>
    /** Sorts in descending order. */
    orderByDesc(field: Field<Entity>): Query<Entity>
    /** The encoded query, for `sysparm_query`; put it into an address by `encodeURIComponent`, or by {@link tableEndpoint}. */
    toString(): string
}

/**
 * Builds an encoded query in which no value can become more than a value: `^` is escaped, and what cannot be escaped is
 * refused.
 *
 * @example
 * where<Incident>('active', '=', true).and('short_description', 'LIKE', input).orderByDesc('opened_at')
 * @throws ParameterError for a field or operator that is none, an empty or missing value, a value with `,` in a list or
 * `@` in a range, one that begins with `javascript:`, and one that was cut inside a character
 */
export function where<Entity = Record<string, unknown>>(
    field: Field<NoInfer<Entity>>,
    ...operands: Operands
): Query<Entity>
export function where<Entity = Record<string, unknown>>(): Query<Entity>
export function where<Entity>(field?: Field<Entity>, ...operands: [] | Operands): Query<Entity> {
    return build(field === undefined ? '' : condition(field, operands), '')
}

/**
 * An expression that the instance evaluates, such as `gs.daysAgoStart(7)`. Never put input into it.
 * @throws ParameterError for one with `^`
 */
export function script(expression: string): QueryScript {
    if (typeof expression !== 'string' || !expression || expression.includes('^')) {
        throw new ParameterError('expression must be text without ^')
    }
    return { script: wellFormed('expression', expression) }
}

function build<Entity>(conditions: string, order: string): Query<Entity> {
    const add = (joint: string, field: string, operands: unknown[]) =>
        build<Entity>((conditions && conditions + joint) + condition(field, operands), order)
    return {
        and: (field, ...operands) => add('^', field, operands),
        or: (field, ...operands) => add('^OR', field, operands),
        orWhere: (field, ...operands) => add('^NQ', field, operands),
        orderBy: (field) => build(conditions, `${order}^ORDERBY${checked(field)}`),
        orderByDesc: (field) => build(conditions, `${order}^ORDERBYDESC${checked(field)}`),
        toString: () => (conditions + order).replace(/^\^/, ''),
    }
}

function checked(field: unknown): string {
    if (typeof field === 'string' && /^[a-z_][a-z\d_]*(\.[a-z_][a-z\d_]*)*$/.test(field)) return field
    throw new ParameterError('field must be a column or a dot-walk')
}

function condition(field: string, [operator, operand]: readonly unknown[]): string {
    const start = checked(field) + String(operator)
    switch (TAKES.get(operator)) {
        case 'none':
            return start
        case 'list':
            return start + list(operand, ',').join(',')
        case 'range':
            return start + list(operand, '@', 2).join('@')
        case 'value':
            // `<` and a value `=3` would read as `<=3`.
            return start + text(operand, operator === '<' || operator === '>' ? /^=/ : undefined)
        default:
            throw new ParameterError('operator is unknown')
    }
}

function list(values: unknown, separator: string, length?: number): string[] {
    if (Array.isArray(values) && values.length > 0 && values.length === (length ?? values.length)) {
        return values.map((value) => text(value, new RegExp(separator)))
    }
    throw new ParameterError(`value must be a list of ${length ?? 'one value or more'}`)
}

function text(value: unknown, forbidden?: RegExp): string {
    if (typeof (value as Partial<QueryScript> | undefined)?.script === 'string') {
        return `javascript:${(value as QueryScript).script}`
    }
    const plain =
        value instanceof Date && !isNaN(+value)
            ? value.toISOString().slice(0, 19).replace('T', ' ')
            : /^(string|boolean)$/.test(typeof value) || Number.isFinite(value)
              ? String(value)
              : ''
    if (!plain || forbidden?.test(plain) || /^\s*javascript:/i.test(plain)) {
        throw new ParameterError('value cannot be written in a query')
    }
    return wellFormed('value', plain).replaceAll('^', '^^')
}
