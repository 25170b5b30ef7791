import { JSON_TYPE, TEXT_TYPE } from '../media-types'
import type { AnswerValue, ProgressNotice, RequestMessage } from '../protocol'
import { fail } from './fail'
import { unreachable } from './send'

/** How a response is read. */
export interface ReadOptions {
    /** Masks the session's tokens in a text. */
    mask(text: string): string
    notify: ((progress: ProgressNotice) => void) | undefined
}

/**
 * Reads the body of a response: JSON and text as a string; everything else, and everything if the message
 * requests bytes, as a Blob, unless it contains a token of the session. JSON must be UTF-8 (RFC 8259, section
 * 8.1); in other text, invalid UTF-8 becomes U+FFFD, as with `Response.text()`.
 * @throws Failure `http` if the response is too large or is JSON that is not UTF-8, `network` if it breaks
 * off
 */
export async function readAnswer(
    { status, ok, headers, body, type: origin }: Response,
    { maxBytes, binary }: Pick<RequestMessage, 'maxBytes' | 'binary'>,
    { mask, notify }: ReadOptions
): Promise<AnswerValue> {
    const type = headers.get('content-type') ?? ''
    // With a Content-Encoding, the length is that of the compressed content, and scripts of another origin
    // cannot read that header (Fetch standard, CORS-safelisted response-header name).
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
            fail('request', 'http', { status, message: `The response exceeds ${maxBytes} bytes` })
        }
        chunks.push(value)
        notify?.({ loaded, total: length >= loaded ? length : 0 })
    }
    const isJson = JSON_TYPE.test(type)
    const isBinary = (ok && binary) || !(isJson || TEXT_TYPE.test(type))
    try {
        // Latin-1 (label `l1`) maps each byte to one character, so a token stays recognizable.
        const decoder = new TextDecoder(isBinary ? 'l1' : 'utf-8', { fatal: isJson })
        let text = ''
        // Decoding in place is faster: a browser reads a Blob through its browser process.
        for (const chunk of chunks) text += decoder.decode(chunk, { stream: true })
        const masked = mask((text += decoder.decode()))
        // Without a token in it, the body is passed on unchanged.
        const body = isBinary && masked === text ? new Blob(chunks, { type }) : masked
        return { status, type, headers: [...headers], body }
    } catch {
        return fail('request', 'http', { status, message: 'The response is not UTF-8' })
    }
}
