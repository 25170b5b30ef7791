/** The part of a URI that names a resource, decoded. */
export interface ApiPath {
    namespace: string
    /** Candidate for a version such as `v1`: the segment after the namespace, if another segment follows. */
    version: string | null
    /** The API id, read with and without a version. */
    services: { versioned: string | null; plain: string }
    /** Segments after the API id, for either reading. */
    rest: { versioned: string[]; plain: string[] }
}

/**
 * Splits `/api/{namespace}/[{version}/]{api id}/{path}`; the query is ignored. Undefined for an invalid API
 * path: another root, empty or dot segments, malformed escapes, and escapes that hide a separator or a
 * control character. Nothing is normalised, so all parts of the program read a path alike.
 */
export function parseApiPath(url: string): ApiPath | undefined {
    const path = url.split(/[?#]/, 1)[0] ?? ''
    const raw = path.replace(/\/$/, '').split('/').slice(1)
    const segments = raw.map(decodeSegment)
    if (segments.some((segment) => segment === undefined)) return undefined
    const [root, namespace, first, second, ...rest] = segments as string[]
    if (root !== 'api' || namespace === undefined || first === undefined) return undefined
    const versioned = /^v\d{1,4}$/.test(first) && second !== undefined
    return {
        namespace,
        version: versioned ? first : null,
        services: { versioned: versioned ? second : null, plain: first },
        rest: { versioned: rest, plain: second === undefined ? [] : [second, ...rest] },
    }
}

function decodeSegment(raw: string): string | undefined {
    let segment: string
    try {
        segment = decodeURIComponent(raw)
    } catch {
        return undefined
    }
    // eslint-disable-next-line no-control-regex
    return segment === '' || /^\.\.?$/.test(segment) || /[/\\\u0000-\u001f\u007f]/.test(segment)
        ? undefined
        : segment
}
