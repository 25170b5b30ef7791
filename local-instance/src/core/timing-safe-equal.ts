import { createHash, timingSafeEqual } from 'node:crypto'

/** Compares secrets in constant time, to prevent timing attacks. */
export function secretsEqual(a: string, b: string): boolean {
    const digest = (text: string) => createHash('sha256').update(text).digest()
    return timingSafeEqual(digest(a), digest(b))
}
