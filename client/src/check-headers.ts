import { ParameterError } from './errors'

/**
 * Headers that can be sent.
 * @throws ParameterError for a name or a value that none can have, such as one with a line break or an emoji
 */
export function checkHeaders(headers: HeadersInit | null | undefined): Headers {
    try {
        return new Headers(headers ?? {})
    } catch (cause) {
        throw new ParameterError('headers are malformed', { cause })
    }
}
