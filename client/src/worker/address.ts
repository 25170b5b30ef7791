import { isOAuthRoute } from '../oauth-routes'
import { refuse } from './fail'

/**
 * The normalized URL of a request. It must be on the pinned origin and must not be an OAuth route.
 * @throws Failure `invalid_parameter`; TypeError for an invalid URL
 */
export function apiAddress(instanceUrl: string, endpoint: string): string {
    const url = new URL(endpoint, instanceUrl)
    // A blob: URL has the origin of its page, and a path without a leading slash.
    if (url.origin !== instanceUrl || url.pathname[0] !== '/' || isOAuthRoute(url.pathname)) {
        refuse()
    }
    // Drops user name, password and fragment.
    return instanceUrl + url.pathname + url.search
}
