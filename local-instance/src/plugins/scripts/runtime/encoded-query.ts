/** Operators of encoded queries, longest first so that `>=` is not read as `>`. */
const OPERATORS = [
    ...[
        'DOES NOT CONTAIN',
        'GT_OR_EQUALS_FIELD',
        'LT_OR_EQUALS_FIELD',
        'NOT LIKE',
        'NOT IN',
        'NOTLIKE',
        'NOTON',
    ],
    ...['STARTSWITH', 'ISNOTEMPTY', 'EMPTYSTRING', 'INSTANCEOF', 'RELATIVEGE', 'RELATIVEGT', 'RELATIVEEE'],
    ...[
        'RELATIVELE',
        'RELATIVELT',
        'GT_FIELD',
        'LT_FIELD',
        'ENDSWITH',
        'CONTAINS',
        'ANYTHING',
        'BETWEEN',
        'ISEMPTY',
    ],
    ...['DYNAMIC', 'NSAMEAS', 'SAMEAS', 'LIKE', 'ON', 'IN', '>=', '<=', '!=', '!*', '*', '%', '=', '>', '<'],
]

/** One condition of an encoded query; `field` is empty where the text names none. */
export interface EncodedTerm {
    field: string
    operator: string | undefined
}

/** Doubles `^` in a value, so that it ends no condition (GlideStringUtil.escapeQueryTermSeparator). */
export function escapeTerm(value: string): string {
    return value.split('^').join('^^')
}

/** The parts between single `^`, as they are written. */
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

/** The conditions of an encoded query, without its ordering and grouping. */
export function conditionsOf(encoded: string): EncodedTerm[] {
    return splitTerms(encoded)
        .filter((part) => part !== '' && part !== 'EQ' && !/^(ORDERBY|GROUPBY)/.test(part))
        .map((part) => {
            const term = part.replace(/^(OR|NQ)(?=[a-z0-9_])/, '')
            const field = /^[a-z0-9_.]*/.exec(term)?.[0] ?? ''
            const rest = term.slice(field.length)
            return { field, operator: OPERATORS.find((operator) => rest.startsWith(operator)) }
        })
}

/**
 * Puts encoded queries together so that all of them hold. `^NQ` starts an alternative for the whole query, so each
 * alternative of one is combined with each of the others; orderings go to the end.
 */
export function joinEncoded(queries: string[]): string {
    let alternatives = ['']
    const orderings: string[] = []
    for (const query of queries) {
        const own: string[][] = [[]]
        for (const part of splitTerms(query)) {
            if (part === '' || part === 'EQ') continue
            if (/^(ORDERBY|GROUPBY)/.test(part)) orderings.push(part)
            else if (/^NQ[a-z0-9_]/.test(part)) own.push([part.slice(2)])
            else own[own.length - 1]?.push(part)
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
