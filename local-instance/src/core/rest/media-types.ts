/** The media type of a Content-Type header in lower case, without parameters; empty if there is none. */
export function mediaType(header: string | undefined): string {
    return (header ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? ''
}

/** A comma-separated list of media types, as in `consumes` and `produces`. */
export function mediaTypes(list: string): string[] {
    return list
        .split(',')
        .map((type) => type.trim().toLowerCase())
        .filter((type) => type !== '')
}

/**
 * Whether a type matches a list whose entries may use `*` (any text) and `%` (one character) (DOCS
 * c_SpecifyContentType).
 */
export function consumes(patterns: string[], type: string): boolean {
    return patterns.some((pattern) => toExpression(pattern).test(type))
}

/**
 * The negotiated response type: the first type of `produces` with the highest Accept preference (RFC 9110
 * §12.5.1). Undefined if none is acceptable, which results in 406. Without the header all types are
 * acceptable.
 */
export function negotiate(accept: string | undefined, produces: string[]): string | undefined {
    const ranges = acceptRanges(accept)
    if (ranges.length === 0) return concrete(produces[0])
    const refused = ranges.filter(({ q }) => q === 0).map(({ range }) => range)
    for (const { range } of ranges.filter(({ q }) => q > 0)) {
        const type = produces.find((offer) => overlaps(range, offer) && !refused.includes(offer))
        if (type !== undefined) return type.includes('*') || type.includes('%') ? concrete(range) : type
    }
    return undefined
}

/** JSON or XML, by subtype or by suffix such as `application/vnd.collection+json`; undefined for other types. */
export function syntaxOf(type: string): 'json' | 'xml' | undefined {
    if (/[/+]json$/.test(type)) return 'json'
    return /[/+]xml$/.test(type) ? 'xml' : undefined
}

function acceptRanges(accept: string | undefined): { range: string; q: number }[] {
    return (accept ?? '')
        .slice(0, 2000)
        .split(',')
        .map((entry) => {
            const [range = '', ...parameters] = entry.split(';').map((part) => part.trim().toLowerCase())
            const quality = parameters.find((parameter) => parameter.startsWith('q='))
            const q = quality === undefined ? 1 : Number(quality.slice(2))
            return { range, q: Number.isNaN(q) ? 0 : q }
        })
        .filter(({ range }) => /^[^/\s]+\/[^/\s]+$/.test(range))
        .sort((a, b) => b.q - a.q)
}

function overlaps(range: string, offer: string): boolean {
    if (range === '*/*') return true
    if (range.endsWith('/*')) return offer.startsWith(range.slice(0, -1))
    return toExpression(offer).test(range)
}

function concrete(type: string | undefined): string {
    return type === undefined || /[*%]/.test(type) ? 'application/json' : type
}

function toExpression(pattern: string): RegExp {
    const source = pattern
        .replace(/[.+?^${}()|[\]\\/]/g, '\\$&')
        .replace(/\*+/g, '.*')
        .replace(/%/g, '.')
    return new RegExp(`^${source}$`)
}
