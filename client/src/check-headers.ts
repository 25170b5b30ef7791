import { ParameterError } from './errors'

/**
 * Validates headers with the platform's `Headers` class.
 * @throws ParameterError for a name or value that HTTP does not allow, such as a line break or an emoji
 */
export function checkHeaders(headers: HeadersInit | null | undefined): Headers {
    try {
        return new Headers(headers ?? {})
    } catch (cause) {
        throw new ParameterError('headers are malformed', { cause })
    }
}
