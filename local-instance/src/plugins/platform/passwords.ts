import { createHmac, randomBytes, scryptSync, timingSafeEqual } from 'node:crypto'

/** Work factor: about 2 ms per check. A local instance has publicly known demo users and no real ones. */
const COST = 1024
const KEY_BYTES = 32
const FORMAT = /^scrypt\$(\d+)\$([\w-]+)\$([\w-]+)$/
const MAX_CACHED = 500

/**
 * Cache of recently verified passwords, as keyed hashes: Basic authentication sends one with every request.
 */
const proven = new Set<string>()
const cacheKey = randomBytes(32)

/** Hashes a password for `sys_user.user_password`: `scrypt$cost$salt$hash`. */
export function hashPassword(password: string): string {
    const salt = randomBytes(16)
    const hash = scryptSync(password, salt, KEY_BYTES, { N: COST })
    return `scrypt$${COST}$${salt.toString('base64url')}$${hash.toString('base64url')}`
}

/** True if the text is a result of {@link hashPassword}. */
export function isPasswordHash(text: string): boolean {
    return FORMAT.test(text)
}

/**
 * Compares a password with the stored hash; false if that is not a hash. Takes equally long for wrong
 * passwords.
 */
export function verifyPassword(password: string, stored: string | null | undefined): boolean {
    const match = FORMAT.exec(stored ?? '')
    if (!match) return false
    const key = createHmac('sha256', cacheKey).update(`${stored}\0${password}`).digest('base64')
    if (proven.has(key)) return true
    const [, cost, salt, hash] = match
    const expected = Buffer.from(hash as string, 'base64url')
    const actual = scryptSync(password, Buffer.from(salt as string, 'base64url'), expected.length, {
        N: Number(cost),
    })
    if (!timingSafeEqual(actual, expected)) return false
    if (proven.size >= MAX_CACHED) proven.delete(proven.values().next().value as string)
    proven.add(key)
    return true
}
