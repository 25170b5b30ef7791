/** The instance's own endpoints that the open routes stand for. */
export type UpstreamPath = '/oauth_token.do' | '/oauth_revoke_token.do'

/** https, or http on this machine; host and port only. */
const BASE = /^(?:https:\/\/[a-z0-9.-]+|http:\/\/(?:localhost|127(?:\.\d{1,3}){3}|\[::1\]))(?::\d{1,5})?$/i

/**
 * Address of an endpoint, from the property `glide.servlet.uri` alone: nothing of a request can move it.
 *
 * @param servletUri such as `https://instance.example/`
 * @returns null where the property is empty or no safe address
 */
export function upstreamAddress(servletUri: unknown, path: UpstreamPath): string | null {
    const base = String(servletUri ?? '')
        .trim()
        .replace(/\/+$/, '')
    return BASE.test(base) ? base + path : null
}
