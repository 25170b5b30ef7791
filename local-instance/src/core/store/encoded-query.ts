import { OPERATORS, type Operator } from './operators'

/** `caller_id.name STARTSWITH Ab`: a field, dot-walked or not, an operator and its operand as written. */
export interface Condition {
    path: string[]
    operator: Operator
    value: string
}

/** A field to sort by. */
export interface SortTerm {
    path: string[]
    descending: boolean
}

/** An encoded query, taken apart. A row matches if it meets one alternative. */
export interface EncodedQuery {
    /** Split at `^NQ`; in each all groups hold; in a group (joined by `^OR`) one condition holds. */
    alternatives: Condition[][][]
    order: SortTerm[]
    /** Parts that are no condition, as written. */
    malformed: string[]
}

const PATH = /^[a-z_][a-z0-9_]*(?:\.[a-z_][a-z0-9_]*)*/
/** Parts that say how a list is shown, not which rows are in it. */
const IGNORED = /^(GROUPBY|TRENDBY|EQ$)/

/**
 * Takes an encoded query apart: `active=true^priority=1^ORpriority=2^ORDERBYDESCnumber`. `^^` stands for `^` in a value.
 * Never throws: what cannot be understood is listed as malformed, and it is for the caller to refuse or ignore it.
 */
export function parseEncodedQuery(query: string): EncodedQuery {
    const order: SortTerm[] = []
    const malformed: string[] = []
    const alternatives: Condition[][][] = []
    let groups: Condition[][] = []
    alternatives.push(groups)
    // An ignored part of a group must not make what follows it an alternative to an older group.
    let group: Condition[] | undefined

    for (let part of split(query)) {
        if (part.startsWith('NQ')) {
            groups = []
            alternatives.push(groups)
            group = undefined
            part = part.slice(2)
        }
        if (part === '' || IGNORED.test(part)) continue
        if (part.startsWith('ORDERBY')) {
            const term = sortTerm(part)
            if (term) order.push(term)
            else malformed.push(part)
            continue
        }
        const isOr = part.startsWith('OR')
        const condition = parseCondition(isOr ? part.slice(2) : part)
        if (!isOr || !group) {
            group = []
            groups.push(group)
        }
        if (condition) group.push(condition)
        else malformed.push(part)
    }
    return { alternatives, order, malformed }
}

function split(query: string): string[] {
    const parts: string[] = []
    let part = ''
    for (let at = 0; at < query.length; at++) {
        const char = query.charAt(at)
        if (char !== '^') {
            part += char
        } else if (query.charAt(at + 1) === '^') {
            part += '^'
            at += 1
        } else {
            parts.push(part)
            part = ''
        }
    }
    parts.push(part)
    return parts
}

function sortTerm(part: string): SortTerm | undefined {
    const descending = part.startsWith('ORDERBYDESC')
    const field = part.slice(descending ? 'ORDERBYDESC'.length : 'ORDERBY'.length)
    return PATH.exec(field)?.[0] === field ? { path: field.split('.'), descending } : undefined
}

function parseCondition(part: string): Condition | undefined {
    const field = PATH.exec(part)?.[0]
    if (!field) return undefined
    const rest = part.slice(field.length)
    const operator = OPERATORS.find((candidate) => rest.startsWith(candidate))
    return operator && { path: field.split('.'), operator, value: rest.slice(operator.length) }
}
