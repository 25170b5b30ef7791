import { ParameterError } from '../errors'

/**
 * Checks that a text has no half of a surrogate pair, as one that was cut inside an emoji has: an address cannot hold it.
 * @throws ParameterError
 */
export function wellFormed(name: string, text: string): string {
    // With flag u, a pair is one character of another category.
    if (/\p{Cs}/u.test(text)) throw new ParameterError(`${name} was cut inside a character`)
    return text
}

/**
 * As encodeURIComponent, which throws a URIError for half of a surrogate pair.
 * @throws ParameterError
 */
export function encode(name: string, value: string | number | boolean): string {
    return encodeURIComponent(wellFormed(name, String(value)))
}

/**
 * Checks a name that a caller must give.
 * @throws ParameterError
 */
export function needText(name: string, value: unknown): string {
    if (typeof value === 'string' && value.trim()) return wellFormed(name, value)
    throw new ParameterError(`${name} must be a non-empty string`)
}
