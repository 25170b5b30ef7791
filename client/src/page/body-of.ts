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
    let cause: unknown
    try {
        const text = JSON.stringify(data, (_, value: unknown) => {
            if (isOpaque(value)) throw new TypeError(`${value as string} is not JSON`)
            return value
        }) as string | undefined
        if (text) return text
    } catch (error) {
        cause = error
    }
    throw new ParameterError('data must be JSON, text, a Blob or bytes', { cause })
}

/** Objects of Web APIs and collections, of which JSON would show nothing, or bytes one by one. */
const isOpaque = (value: unknown) => typeof value === 'object' && Symbol.toStringTag in Object(value)
