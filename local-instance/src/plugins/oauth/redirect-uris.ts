import type { Client } from './clients'

/** Schemes that a browser would execute or open instead of delivering the code. */
const NEVER = new Set(['javascript:', 'data:', 'vbscript:', 'blob:', 'file:', 'about:', 'view-source:'])

/**
 * Resolves a redirect URI; relative ones are relative to the instance (SDK sdk-cli: `/sdk-oauth.do`). Empty
 * if it is invalid.
 */
export function resolveRedirectUri(address: string, instanceUrl: string): string {
    if (/^\/(?![/\\])/.test(address)) return instanceUrl + address
    return address
}

/** The registered redirect URIs, in order. */
export function registeredRedirectUris(client: Client, instanceUrl: string): string[] {
    return client.redirectUrls.map((url) => resolveRedirectUri(url, instanceUrl)).filter(isUsable)
}

/**
 * The redirect URI of a request: the requested one if it exactly matches a registered one, otherwise the
 * first registered one (DOCS t_CreateEndpointforExternalClients). Undefined if none is registered.
 *
 * @param options.orFirst false: only a registered URI, or the single one if none is requested
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

/** Appends query parameters to a redirect URI, which never has a fragment (RFC 6749 §3.1.2). */
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
