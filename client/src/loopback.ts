/**
 * Hosts that never leave the machine, as a URL has them: 127.0.0.0/8, ::1, `localhost` and the names below it, which
 * resolve to these (RFC 6761, section 6.3), with or without a trailing period. Browsers trust a page there as one of
 * `https:` (W3C Secure Contexts, section 3.1).
 */
const LOOPBACK = /^(127(\.\d+){3}|\[::1\]|(.+\.)?localhost\.?)$/

/** Whether a code or a token may go to an address: `https:`, or `http:` to a loopback host. */
export const isSecure = ({ protocol, hostname }: Pick<URL, 'protocol' | 'hostname'>): boolean =>
    protocol === 'https:' || (protocol === 'http:' && LOOPBACK.test(hostname))
