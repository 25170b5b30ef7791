/** The instance's own endpoints that the open routes proxy. */
export type UpstreamPath = '/oauth_token.do' | '/oauth_revoke_token.do'

/** Scheme, host and port only. */
const BASE = /^(https?):\/\/([a-z0-9._-]+|\[::1\])(?::\d{1,5})?$/i

/** 127.0.0.0/8, ::1, `localhost` and the names below it (RFC 6761, section 6.3), with or without a trailing period. */
const LOOPBACK = /^(?:127(?:\.\d{1,3}){3}|\[::1\]|(?:.+\.)?localhost\.?)$/i

/** Whether requests to a host stay on the machine, so that plain http is safe. */
export function isLoopback(hostname: string): boolean {
    return LOOPBACK.test(hostname)
}

/**
 * URL of an endpoint, derived only from the property `glide.servlet.uri`; no input of a request affects it.
 *
 * @param servletUri such as `https://instance.example/`
 * @returns null if the property is empty or not a safe URL
 */
export function upstreamAddress(servletUri: unknown, path: UpstreamPath): string | null {
    const base = String(servletUri).trim().replace(/\/+$/, '')
    const parts = BASE.exec(base)
    const isSafe = parts && (parts[1]!.toLowerCase() === 'https' || isLoopback(parts[2]!))
    return isSafe ? base + path : null
}
