import { createHash, randomBytes } from 'node:crypto'

/** A verifier of RFC 7636 with its S256 challenge. */
export interface Pkce {
    /** 128 characters of the unreserved set, as long as the official client's. */
    verifier: string
    challenge: string
}

/** Creates a verifier and challenge (RFC 7636 §4.1, §4.2). */
export function createPkce(): Pkce {
    const verifier = randomBytes(96).toString('base64url')
    return { verifier, challenge: createHash('sha256').update(verifier).digest('base64url') }
}
