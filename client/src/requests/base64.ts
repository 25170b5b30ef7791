import type { RequestBody } from '../protocol'

/** Characters that one call of `fromCharCode` takes. */
const STEP = 0x8000

/** A request's body as Base64; text as that of its UTF-8. */
export async function toBase64(body: RequestBody): Promise<string> {
    const bytes = new Uint8Array(await new Response(body).arrayBuffer())
    let binary = ''
    for (let at = 0; at < bytes.length; at += STEP) {
        binary += String.fromCharCode(...bytes.subarray(at, at + STEP))
    }
    return btoa(binary)
}

/**
 * Bytes of Base64.
 * @throws DOMException `InvalidCharacterError` for what is none
 */
export function fromBase64(base64: string): Uint8Array<ArrayBuffer> {
    return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
}
