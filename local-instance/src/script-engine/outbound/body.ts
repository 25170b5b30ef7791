import { promisify } from 'node:util'
import { brotliDecompress, gunzip, inflate } from 'node:zlib'
import { OutboundError } from './outbound-error'

/** Maximum size of a response for a script, in bytes (10 MB). */
const MAX_BYTES = 10 * 1024 * 1024
const TOO_LONG = 'The response is longer than 10 MB'

const DECODERS: Record<string, (bytes: Buffer, options: { maxOutputLength: number }) => Promise<Buffer>> = {
    gzip: promisify(gunzip),
    'x-gzip': promisify(gunzip),
    deflate: promisify(inflate),
    br: promisify(brotliDecompress),
}

/**
 * Reads a body to its end and decodes its content coding. @throws OutboundError if it is too long or corrupt.
 */
export async function readBody(body: AsyncIterable<Buffer>, encoding: string | undefined): Promise<Buffer> {
    const parts: Buffer[] = []
    let length = 0
    for await (const part of body) {
        length += part.length
        if (length > MAX_BYTES) throw new OutboundError(TOO_LONG)
        parts.push(part)
    }
    const bytes = Buffer.concat(parts)
    const decode = DECODERS[encoding?.trim().toLowerCase() ?? '']
    if (!decode || length === 0) return bytes
    try {
        return await decode(bytes, { maxOutputLength: MAX_BYTES })
    } catch (error) {
        const tooLong = (error as { code?: unknown }).code === 'ERR_BUFFER_TOO_LARGE'
        throw new OutboundError(tooLong ? TOO_LONG : 'The response has an invalid content encoding')
    }
}

/** The body as text, in the charset of its content type or UTF-8. */
export function decodeBody(bytes: Buffer, contentType: string | undefined): string {
    const charset = /;\s*charset\s*=\s*"?([\w-]+)/i.exec(contentType ?? '')?.[1] ?? 'utf-8'
    try {
        return new TextDecoder(charset).decode(bytes)
    } catch {
        return bytes.toString('utf8')
    }
}
