import { SetupError } from './setup-error'

/** Scheme and authority, and nothing that an origin does not have. */
const ORIGIN = /^https?:\/\/[^/?#@*,\s\\]+$/i

/**
 * What the domain of a CORS rule may hold (DOCS r_CORSDomainRequirements): a domain that ends with a period and more, or
 * an IPv4 address. `localhost` is taken in practice; an IPv6 address, a bare name or a trailing period is not.
 */
const RULE_HOST = /^(?:localhost|(?:[a-z\d](?:[a-z\d-]*[a-z\d])?\.)+[a-z\d](?:[a-z\d-]*[a-z\d])?)$/

/** Hosts that never leave the machine, for which plain http is safe. */
const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/

/**
 * Checks the origins of the apps that may call the instance: scheme, host and port only, as a browser's `Origin`
 * header has them; https, or http on a loopback address; no wildcard, since a rule with one admits strangers; no host
 * that a CORS rule cannot name, so that the instance does not refuse it halfway.
 *
 * @returns lower case, without default ports, each once, in the order given
 * @throws SetupError `no_origin`, `invalid_origin`
 */
export function checkOrigins(origins: readonly string[]): string[] {
    if (origins.length === 0) throw new SetupError('no_origin', 'Give at least one origin.')
    return [...new Set(origins.map(checkOrigin))]
}

function checkOrigin(text: string): string {
    const url = ORIGIN.test(text) ? parse(text) : null
    if (!url || !isSafe(url) || url.pathname !== '/' || !RULE_HOST.test(url.hostname)) {
        throw new SetupError(
            'invalid_origin',
            `${JSON.stringify(text)} is no origin: it must be like https://app.example.com or http://localhost:8080, ` +
                'without a path, a trailing slash or period, a wildcard or an IPv6 address.'
        )
    }
    return url.origin
}

/**
 * Checks the pages of browser apps that a sign-in comes back to.
 *
 * @returns as given, each once
 * @throws SetupError `invalid_callback_url`
 */
export function checkCallbackUrls(urls: readonly string[]): string[] {
    for (const text of urls) {
        // The column keeps several addresses with commas between them.
        const url = /[,\s#\\*]/.test(text) ? null : parse(text)
        if (!url || !isSafe(url) || url.username || url.password) {
            throw new SetupError(
                'invalid_callback_url',
                `${JSON.stringify(text)} is no callback page: it must be an https address, or http on this machine, ` +
                    'without a fragment, a comma or a wildcard.'
            )
        }
    }
    return [...new Set(urls)]
}

/**
 * Checks the instance's address.
 *
 * @returns its origin, without a trailing slash
 * @throws SetupError `invalid_instance_url`
 */
export function checkInstanceUrl(text: string): string {
    const url = parse(text)
    if (
        !url ||
        !isSafe(url) ||
        url.pathname !== '/' ||
        url.search ||
        url.hash ||
        url.username ||
        url.password
    ) {
        throw new SetupError(
            'invalid_instance_url',
            `${JSON.stringify(text)} is no instance: it must be like https://example.service-now.com.`
        )
    }
    return url.origin
}

function parse(text: string): URL | null {
    try {
        return new URL(text)
    } catch {
        return null
    }
}

function isSafe({ protocol, hostname }: URL): boolean {
    return hostname !== '' && (protocol === 'https:' || (protocol === 'http:' && LOOPBACK.test(hostname)))
}
