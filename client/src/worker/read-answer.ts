import { JSON_TYPE, TEXT_TYPE } from '../media-types'
import type { AnswerValue, ProgressNotice, RequestMessage } from '../protocol'
import { fail } from './fail'
import { unreachable } from './send'

/** How an answer is read. */
export interface ReadOptions {
    /** Takes the session's tokens out of a text. */
    mask(text: string): string
    notify: ((progress: ProgressNotice) => void) | undefined
}

/**
 * Reads an answer's body: JSON and text as text; everything else, and all where the message asks for bytes, as it is,
 * unless there is a token of the session in it. JSON must be UTF-8 (RFC 8259, section 8.1); in other text, what is no
 * UTF-8 becomes U+FFFD, as with `Response.text()`.
 * @throws Failure `http` where it is larger than allowed or malformed JSON text, `network` where it breaks off
 */
export async function readAnswer(
    { status, ok, headers, body, type: origin }: Response,
    { maxBytes, binary }: RequestMessage,
    { mask, notify }: ReadOptions
): Promise<AnswerValue> {
    const type = headers.get('content-type') ?? ''
    // With a Content-Encoding the length is that of the compressed content, and scripts of another origin cannot read
    // that header (Fetch standard, CORS-safelisted response-header name).
    const isKnown = origin !== 'cors' && !headers.has('content-encoding')
    const length = isKnown ? Number(headers.get('content-length')) : 0
    const chunks: Uint8Array<ArrayBuffer>[] = []
    const reader = body?.getReader()
    for (let loaded = 0; reader;) {
        const { done, value } = await reader.read().catch(() => unreachable(status))
        if (done) break
        loaded += value.length
        if (loaded > maxBytes!) {
            void reader.cancel()
            fail('request', 'http', { status, message: `The answer is over ${maxBytes} bytes` })
        }
        chunks.push(value)
        notify?.({ loaded, total: length >= loaded ? length : 0 })
    }
    const isJson = JSON_TYPE.test(type)
    const isBinary = (ok && binary) || !(isJson || TEXT_TYPE.test(type))
    try {
        // Latin 1 (label `l1`) is a character a byte, so that it shows a token wherever there is one.
        const decoder = new TextDecoder(isBinary ? 'l1' : 'utf-8', { fatal: isJson })
        let text = ''
        // A Blob of them would take a way through the browser's own process to be read.
        for (const chunk of chunks) text += decoder.decode(chunk, { stream: true })
        const masked = mask((text += decoder.decode()))
        // What has no token in it goes as it is.
        const body = isBinary && masked === text ? new Blob(chunks, { type }) : masked
        return { status, type, headers: [...headers], body }
    } catch {
        return fail('request', 'http', { status, message: 'The answer is no UTF-8' })
    }
}
