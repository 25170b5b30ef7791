/** A CORS rule (`sys_cors_rule`) that is active and concerns a REST API. */
export interface CorsRule {
    sysId: string
    /** Origin or pattern such as `https://app.example.com`, `https://*.example.com`. */
    domain: string
    /** sys_id of the REST API's definition (`sys_ws_definition`). */
    api: string
    /** HTTP methods that are ticked. */
    methods: ReadonlySet<string>
    /** Seconds. */
    maxAge: number
    exposedHeaders: string
    /** Comma list or `*`; empty if the rule says nothing. */
    allowHeaders: string
    allowCredentials: boolean
}

/** Characters of a domain (RFC 1035 §2.3.4). */
const MAX_HOST = 253

/**
 * Where CORS is decided: the rule that lets a page of an origin use a REST API, undefined if none does.
 *
 * The exact domain comes first, then the closest wildcard, which is the longest (DOCS r_CORSDomainRequirements). A
 * wildcard stands for one or more labels, never for none. Scheme and host are compared without regard to case; a
 * trailing dot, another port or the scheme's own one spelled out make another origin; `null` and what is longer than a
 * domain can be (RFC 1035 §2.3.4) never match. Of equal rules the first one applies.
 *
 * @param origin the request's Origin header
 * @param api sys_id of the API's definition
 */
export function findRule(origin: string, api: string, rules: readonly CorsRule[]): CorsRule | undefined {
    const page = parse(origin)
    // A `*` and an unreadable `xn--` are part of no name, though a wildcard would take them.
    if (!page || page.host.startsWith('*') || !URL.canParse(origin)) return undefined
    let closest: CorsRule | undefined
    for (const rule of rules) {
        const allowed = rule.api === api ? parse(rule.domain) : undefined
        if (!allowed || allowed.scheme !== page.scheme || allowed.port !== page.port) continue
        if (allowed.host === page.host) return rule
        const isWider = allowed.host.startsWith('*.') && page.host.endsWith(allowed.host.slice(1))
        if (isWider && (!closest || rule.domain.length > closest.domain.length)) closest = rule
    }
    return closest
}

function parse(origin: string): { scheme: string; host: string; port: string } | undefined {
    const parts = /^(https?):\/\/((?:\*\.)?[a-z\d-]+(?:\.[a-z\d-]+)*)(?::(\d{1,5}))?$/.exec(
        origin.toLowerCase()
    )
    if (!parts) return undefined
    const [, scheme = '', host = '', port = ''] = parts
    return host.length <= MAX_HOST ? { scheme, host, port } : undefined
}
