/** A call such as `gs.daysAgo(3)` behind `javascript:`, with literal parameters only. */
const EXPRESSION = /javascript:\s*gs\.(\w+)\(([^()]*)\)\s*;?/g

/** The methods of `gs` by name. */
export type SystemCalls = Record<string, unknown>

/**
 * Replaces `javascript:gs.method(…)` in an encoded query with the method's result, as the platform does
 * before a query runs. Anything else is left for the store to reject.
 */
export function resolveExpressions(query: string, system: () => SystemCalls): string {
    if (!query.includes('javascript:')) return query
    return query.replace(EXPRESSION, (whole, name: string, given: string) => {
        const gs = system()
        const method = gs[name]
        if (typeof method !== 'function') return whole
        return String((method as (...values: unknown[]) => unknown).apply(gs, literals(given)))
    })
}

function literals(text: string): unknown[] {
    if (text.trim() === '') return []
    return text.split(',').map((piece) => {
        const value = piece.trim()
        const quoted = /^(['"])(.*)\1$/.exec(value)
        if (quoted) return quoted[2]
        return Number.isNaN(Number(value)) ? value : Number(value)
    })
}
