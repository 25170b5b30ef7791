/** An operator of encoded queries, and whether it takes a value. */
export interface Operator {
    name: string
    /** `none`: no value; `some`: a value is required; `any`: an empty value matches empty fields. */
    value: 'none' | 'some' | 'any'
}

/**
 * Operators that a rule's condition may use (EXPLAIN encoded-query-guide). An operator precedes any that is its prefix.
 * ANYTHING is excluded, because it does not restrict.
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
