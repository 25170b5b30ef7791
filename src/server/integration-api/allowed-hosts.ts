/** An entry for one scope: scope name, colon, host. The colon is assumed. */
const OF_A_SCOPE = /^([a-z][a-z0-9_]*):(?!\/\/|\d+$)(.+)$/

/**
 * Whether the property `glide.hosts.allowlist` blocks calls of this app to a URL: it is set, and none of its entries is
 * `*`, the host, or `*.` with a domain suffix of the host (DOCS r_AvailableSystemProperties). Used to explain a failed
 * call, never to decide on one.
 *
 * @param list value of the property
 * @param endpoint an absolute URL
 */
export function isKeptOff(list: unknown, endpoint: string): boolean {
    const host = hostOf(endpoint.toLowerCase())
    const entries = String(list ?? '')
        .toLowerCase()
        .split(',')
        .map((entry) => entry.trim())
        .filter((entry) => entry !== '')
    return entries.length > 0 && !entries.some((entry) => admits(entry, host))
}

function admits(entry: string, host: string): boolean {
    const [, scope = 'x_opfi_openfin', rest = entry] = OF_A_SCOPE.exec(entry) ?? []
    if (scope !== 'x_opfi_openfin') return false
    const wanted = hostOf(rest)
    return wanted === '*' || wanted === host || (wanted.startsWith('*.') && host.endsWith(wanted.slice(1)))
}

/** Strips scheme, port and path. */
function hostOf(text: string): string {
    return text
        .replace(/^[a-z]+:\/\//, '')
        .replace(/[/?#].*$/, '')
        .replace(/:\d+$/, '')
}
