import type { Client } from './clients'

/** Schemes that a browser would run or open instead of handing the code over. */
const NEVER = new Set(['javascript:', 'data:', 'vbscript:', 'blob:', 'file:', 'about:', 'view-source:'])

/** Resolves a redirect URI: relative ones belong to the instance (SDK sdk-cli: `/sdk-oauth.do`). Empty if it is invalid. */
export function resolveRedirectUri(address: string, instanceUrl: string): string {
    if (/^\/(?![/\\])/.test(address)) return instanceUrl + address
    return address
}

/** The registered addresses that a code may go to, in their order. */
export function registeredRedirectUris(client: Client, instanceUrl: string): string[] {
    return client.redirectUrls.map((url) => resolveRedirectUri(url, instanceUrl)).filter(isUsable)
}

/**
 * Where the code of a request goes to: the asked address if it is registered to the letter, else the first registered
 * one (DOCS t_CreateEndpointforExternalClients). Undefined if none is registered.
 *
 * @param options.orFirst false: only an address that is registered, or the only one where none is asked for
 *     (RFC 6749 §3.1.2.3)
 */
export function chooseRedirectUri(
    client: Client,
    asked: string,
    { instanceUrl, orFirst }: { instanceUrl: string; orFirst: boolean }
): string | undefined {
    const registered = registeredRedirectUris(client, instanceUrl)
    const found = registered.find((url) => url === resolveRedirectUri(asked, instanceUrl))
    if (found !== undefined) return found
    return orFirst || (asked === '' && registered.length === 1) ? registered[0] : undefined
}

/** The address with parameters added to those it has; it never has a fragment (RFC 6749 §3.1.2). */
export function withParameters(address: string, parameters: Record<string, string | undefined>): string {
    const query = Object.entries(parameters)
        .filter((entry): entry is [string, string] => entry[1] !== undefined)
        .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
        .join('&')
    const separator = !address.includes('?') ? '?' : /[?&]$/.test(address) ? '' : '&'
    return address + separator + query
}

function isUsable(address: string): boolean {
    return URL.canParse(address) && !NEVER.has(new URL(address).protocol) && !address.includes('#')
}
