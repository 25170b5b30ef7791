import { StoreError, type Row } from '../../core/store/types'

/**
 * Refuses a CORS rule whose domain breaks the requirements of DOCS r_CORSDomainRequirements, or that allows
 * credentials together with a wildcard (DOCS t_DefineACORSRule).
 *
 * @throws StoreError `invalid_value` with a text for the person who saves the rule.
 */
export function checkRule(rule: Row): void {
    const domain = rule['domain'] ?? ''
    const problem = problemOf(domain)
    if (problem) throw new StoreError('invalid_value', `Invalid domain: ${problem}`)
    if (rule['access_control_allow_credentials'] === '1' && domain.includes('*')) {
        throw new StoreError(
            'invalid_value',
            'Invalid domain: a wildcard cannot be used together with Access-Control-Allow-Credentials'
        )
    }
    for (const column of ['access_control_allow_headers', 'exposed_headers']) {
        if (!isHeaderList(rule[column] ?? '')) {
            throw new StoreError(
                'invalid_value',
                `Invalid ${column}: not a comma-separated list of header names`
            )
        }
    }
    if (!/^\d{0,9}$/.test(rule['max_age'] ?? '')) {
        throw new StoreError('invalid_value', 'Invalid max_age: not a number of seconds')
    }
}

/** What is wrong with a rule's domain; undefined where nothing is. */
export function problemOf(domain: string): string | undefined {
    const parts = /^https?:\/\/([^/?#@\\\s]*)$/i.exec(domain)
    if (!/^https?:\/\//i.test(domain)) return 'it must begin with http:// or https://'
    if (!parts) return 'it must be a scheme and a host, without path, query or user'
    const [host = '', port, ...more] = (parts[1] ?? '').split(':')
    if (more.length > 0 || (port !== undefined && !isPort(port)))
        return 'the port is not a number from 1 to 65535'
    // Browsers leave it out of the origin, so that such a rule would let nobody in.
    if (port === (/^https/i.test(domain) ? '443' : '80'))
        return 'the usual port of the scheme must be left out'
    // By the letter the domain ends with a period and more; in practice local development is allowed for.
    if (host.toLowerCase() === 'localhost') return undefined
    const wildcard = host.startsWith('*.')
    const name = wildcard ? host.slice(2) : host
    if (name.includes('*')) return 'a single wildcard may follow the scheme, as in https://*.example.com'
    const labels = name.split('.')
    if (!labels.every((label) => /^[a-z\d]([a-z\d-]{0,61}[a-z\d])?$/i.test(label))) {
        return 'it is no domain or IP address'
    }
    if (labels.every((label) => /^\d+$/.test(label))) {
        if (wildcard) return 'an IP address takes no wildcard'
        return labels.length === 4 &&
            labels.every((label) => /^(0|[1-9]\d{0,2})$/.test(label) && Number(label) <= 255)
            ? undefined
            : 'it is no complete IP address'
    }
    // What begins with a digit there (`0x7f`) is part of an IP address to browsers.
    if (/^\d/.test(labels[labels.length - 1] ?? '')) return 'it is no domain or IP address'
    // An `xn--` label that stands for nothing.
    if (!URL.canParse(`https://${name}`)) return 'it is no domain or IP address'
    return wildcard || labels.length > 1 ? undefined : 'it must end with a period and letters, such as .com'
}

function isPort(text: string): boolean {
    return /^[1-9]\d{0,4}$/.test(text) && Number(text) <= 65535
}

function isHeaderList(text: string): boolean {
    return text.trim() === '' || text.split(',').every((name) => /^[\w!#$%&'*+.^`|~-]+$/.test(name.trim()))
}
