import { ParameterError } from './errors'

/**
 * Checks headers as `fetch` does.
 * @throws ParameterError for a name or a value that HTTP does not allow, such as one with a line break or an emoji
 */
export function checkHeaders(headers: HeadersInit | null | undefined): Headers {
    try {
        return new Headers(headers ?? {})
    } catch (cause) {
        throw new ParameterError('headers are malformed', { cause })
    }
}
