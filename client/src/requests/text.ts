import { ParameterError } from '../errors'

/**
 * Checks that a text was not cut inside an emoji: an address cannot hold half of a surrogate pair.
 * @throws ParameterError
 */
export function wellFormed(name: string, text: string): string {
    // With the flag u, a whole pair is one character, and only half of one is in this category.
    if (/\p{Cs}/u.test(text)) throw new ParameterError(`${name} was cut inside a character`)
    return text
}

/**
 * Encodes a value for an address.
 * @param name what the value is, for the error
 * @throws ParameterError where encodeURIComponent would throw a URIError
 */
export function encode(name: string, value: string | number | boolean): string {
    return encodeURIComponent(wellFormed(name, String(value)))
}

/**
 * Checks a text that a caller must give.
 * @throws ParameterError for one that is missing, blank or cut inside a character
 */
export function needText(name: string, value: unknown): string {
    if (typeof value === 'string' && value.trim()) return wellFormed(name, value)
    throw new ParameterError(`${name} must be a non-empty string`)
}
