/**
 * Loopback hosts as a URL writes them: 127.0.0.0/8, ::1, `localhost` and the names below it, which resolve to
 * these (RFC 6761, section 6.3), with or without a trailing period. Browsers treat such a page as a secure
 * context (W3C Secure Contexts, section 3.1).
 */
const LOOPBACK = /^(127(\.\d+){3}|\[::1\]|(.+\.)?localhost\.?)$/

/** Whether a URL may receive a code or a token: `https:`, or `http:` on a loopback host. */
export const isSecure = ({ protocol, hostname }: Pick<URL, 'protocol' | 'hostname'>): boolean =>
    protocol === 'https:' || (protocol === 'http:' && LOOPBACK.test(hostname))
