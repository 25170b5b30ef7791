import { ParameterError } from '../errors'
import type { RequestBody } from '../protocol'

/**
 * The body for a call's `data`: text, files and bytes as they are, everything else as JSON.
 * @throws ParameterError for data that is or contains what JSON cannot hold, such as FormData, streams, collections
 * and promises, and for files and bytes inside an object
 */
export function bodyOf(data: unknown): RequestBody | undefined {
    if (data === undefined || typeof data === 'string') return data
    // Not shared memory, which fetch refuses.
    const bytes = ArrayBuffer.isView(data) ? data.buffer : data
    if (bytes instanceof Blob || bytes instanceof ArrayBuffer) return data as RequestBody
    let text: string | undefined
    let cause: unknown
    try {
        text = JSON.stringify(data, (_, value: unknown) => {
            if (isOpaque(value)) throw new TypeError(`${value as string} is not JSON`)
            return value
        })
    } catch (error) {
        cause = error
    }
    if (text) return text
    throw new ParameterError('data must be JSON, text, a Blob or bytes', { cause })
}

/** Whether this is an object of a Web API or a collection, which JSON would write as `{}`, or bytes. */
function isOpaque(value: unknown): boolean {
    return (
        typeof value === 'object' &&
        Symbol.toStringTag in Object(value) &&
        (ArrayBuffer.isView(value) || !Object.keys(value!)[0])
    )
}
