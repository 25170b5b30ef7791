/** Bytes of a text in UTF-8; a lone surrogate becomes U+FFFD. */
export function encodeUtf8(text: string): number[] {
    const bytes: number[] = []
    for (const character of text) {
        const point = character.codePointAt(0) as number
        const code = point >= 0xd800 && point <= 0xdfff ? 0xfffd : point
        if (code < 0x80) bytes.push(code)
        else if (code < 0x800) bytes.push(0xc0 | (code >> 6), 0x80 | (code & 63))
        else if (code < 0x10000)
            bytes.push(0xe0 | (code >> 12), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63))
        else {
            bytes.push(0xf0 | (code >> 18), 0x80 | ((code >> 12) & 63))
            bytes.push(0x80 | ((code >> 6) & 63), 0x80 | (code & 63))
        }
    }
    return bytes
}

const FORMS: [mask: number, lead: number, length: number, least: number][] = [
    [0x80, 0x00, 1, 0],
    [0xe0, 0xc0, 2, 0x80],
    [0xf0, 0xe0, 3, 0x800],
    [0xf8, 0xf0, 4, 0x10000],
]

/** Text of bytes in UTF-8; invalid UTF-8 becomes U+FFFD, one for each invalid byte. */
export function decodeUtf8(bytes: ArrayLike<number>): string {
    const pieces: string[] = []
    let index = 0
    while (index < bytes.length) {
        const first = bytes[index] as number
        const [mask, , length, least] = FORMS.find(([bits, lead]) => (first & bits) === lead) ?? [
            0xff, 0, 0, 0,
        ]
        let code = first & ~mask
        let taken = 1
        while (taken < length && ((bytes[index + taken] ?? 0) & 0xc0) === 0x80) {
            code = (code << 6) | ((bytes[index + taken] as number) & 63)
            taken++
        }
        const whole =
            length > 0 &&
            taken === length &&
            code >= least &&
            code <= 0x10ffff &&
            (code & 0x1ff800) !== 0xd800
        pieces.push(whole ? String.fromCodePoint(code) : '\ufffd')
        index += whole ? length : 1
    }
    return pieces.join('')
}
