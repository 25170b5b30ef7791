import { ParameterError } from '../errors'
import type { RequestBody } from '../protocol'

/**
 * What is sent of a call's `data`: text, files and bytes as they are, everything else as JSON.
 * @throws ParameterError for what JSON cannot hold, also within the data: FormData, streams, collections, promises, bytes
 */
export function bodyOf(data: unknown): RequestBody | undefined {
    if (data === undefined || typeof data === 'string') return data
    // Shared memory cannot be sent.
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

/** Whether JSON would show nothing of an object of a Web API or a collection, or its bytes one by one. */
function isOpaque(value: unknown): boolean {
    return (
        typeof value === 'object' &&
        Symbol.toStringTag in Object(value) &&
        (ArrayBuffer.isView(value) || !Object.keys(value!)[0])
    )
}
