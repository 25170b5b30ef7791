/** Operators of encoded queries (DOCS: operators available for filters and queries), longest first where one begins another. */
export const OPERATORS = [
    'DOES NOT CONTAIN',
    'GT_OR_EQUALS_FIELD',
    'LT_OR_EQUALS_FIELD',
    'NOT LIKE',
    'NOT IN',
    'NOTLIKE',
    'NOTON',
    'STARTSWITH',
    'ISNOTEMPTY',
    'EMPTYSTRING',
    'INSTANCEOF',
    'RELATIVEGE',
    'RELATIVEGT',
    'RELATIVEEE',
    'RELATIVELE',
    'RELATIVELT',
    'GT_FIELD',
    'LT_FIELD',
    'ENDSWITH',
    'CONTAINS',
    'ANYTHING',
    'BETWEEN',
    'ISEMPTY',
    'DYNAMIC',
    'NSAMEAS',
    'SAMEAS',
    'LIKE',
    'ON',
    'IN',
    '>=',
    '<=',
    '!=',
    '!*',
    '*',
    '%',
    '=',
    '>',
    '<',
] as const

/** One of {@link OPERATORS}. */
export type Operator = (typeof OPERATORS)[number]

/** A negative comparison also matches rows without a value (DOCS: `!=` also finds empty fields). */
const NEGATIONS: Partial<Record<Operator, Operator>> = {
    '!=': '=',
    'NOT LIKE': 'LIKE',
    NOTLIKE: 'LIKE',
    '!*': 'LIKE',
    'DOES NOT CONTAIN': 'LIKE',
    'NOT IN': 'IN',
    NOTON: 'ON',
}

/** The operator that this one negates, if any. */
export function negated(operator: Operator): Operator | undefined {
    return NEGATIONS[operator]
}

/** True for operators that match an empty field, so that a dot-walk over an empty reference matches. */
export function matchesEmpty(operator: Operator, value: string): boolean {
    return (
        operator === 'ISEMPTY' ||
        operator === 'EMPTYSTRING' ||
        operator === 'ANYTHING' ||
        operator === 'NSAMEAS' ||
        NEGATIONS[operator] !== undefined ||
        (operator === '=' && isEmptyOperand(value))
    )
}

/**
 * Operators that compare the referenced record's display value instead of its sys_id (DOCS: operators for
 * reference fields).
 */
export function comparesNames(operator: Operator): boolean {
    const positive = NEGATIONS[operator] ?? operator
    return ['LIKE', 'CONTAINS', '*', 'STARTSWITH', 'ENDSWITH', '%'].includes(positive)
}

/** `field=` and `field=NULL` match empty fields. */
export function isEmptyOperand(value: string): boolean {
    return value === '' || value === 'NULL'
}
