/** Characters that one call of `fromCharCode` takes. */
const STEP = 0x8000

/** Text as Base64 of its UTF-8. */
export function toBase64(text: string): string {
    const bytes = new TextEncoder().encode(text)
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
