import type { AnswerValue, RequestMessage } from '../protocol'
import type { Call } from './api-request'
import { fail } from './fail'
import { unreachable } from './send'

/** How an answer is read. */
export interface ReadOptions {
    /** Takes the session's tokens out of a text. */
    mask(text: string): string
    notify: Call['notify'] | undefined
}

/**
 * Reads an answer's body: text, which must be UTF-8, as text; everything else, and all where the message asks
 * for bytes, as it is, unless there is a token of the session in it.
 * @throws Failure `http` where it is larger than allowed or no UTF-8, `network` where it breaks off
 */
export async function readAnswer(
    { status, ok, headers, body }: Response,
    { maxBytes, binary }: RequestMessage,
    { mask, notify }: ReadOptions
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
    const isBinary = (ok && binary) || !/[/+](json|xml)|^text/i.test(type)
    try {
        // Latin 1 is a character a byte, so that it shows a token wherever there is one.
        const text = new TextDecoder(isBinary ? 'latin1' : 'utf-8', { fatal: true }).decode(
            await blob.arrayBuffer()
        )
        const masked = mask(text)
        // What has no token in it goes as it is.
        return { status, type, headers: [...headers], body: isBinary && masked === text ? blob : masked }
    } catch {
        return fail('request', 'http', { status, message: 'The answer is not valid UTF-8' })
    }
}
