import type { RequestBody } from '../protocol'

/** Maximum number of arguments of one `fromCharCode` call. */
const STEP = 0x8000

/** Encodes a request's body as Base64; a string as UTF-8. */
export async function toBase64(body: RequestBody): Promise<string> {
    const bytes = new Uint8Array(await new Response(body).arrayBuffer())
    let binary = ''
    for (let at = 0; at < bytes.length; at += STEP) {
        binary += String.fromCharCode(...bytes.subarray(at, at + STEP))
    }
    return btoa(binary)
}

/**
 * Decodes Base64.
 * @throws DOMException `InvalidCharacterError` for invalid Base64
 */
export function fromBase64(base64: string): Uint8Array<ArrayBuffer> {
    return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
}
