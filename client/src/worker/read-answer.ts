import type { AnswerValue } from '../protocol'
import type { Call } from './api-request'
import { fail } from './fail'
import { unreachable } from './send'

/** How an answer is read. */
export interface ReadOptions {
    /** Largest answer that is read, in bytes. */
    maxBytes: number
    /** Takes the session's tokens out of a text. */
    mask(text: string): string
    notify: Call['notify'] | undefined
}

/**
 * Reads an answer's body: text, which must be UTF-8, as text; everything else as it is.
 * @throws Failure `http` where it is larger than allowed or no UTF-8, `network` where it breaks off
 */
export async function readAnswer(
    { status, headers, body }: Response,
    { maxBytes, mask, notify }: ReadOptions
): Promise<AnswerValue> {
    const type = headers.get('content-type') ?? ''
    const total = Number(headers.get('content-length'))
    const chunks: BlobPart[] = []
    const reader = body?.getReader()
    for (let loaded = 0; reader;) {
        const { done, value } = await reader.read().catch(() => unreachable(status))
        if (done) break
        loaded += value.length
        if (loaded > maxBytes) {
            void reader.cancel()
            fail('request', 'http', { status, message: `The answer is larger than ${maxBytes} bytes` })
        }
        chunks.push(value)
        notify?.({ loaded, total })
    }
    const blob = new Blob(chunks, { type })
    const all: AnswerValue = { status, type, headers: [...headers] }
    if (!/json|xml|^text/i.test(type)) return { ...all, body: blob }
    try {
        return {
            ...all,
            body: mask(new TextDecoder('utf-8', { fatal: true }).decode(await blob.arrayBuffer())),
        }
    } catch {
        return fail('request', 'http', { status, message: 'The answer is not valid UTF-8' })
    }
}
