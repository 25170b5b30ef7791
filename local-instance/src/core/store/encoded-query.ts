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

/** A parsed encoded query. A row matches if it meets any alternative. */
export interface EncodedQuery {
    /**
     * Split at `^NQ`. In an alternative all groups must match; in a group (joined by `^OR`) any condition.
     */
    alternatives: Condition[][][]
    order: SortTerm[]
    /** Malformed parts, as written. */
    malformed: string[]
}

const PATH = /^[a-z_][a-z0-9_]*(?:\.[a-z_][a-z0-9_]*)*/
/** Parts that affect how a list is displayed, not which rows it contains. */
const IGNORED = /^(GROUPBY|TRENDBY|EQ$)/

/**
 * Parses an encoded query: `active=true^priority=1^ORpriority=2^ORDERBYDESCnumber`. `^^` stands for `^` in a
 * value. Never throws: malformed parts are listed, and the caller rejects or ignores them.
 */
export function parseEncodedQuery(query: string): EncodedQuery {
    const order: SortTerm[] = []
    const malformed: string[] = []
    const alternatives: Condition[][][] = []
    let groups: Condition[][] = []
    alternatives.push(groups)
    // Conditions after an ignored part must not join an earlier group.
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
