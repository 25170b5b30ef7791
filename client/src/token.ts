/**
 * Whether a value can be sent as a token in an `Authorization` header: visible ASCII only (RFC 6750, section 2.1). An
 * error for any other value would quote the token.
 */
export function isToken(value: unknown): value is string {
    return typeof value === 'string' && /^[!-~]+$/.test(value)
}
