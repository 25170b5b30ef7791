import { StoreError, type Row } from '../../core/store/types'

/**
 * Rejects a CORS rule whose domain breaks the requirements of DOCS r_CORSDomainRequirements, or that allows
 * credentials together with a wildcard (DOCS t_DefineACORSRule).
 *
 * @throws StoreError `invalid_value` with a message for the user who saves the rule.
 */
export function checkRule(rule: Row): void {
    const domain = rule['domain'] ?? ''
    const problem = problemOf(domain)
    if (problem) throw new StoreError('invalid_value', `Invalid domain: ${problem}`)
    if (rule['access_control_allow_credentials'] === '1' && domain.includes('*')) {
        throw new StoreError(
            'invalid_value',
            'Invalid domain: a wildcard cannot be combined with Access-Control-Allow-Credentials'
        )
    }
    for (const column of ['access_control_allow_headers', 'exposed_headers']) {
        if (!isHeaderList(rule[column] ?? '')) {
            throw new StoreError(
                'invalid_value',
                `Invalid ${column}: must be a comma-separated list of header names`
            )
        }
    }
    if (!/^\d{0,9}$/.test(rule['max_age'] ?? '')) {
        throw new StoreError('invalid_value', 'Invalid max_age: must be a number of seconds')
    }
}

/** Reason why a rule's domain is invalid; undefined if it is valid. */
export function problemOf(domain: string): string | undefined {
    const parts = /^https?:\/\/([^/?#@\\\s]*)$/i.exec(domain)
    if (!/^https?:\/\//i.test(domain)) return 'it must start with http:// or https://'
    if (!parts) return 'it must consist of a scheme and a host, without path, query or user'
    const [host, port, ...more] = parts[1]!.split(':') as [string, ...string[]]
    if (more.length > 0 || (port !== undefined && !isPort(port)))
        return 'the port must be a number from 1 to 65535'
    // Browsers omit it from the origin, so that such a rule would never match.
    if (port === (/^https/i.test(domain) ? '443' : '80'))
        return 'the default port of the scheme must be omitted'
    // The documentation requires a domain with a period and a suffix; in practice instances also allow local
    // development.
    if (host.toLowerCase() === 'localhost') return undefined
    const wildcard = host.startsWith('*.')
    const name = wildcard ? host.slice(2) : host
    if (name.includes('*'))
        return 'only a single wildcard directly after the scheme is allowed, such as https://*.example.com'
    const labels = name.split('.')
    if (!labels.every((label) => /^[a-z\d]([a-z\d-]{0,61}[a-z\d])?$/i.test(label))) {
        return 'it is not a valid domain or IP address'
    }
    if (labels.every((label) => /^\d+$/.test(label))) {
        if (wildcard) return 'a wildcard cannot be combined with an IP address'
        return labels.length === 4 &&
            labels.every((label) => /^(0|[1-9]\d{0,2})$/.test(label) && Number(label) <= 255)
            ? undefined
            : 'it is not a complete IP address'
    }
    // Browsers treat a last label that begins with a digit (`0x7f`) as part of an IP address.
    if (/^\d/.test(labels.at(-1)!)) return 'it is not a valid domain or IP address'
    // An `xn--` label that does not decode.
    if (!URL.canParse(`https://${name}`)) return 'it is not a valid domain or IP address'
    return wildcard || labels.length > 1 ? undefined : 'it must end with a top-level domain, such as .com'
}

function isPort(text: string): boolean {
    return /^[1-9]\d{0,4}$/.test(text) && Number(text) <= 65535
}

function isHeaderList(text: string): boolean {
    return text.trim() === '' || text.split(',').every((name) => /^[\w!#$%&'*+.^`|~-]+$/.test(name.trim()))
}
