import { ParameterError } from '../errors'
import type { RequestBody } from '../protocol'

/**
 * The request body for a call's `data`: strings, Blobs and bytes as they are, everything else as JSON.
 * @throws ParameterError for data that JSON cannot represent, such as FormData, streams, collections and
 * promises, and for Blobs and bytes inside an object
 */
export function bodyOf(data: unknown): RequestBody | undefined {
    if (data === undefined || typeof data === 'string') return data
    // fetch rejects shared memory.
    const bytes = ArrayBuffer.isView(data) ? data.buffer : data
    if (bytes instanceof Blob || bytes instanceof ArrayBuffer) return data as RequestBody
    let text: string | undefined
    let cause: unknown
    try {
        // JSON would drop the content of Web API objects and collections, and expand bytes. A bigint makes
        // stringify throw.
        text = JSON.stringify(data, (_, value: unknown) => (Symbol.toStringTag in Object(value) ? 0n : value))
    } catch (error) {
        cause = error
    }
    if (text) return text
    throw new ParameterError('data must be JSON, text, a Blob or bytes', { cause })
}
