import { refuse } from './fail'

/** The instance's OAuth pages, and the app's routes in their place: a bearer has no business there. */
const OAUTH = /\/oauth[^/]*\.do|\/integration\/(request|revoke)_token/i

/**
 * The address that a request goes to: on the pinned origin, normalised, and none of the OAuth pages however it is
 * written.
 * @throws Failure `invalid_parameter`; TypeError where it is no address at all
 */
export function apiAddress(instanceUrl: string, endpoint: string): string {
    const url = new URL(endpoint, instanceUrl)
    // A blob: address has the origin of its page, and no path.
    if (url.origin !== instanceUrl || url.pathname[0] !== '/' || OAUTH.test(decoded(url.pathname))) {
        refuse()
    }
    // Without the user name, password and fragment that an address may hold.
    return instanceUrl + url.pathname + url.search
}

/** Decoded until nothing is left to decode, as servers behind servers do; what is no escape stays. */
function decoded(path: string): string {
    const once = path.replace(/%([\da-f]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
    return once === path ? path : decoded(once)
}
