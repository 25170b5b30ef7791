/** Replaces a masked secret. */
export const MASK = '***'

// A scheme or name, followed by the secret; the names are those of RFC 6749, RFC 7636 and RFC 7009.
const NAMED =
    /\b((?:Bearer|Basic)\s+|(?:\w*(?:token|verifier|secret|password)|code(?=["']?=))["']?\s*[:=]\s*["']?)[^\s"'&<>,;{}]+/gi

// A JSON Web Token, or a long run of token characters (RFC 6750, section 2.1) that contains a digit.
const LONG = /\beyJ[\w-]*\.[\w-]+\.[\w-]*|(?=[\w-]*\d)[\w-]{40,}(?:[.+/~][\w-]+)*=*/g

/** Replaces anything that looks like a token, code, verifier or password with `***`. */
export const mask = (text: string): string => text.replace(NAMED, `$1${MASK}`).replace(LONG, MASK)

/**
 * Masks the strings of a JSON value: a reviver for `JSON.parse`. A string whose name `mask` takes for that of a secret
 * is masked as a whole, since a password may contain blanks, line breaks and separators.
 */
export const maskMember = (name: string, value: unknown): unknown =>
    typeof value !== 'string' ? value : mask(`${name}:0`).endsWith(MASK) ? value && MASK : mask(value)
