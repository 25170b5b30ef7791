import { createHash } from 'node:crypto'

/** Length of a secret's prefix that cannot match by chance and is too much to leak. */
export const PREFIX = 12

/** Creates a secret that looks like a token or a verifier and is the same in each run. */
export function makeSecret(number: number): string {
    return createHash('sha256').update(`secret ${number}`).digest('base64url')
}

/** Searches for prefixes of secrets, since a truncated one in a log is a leak too. */
export function createFinder(secrets: readonly string[]): (text: string) => string[] {
    const prefixes = new Set(secrets.map((secret) => secret.slice(0, PREFIX)))
    return (text) => {
        const found = new Set<string>()
        for (let at = 0; at + PREFIX <= text.length; at++) {
            const piece = text.slice(at, at + PREFIX)
            if (prefixes.has(piece)) found.add(piece)
        }
        return [...found]
    }
}
