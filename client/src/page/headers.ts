import { ParameterError } from '../errors'
import { log } from '../logging'
import type { ApiRequestHeaders } from '../types/connection'

/** What the session alone says of who calls; the worker refuses it. */
const CREDENTIALS = /^(authorization|cookie)$/i

/**
 * A call's headers as names to values, from any form that they may have.
 * @param lenient leaves out what the worker refuses
 * @throws ParameterError where they have no form
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
                ([name]) => !lenient || !CREDENTIALS.test(name) || log('warn', `left out header ${name}`)
            )
        )
    } catch (cause) {
        throw new ParameterError('headers are malformed', { cause })
    }
}

type Entry = [name: string, value: unknown] | { name: string; value: unknown }
