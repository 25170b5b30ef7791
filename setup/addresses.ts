import { isLoopback } from '../src/server/integration-api/upstream-address'
import { SetupError } from './setup-error'

/** Reason for rejecting a URL to which codes or tokens would be sent in the clear. */
const NEEDS_HTTPS =
    'must use https. http is allowed for loopback hosts only: localhost, its subdomains, 127.0.0.1.'

/** Scheme and authority only, as in an origin. */
const ORIGIN = /^https?:\/\/[^/?#@*,\s\\]+$/i

/**
 * Hosts that the domain of a CORS rule accepts (DOCS r_CORSDomainRequirements): a domain with at least one period, or an
 * IPv4 address. `localhost` is accepted in practice; IPv6 addresses, single names and a trailing period are not.
 */
const RULE_HOST = /^(?:localhost|(?:[a-z\d](?:[a-z\d-]*[a-z\d])?\.)+[a-z\d](?:[a-z\d-]*[a-z\d])?)$/

/**
 * Validates the origins that may call the instance: scheme, host and port only, as in the `Origin` header of browsers;
 * https, or http on a loopback address; no wildcard, since that would admit unknown apps; only hosts that CORS rules
 * accept, so that the instance does not reject one halfway through the setup.
 *
 * @returns lower case, without default ports, each once, in the order given
 * @throws SetupError `no_origin`, `invalid_origin`
 */
export function checkOrigins(origins: readonly string[]): string[] {
    if (origins.length === 0) throw new SetupError('no_origin', 'Specify at least one origin.')
    return [...new Set(origins.map(checkOrigin))]
}

function checkOrigin(text: string): string {
    const url = ORIGIN.test(text) ? parse(text) : null
    if (!url || url.pathname !== '/') {
        const like = 'https://app.example.com or http://localhost:8080'
        refuse('invalid_origin', text, `must look like ${like}, without a path, trailing slash or wildcard.`)
    }
    if (!isSafe(url)) refuse('invalid_origin', text, NEEDS_HTTPS)
    if (!RULE_HOST.test(url.hostname)) {
        const hosts = 'a domain with a period in it, an IPv4 address or localhost'
        refuse(
            'invalid_origin',
            text,
            `must use a host that CORS rules accept: ${hosts}, without a trailing period.`
        )
    }
    return url.origin
}

/**
 * Validates the callback pages of browser apps.
 *
 * @returns as given, each once
 * @throws SetupError `invalid_callback_url`
 */
export function checkCallbackUrls(urls: readonly string[]): string[] {
    for (const text of urls) {
        // The column stores several URLs, separated by commas.
        const url = /[,\s#\\*]/.test(text) ? null : parse(text)
        if (!url || url.username || url.password) {
            const without = 'credentials, a fragment, a comma or a wildcard'
            refuse('invalid_callback_url', text, `must be an absolute URL without ${without}.`)
        }
        if (!isSafe(url)) refuse('invalid_callback_url', text, NEEDS_HTTPS)
    }
    return [...new Set(urls)]
}

/**
 * Validates the URL of the instance.
 *
 * @returns its origin, without a trailing slash
 * @throws SetupError `invalid_instance_url`
 */
export function checkInstanceUrl(text: string): string {
    const url = parse(text)
    if (!url || url.href !== `${url.origin}/`) {
        const like = 'https://example.service-now.com'
        refuse('invalid_instance_url', text, `must look like ${like}, without a path, query or credentials.`)
    }
    if (!isSafe(url)) refuse('invalid_instance_url', text, NEEDS_HTTPS)
    return url.origin
}

function refuse(code: SetupError['code'], text: string, why: string): never {
    // A password in it must not be echoed.
    const shown = text.replace(/\/\/[^/?#]*@/, '//***@')
    throw new SetupError(code, `${JSON.stringify(shown)} ${why}`)
}

function parse(text: string): URL | null {
    try {
        return new URL(text)
    } catch {
        return null
    }
}

function isSafe({ protocol, hostname }: URL): boolean {
    return hostname !== '' && (protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname)))
}
