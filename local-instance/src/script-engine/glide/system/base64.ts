const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

/** Bytes in base64 with padding (RFC 4648 section 4). */
export function encodeBase64(bytes: ArrayLike<number>): string {
    const pieces: string[] = []
    for (let index = 0; index < bytes.length; index += 3) {
        const [a = 0, b, c] = [bytes[index], bytes[index + 1], bytes[index + 2]]
        const bits = (a << 16) | ((b ?? 0) << 8) | (c ?? 0)
        const [first, second] = [ALPHABET[bits >> 18], ALPHABET[(bits >> 12) & 63]]
        const third = b === undefined ? '=' : ALPHABET[(bits >> 6) & 63]
        pieces.push(`${first}${second}${third}${c === undefined ? '=' : ALPHABET[bits & 63]}`)
    }
    return pieces.join('')
}

/** Bytes of a base64 text; characters outside of the alphabet are skipped, as by the platform's decoder. */
export function decodeBase64(text: string): number[] {
    const bytes: number[] = []
    let bits = 0
    let count = 0
    for (const character of text) {
        const value = ALPHABET.indexOf(character === '-' ? '+' : character === '_' ? '/' : character)
        if (value < 0) continue
        bits = ((bits << 6) | value) & 0xffffff
        count += 6
        if (count >= 8) {
            count -= 8
            bytes.push((bits >> count) & 255)
        }
    }
    return bytes
}
