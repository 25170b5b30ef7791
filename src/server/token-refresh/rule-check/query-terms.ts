import { OPERATORS, type Operator } from './operators'

/** One comparison of an encoded query. */
export interface Term {
    field: string
    operator: Operator
    value: string
}

/** Column names are lower case, so the operator starts where lower case ends. */
const FIELD = /^[a-z0-9_]+(?:\.[a-z0-9_]+)*/
/** Computed values: calls of the platform's functions for dates and the user, and no other code. */
const COMPUTED = /^javascript:gs\.\w+\([\w\s,:'"-]*\)$/

/**
 * Splits an encoded query into its comparisons.
 *
 * @returns the reason instead if a part is not a valid comparison: the platform ignores such parts, and then more records
 *   match than intended
 */
export function queryTerms(query: string): Term[] | string {
    const terms: Term[] = []
    for (const part of query.replace(/\^EQ$/, '').split(/\^NQ|\^OR(?!DERBY)|\^/)) {
        if (part.startsWith('ORDERBY')) continue
        const term = termOf(part)
        if (typeof term === 'string') return term
        terms.push(term)
    }
    return terms.length === 0 ? 'it contains no comparison' : terms
}

function termOf(part: string): Term | string {
    const shown = part.slice(0, 60)
    const field = FIELD.exec(part)?.[0]
    if (!field)
        return part === '' ? 'it contains an empty term' : `"${shown}" does not start with a field name`
    const rest = part.slice(field.length)
    const operator = OPERATORS.find(({ name }) => rest.startsWith(name))
    if (!operator) return `"${shown}" has no supported operator`
    const value = rest.slice(operator.name.length)
    if (operator.value === 'none' && value !== '')
        return `"${shown}" has a value, but its operator takes none`
    if (operator.value === 'some' && value.trim() === '') return `"${shown}" has no value`
    if (/javascript:/i.test(value) && !value.split('@').every(isHarmless))
        return `"${shown}" runs a script; only calls of gs functions are allowed`
    return { field, operator, value }
}

function isHarmless(part: string): boolean {
    return !/javascript:/i.test(part) || COMPUTED.test(part)
}
