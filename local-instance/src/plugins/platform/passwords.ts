import { createHmac, randomBytes, scryptSync, timingSafeEqual } from 'node:crypto'

/** Work factor: about 2 ms per check. The users of a local instance are public knowledge; real ones never come here. */
const COST = 1024
const KEY_BYTES = 32
const FORMAT = /^scrypt\$(\d+)\$([\w-]+)\$([\w-]+)$/
const MAX_CACHED = 500

/** Passwords found right lately, as keyed hashes: Basic authentication sends one with every request. */
const proven = new Set<string>()
const cacheKey = randomBytes(32)

/** A password as `sys_user.user_password` keeps it: `scrypt$cost$salt$hash`. */
export function hashPassword(password: string): string {
    const salt = randomBytes(16)
    const hash = scryptSync(password, salt, KEY_BYTES, { N: COST })
    return `scrypt$${COST}$${salt.toString('base64url')}$${hash.toString('base64url')}`
}

/** True where the text is the outcome of {@link hashPassword}. */
export function isPasswordHash(text: string): boolean {
    return FORMAT.test(text)
}

/** Compares a password with what is stored; false for anything that is not a hash. Takes as long for wrong ones. */
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
