import { ParameterError } from '../errors'
import { wellFormed } from './text'

/** A column of an entity, or a dot-walk from it, such as `caller_id.email`. */
export type Field<Entity> = (keyof Entity & string) | `${keyof Entity & string}.${string}`

/** A value to compare with. A Date is written in UTC, the time zone of the database. */
export type QueryValue = string | number | boolean | Date | QueryScript

/** Operators that take one value (ServiceNow documentation, r_OpAvailableFiltersQueries). */
export type ValueOperator =
    '=' | '!=' | '<' | '<=' | '>' | '>=' | 'STARTSWITH' | 'ENDSWITH' | 'LIKE' | 'NOT LIKE' | 'INSTANCEOF'

/** Operators that take a list. */
export type ListOperator = 'IN' | 'NOT IN'

/** Operators that take two values, the lower and the upper bound. */
export type RangeOperator = 'BETWEEN'

/** Operators that take no value. */
export type EmptyOperator = 'ISEMPTY' | 'ISNOTEMPTY' | 'ANYTHING'

/** The operand of each operator. */
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

/** An operator and its operand. */
export type Operands =
    | [operator: ValueOperator, value: QueryValue]
    | [operator: ListOperator, values: readonly QueryValue[]]
    | [operator: RangeOperator, range: readonly [QueryValue, QueryValue]]
    | [operator: EmptyOperator]

/** An expression that the instance evaluates; see {@link script}. */
export interface QueryScript {
    readonly script: string
}

/** An immutable encoded query; each method returns a new one. */
export interface Query<Entity> {
    /** Adds a condition with AND. */
    and(field: Field<Entity>, ...operands: Operands): Query<Entity>
    /** Adds an alternative to the last condition: `a AND (b OR c)`. */
    or(field: Field<Entity>, ...operands: Operands): Query<Entity>
    /** Starts an alternative to all conditions so far (`^NQ`). */
    orWhere(field: Field<Entity>, ...operands: Operands): Query<Entity>
    /** Sorts in ascending order, after the columns named before. */
    orderBy(field: Field<Entity>): Query<Entity>
    /** Sorts in descending order, after the columns named before. */
    orderByDesc(field: Field<Entity>): Query<Entity>
    /**
     * The encoded query for `sysparm_query`; add it to a URL with `encodeURIComponent` or {@link
     * tableEndpoint}.
     */
    toString(): string
}

/**
 * Builds an encoded query and prevents query injection: `^` is escaped, and values that cannot be escaped are
 * rejected.
 *
 * @example
 * where<Incident>('active', '=', true).and('short_description', 'LIKE', input).orderByDesc('opened_at')
 * @throws ParameterError for an invalid field or operator, an empty or missing value, a value with `,` in a
 * list or `@` in a range, a value that starts with `javascript:`, and a value with an unpaired surrogate
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
 * An expression that the instance evaluates, such as `gs.daysAgoStart(7)`. Never include user input.
 * @throws ParameterError for an expression with `^`
 */
export function script(expression: string): QueryScript {
    if (typeof expression !== 'string' || !expression || expression.includes('^')) {
        throw new ParameterError('expression must be a string without ^')
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
            // `<` followed by the value `=3` would be parsed as `<=3`.
            return start + text(operand, operator === '<' || operator === '>' ? /^=/ : undefined)
        default:
            throw new ParameterError('operator is unknown')
    }
}

function list(values: unknown, separator: string, length?: number): string[] {
    if (Array.isArray(values) && values.length > 0 && values.length === (length ?? values.length)) {
        return values.map((value) => text(value, new RegExp(separator)))
    }
    throw new ParameterError(`value must be an array of ${length ?? 'one or more'} values`)
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
        throw new ParameterError('value cannot be used in a query')
    }
    return wellFormed('value', plain).replaceAll('^', '^^')
}
