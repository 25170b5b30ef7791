import { ParameterError } from '../errors'

/**
 * Validates that a string has no unpaired surrogate, which a URL cannot contain.
 * @throws ParameterError
 */
export function wellFormed(name: string, text: string): string {
    // With the flag u, a surrogate pair is one character, so only an unpaired surrogate matches.
    if (/\p{Cs}/u.test(text))
        throw new ParameterError(`${name} has an incomplete character (unpaired surrogate)`)
    return text
}

/**
 * Encodes a value for a URL.
 * @param name name of the value, for the error
 * @throws ParameterError if encodeURIComponent would throw a URIError
 */
export function encode(name: string, value: string | number | boolean): string {
    return encodeURIComponent(wellFormed(name, String(value)))
}

/**
 * Validates a required string.
 * @throws ParameterError if it is missing, blank, or has an unpaired surrogate
 */
export function needText(name: string, value: unknown): string {
    if (typeof value === 'string' && value.trim()) return wellFormed(name, value)
    throw new ParameterError(`${name} must be a non-empty string`)
}
