/** What a token, code, verifier or password of someone else's text is shown as. */
export const MASK = '***'

// A scheme or a name with the secret after it; the names are those of RFC 6749, RFC 7636 and RFC 7009.
const NAMED =
    /\b((?:Bearer|Basic)\s+|(?:\w*(?:token|verifier|secret|password)|code(?=["']?=))["']?\s*[:=]\s*["']?)[^\s"'&<>,;{}]+/gi

// A JSON Web Token, or a long run of the characters that tokens are made of (RFC 6750, section 2.1) with a digit in it.
const LONG = /\beyJ[\w-]*\.[\w-]+\.[\w-]*|(?=[\w-]*\d)[\w-]{40,}(?:[.+/~][\w-]+)*=*/g

/** Replaces whatever looks like a token, code, verifier or password in a text by `***`. */
export const mask = (text: string): string => text.replace(NAMED, `$1${MASK}`).replace(LONG, MASK)

/** Masks the texts of a JSON value, each with its name before it: a reviver for `JSON.parse`. */
export const maskMember = (name: string, value: unknown): unknown =>
    typeof value === 'string' ? mask(`${name}:\n${value}`).replace(/^.*\n/, '') : value
