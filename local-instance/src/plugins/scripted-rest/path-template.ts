/** A segment of a relative path: a literal, or the name of a parameter. */
export type Segment = { literal: string } | { parameter: string }

/** Parses a relative path such as `/items/{id}`. */
export function parseTemplate(path: string): Segment[] {
    return path
        .split('/')
        .filter((segment) => segment !== '')
        .map((segment) => {
            const parameter = /^\{([^{}]+)\}$/.exec(segment)?.[1]
            return parameter === undefined ? { literal: segment } : { parameter }
        })
}

/** The parameters of a path that matches a template; undefined if it does not match. */
export function matchTemplate(template: Segment[], path: string[]): Record<string, string> | undefined {
    if (template.length !== path.length) return undefined
    const parameters: [string, string][] = []
    for (const [index, segment] of template.entries()) {
        const value = path[index] ?? ''
        if ('parameter' in segment) parameters.push([segment.parameter, value])
        else if (segment.literal !== value) return undefined
    }
    // Own properties for all names, `__proto__` included.
    return Object.fromEntries(parameters)
}

/** Of the matching candidates, the most specific one: a literal precedes a parameter. */
export function bestMatch<Candidate extends { template: Segment[] }>(
    candidates: Candidate[],
    path: string[]
): { candidate: Candidate; pathParams: Record<string, string> } | undefined {
    let best: { candidate: Candidate; pathParams: Record<string, string> } | undefined
    for (const candidate of candidates) {
        const pathParams = matchTemplate(candidate.template, path)
        if (pathParams && (!best || rank(candidate.template) < rank(best.candidate.template))) {
            best = { candidate, pathParams }
        }
    }
    return best
}

/** Sort key of templates with the same length: `0` for a literal, `1` for a parameter, from left to right. */
function rank(template: Segment[]): string {
    return template.map((segment) => ('literal' in segment ? '0' : '1')).join('')
}
