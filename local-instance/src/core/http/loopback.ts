/**
 * Addresses and host names of this machine: 127.0.0.0/8, also as IPv6, ::1, `localhost` and the names below
 * it, which resolve to these (RFC 6761, section 6.3). A trailing period is allowed.
 */
const LOOPBACK = /^(?:(?:::ffff:)?127(?:\.\d{1,3}){3}|::1|(?:.+\.)?localhost\.?)$/i

/** Whether an address or a host name, without brackets and port, denotes this machine. */
export function isLoopback(host: string): boolean {
    return LOOPBACK.test(host)
}
