import { ParameterError } from '../errors'
import { log } from '../logging'
import type { ApiRequestHeaders } from '../types/connection'

/** Headers that identify the caller. Only the session sets them; the worker rejects them in a call. */
const CREDENTIALS = /^(authorization|cookie)$/i

/**
 * Converts a call's headers, in any supported form, to an object.
 * @param lenient omits headers that the worker rejects
 * @throws ParameterError for an unsupported form
 */
export function recordOf(
    headers: ApiRequestHeaders | null | undefined,
    lenient?: boolean
): Record<string, string> {
    try {
        const entries =
            Symbol.iterator in Object(headers)
                ? [...(headers as Iterable<Entry>)]
                : Object.entries(headers ?? {})
        const pairs = entries.map((one) => {
            const [name, value] = 'name' in one ? [one.name, one.value] : one
            return [name, `${value}`] as const
        })
        return Object.fromEntries(
            pairs.filter(
                ([name]) => !lenient || !CREDENTIALS.test(name) || log('warn', `ignored header ${name}`)
            )
        )
    } catch (cause) {
        throw new ParameterError('headers are malformed', { cause })
    }
}

type Entry = [name: string, value: unknown] | { name: string; value: unknown }
