import { createHash } from 'node:crypto'

/** A verifier's length and characters (RFC 7636 §4.1). */
export function isVerifier(text: string): boolean {
    return /^[A-Za-z0-9\-._~]{43,128}$/.test(text)
}

/** A challenge of the method S256: base64url of a SHA-256 hash (RFC 7636 §4.2). */
export function isS256Challenge(text: string): boolean {
    return /^[A-Za-z0-9_-]{43}$/.test(text)
}

/** The S256 challenge of a verifier. */
export function challengeOf(verifier: string): string {
    return createHash('sha256').update(verifier).digest('base64url')
}
