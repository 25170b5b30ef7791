/** An entry for one scope: its name before the entry. That a colon stands between them is assumed. */
const OF_A_SCOPE = /^([a-z][a-z0-9_]*):(?!\/\/|\d+$)(.+)$/

/**
 * Whether the property `glide.hosts.allowlist` keeps this app's calls from an address: it is set, and none of its
 * entries is `*`, the host, or `*.` with what the host ends with (DOCS r_AvailableSystemProperties). For explaining a
 * call that failed, never for deciding on one.
 *
 * @param list the property's value
 * @param endpoint an absolute address
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

/** Without scheme, port and what follows. */
function hostOf(text: string): string {
    return text
        .replace(/^[a-z]+:\/\//, '')
        .replace(/[/?#].*$/, '')
        .replace(/:\d+$/, '')
}
