import { COMPARES_FIELDS, OPERATORS } from './operators'

/** Field of a condition; empty if there is none. */
export interface EncodedTerm {
    field: string
    /** Operator; undefined if it is unknown. */
    operator: string | undefined
}

const PATH = /^[a-z_][a-z0-9_]*(?:\.[a-z_][a-z0-9_]*)*/
/** Parts that affect how a list is displayed, not which rows it contains. */
const SHOWN = /^(GROUPBY|TRENDBY)/

/**
 * Doubles `^` in a value, so that it does not end the condition (GlideStringUtil.escapeQueryTermSeparator).
 */
export function escapeTerm(value: string): string {
    return value.split('^').join('^^')
}

/** The parts between single `^`, as written. */
function splitTerms(encoded: string): string[] {
    return encoded
        .split('^^')
        .map((piece) => piece.split('^'))
        .reduce<string[]>((parts, pieces) => {
            if (parts.length === 0) return pieces
            const last = parts.pop() as string
            return [...parts, `${last}^^${pieces[0] as string}`, ...pieces.slice(1)]
        }, [])
}

/** The fields and operators of an encoded query, parsed as by the store; groupings are omitted. */
export function conditionsOf(encoded: string): EncodedTerm[] {
    return splitTerms(encoded)
        .map((part) => (part.startsWith('NQ') ? part.slice(2) : part))
        .filter((part) => part !== '' && part !== 'EQ' && !SHOWN.test(part))
        .flatMap((part) => {
            const sorted = /^ORDERBY(?:DESC)?/.exec(part)?.[0]
            if (sorted) return [{ field: part.slice(sorted.length), operator: sorted }]
            const term = part.startsWith('OR') ? part.slice(2) : part
            const field = PATH.exec(term)?.[0] ?? ''
            const rest = term.slice(field.length)
            const operator = OPERATORS.find((candidate) => rest.startsWith(candidate))
            if (!operator || !COMPARES_FIELDS.test(operator)) return [{ field, operator }]
            const other = rest.slice(operator.length).split('@')[0] as string
            return [
                { field, operator },
                { field: other, operator },
            ]
        })
}

/**
 * Combines encoded queries so that all of them must match. `^NQ` starts an alternative for the whole query,
 * so each alternative of one is combined with each of the others; orderings are moved to the end.
 */
export function joinEncoded(queries: string[]): string {
    let alternatives = ['']
    const orderings: string[] = []
    for (const query of queries) {
        const own: string[][] = [[]]
        for (const part of splitTerms(query)) {
            if (part.startsWith('NQ')) own.push([])
            const term = part.startsWith('NQ') ? part.slice(2) : part
            const last = own[own.length - 1] as string[]
            if (term === '' || term === 'EQ') continue
            if (term.startsWith('ORDERBY') || SHOWN.test(term)) orderings.push(term)
            // A leading OR has no preceding condition and must not join one of the previous query.
            else last.push(last.length === 0 ? term.replace(/^OR(?=[a-z_])/, '') : term)
        }
        const texts = own.map((parts) => parts.join('^')).filter((text) => text !== '')
        if (texts.length === 0) continue
        alternatives = alternatives.flatMap((left) =>
            texts.map((right) => (left === '' ? right : `${left}^${right}`))
        )
    }
    return [alternatives.filter((text) => text !== '').join('^NQ'), ...orderings]
        .filter((text) => text !== '')
        .join('^')
}
