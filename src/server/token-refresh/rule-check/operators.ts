/** How an operator of encoded queries takes its value. */
export interface Operator {
    name: string
    /** `none`: it takes none; `some`: it must have one; `any`: an empty one asks for empty fields. */
    value: 'none' | 'some' | 'any'
}

/**
 * Operators that a rule's condition may use (EXPLAIN encoded-query-guide), those first that begin like a shorter one.
 * ANYTHING is none of them, because it asks nothing.
 */
export const OPERATORS: Operator[] = [
    { name: 'ISNOTEMPTY', value: 'none' },
    { name: 'ISEMPTY', value: 'none' },
    { name: 'EMPTYSTRING', value: 'none' },
    { name: 'STARTSWITH', value: 'some' },
    { name: 'ENDSWITH', value: 'some' },
    { name: 'CONTAINS', value: 'some' },
    { name: 'DOES NOT CONTAIN', value: 'some' },
    { name: 'NOT LIKE', value: 'some' },
    { name: 'NOTLIKE', value: 'some' },
    { name: 'LIKE', value: 'some' },
    { name: 'BETWEEN', value: 'some' },
    { name: 'NOT IN', value: 'some' },
    { name: 'NOTON', value: 'some' },
    { name: 'IN', value: 'some' },
    { name: 'ON', value: 'some' },
    { name: '!=', value: 'any' },
    { name: '>=', value: 'some' },
    { name: '<=', value: 'some' },
    { name: '=', value: 'any' },
    { name: '>', value: 'some' },
    { name: '<', value: 'some' },
]
