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
        // Of objects of Web APIs and collections JSON would show nothing, and of bytes one by one. It refuses a bigint.
        text = JSON.stringify(data, (_, value: unknown) => (Symbol.toStringTag in Object(value) ? 0n : value))
    } catch (error) {
        cause = error
    }
    if (text) return text
    throw new ParameterError('data must be JSON, text, a Blob or bytes', { cause })
}
