import type { OutboundLimits } from './outbound-limits'

/** An entry for one scope is prefixed with the scope name; the colon as separator is assumed. */
const OF_A_SCOPE = /^([a-z][a-z0-9_]*):(?!\/\/|\d+$)(.+)$/

/**
 * Whether code of a scope may reach a host: "a comma-separated list of URLs or IPs", `*` for all,
 * `*.example.com` for sub-domains, entries limited to one scope; an empty list allows all hosts (DOCS
 * r_AvailableSystemProperties).
 */
export function isAllowedHost(
    { allowedHosts, scope }: Pick<OutboundLimits, 'allowedHosts' | 'scope'>,
    { hostname, host }: URL
): boolean {
    const entries = allowedHosts
        .split(',')
        .map((entry) => entry.trim().toLowerCase())
        .filter((entry) => entry !== '')
    if (entries.length === 0) return true
    return entries.some((entry) => {
        const [, forScope = scope, rest = entry] = OF_A_SCOPE.exec(entry) ?? []
        if (forScope !== scope) return false
        const wanted = hostOf(rest)
        if (wanted.startsWith('*.')) return hostname.endsWith(wanted.slice(1))
        return wanted === '*' || wanted === hostname || wanted === host
    })
}

/** Host, with its port if given, of a URL or a bare host. */
function hostOf(entry: string): string {
    return entry.replace(/^[a-z]+:\/\//, '').replace(/[/?#].*$/, '')
}
