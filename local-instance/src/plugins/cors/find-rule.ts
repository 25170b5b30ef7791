/** A CORS rule (`sys_cors_rule`) that is active and applies to a REST API. */
export interface CorsRule {
    sysId: string
    /** Origin or pattern such as `https://app.example.com`, `https://*.example.com`. */
    domain: string
    /** sys_id of the REST API's definition (`sys_ws_definition`). */
    api: string
    /** Allowed HTTP methods. */
    methods: ReadonlySet<string>
    /** Max age in seconds. */
    maxAge: number
    exposedHeaders: string
    /** Comma-separated list or `*`; empty if not set. */
    allowHeaders: string
    allowCredentials: boolean
}

/** Maximum length of a domain (RFC 1035 §2.3.4). */
const MAX_HOST = 253

/**
 * The rule that allows an origin to use a REST API; undefined if there is none.
 *
 * An exact domain takes precedence, then the most specific (longest) wildcard (DOCS
 * r_CORSDomainRequirements). A wildcard stands for one or more labels, never for none. Scheme and host are
 * case-insensitive; a trailing dot, another port or an explicit default port make a different origin; `null`
 * and domains over the maximum length (RFC 1035 §2.3.4) never match. Of equal rules the first one applies.
 *
 * @param origin the request's Origin header
 * @param api sys_id of the API's definition
 */
export function findRule(origin: string, api: string, rules: readonly CorsRule[]): CorsRule | undefined {
    const page = parse(origin)
    // `*` and an undecodable `xn--` label are not valid in a name, although a wildcard would match them.
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
