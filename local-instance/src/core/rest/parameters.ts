/** Media type whose fields count as query parameters. */
export const FORM = 'application/x-www-form-urlencoded'

/**
 * Query parameters and form fields together, each name with all its values: those of the query first, in the order
 * sent (DOCS c_SpecifyContentType: "combined and stored in the request parameters").
 */
export function parseParameters(...texts: string[]): Record<string, string[]> {
    const parameters = new Map<string, string[]>()
    for (const pair of texts.flatMap((text) => text.split('&'))) {
        if (pair === '') continue
        const equals = pair.indexOf('=')
        const name = decodeFormText(equals < 0 ? pair : pair.slice(0, equals))
        const value = equals < 0 ? '' : decodeFormText(pair.slice(equals + 1))
        const values = parameters.get(name)
        if (values) values.push(value)
        else parameters.set(name, [value])
    }
    return Object.fromEntries(parameters)
}

/**
 * Decodes a form value once, as the URL standard does: `+` is a space, `%41` is `A`. Characters that a sender
 * left unencoded (`:`, `/`, `~`, a `%` that begins no escape) are kept. Whether the platform decodes at all
 * is not documented; assumed, since its own example and every browser rely on it.
 */
export function decodeFormText(text: string): string {
    // Most values need no decoding, and a body may hold millions of them.
    if (!/[+%]/.test(text)) return text
    const bytes = Buffer.from(text.replace(/\+/g, ' '), 'utf8')
    const decoded = Buffer.alloc(bytes.length)
    let length = 0
    for (let index = 0; index < bytes.length; index++) {
        const byte = bytes[index] as number
        const escape = byte === 0x25 ? bytes.toString('latin1', index + 1, index + 3) : ''
        if (/^[\dA-Fa-f]{2}$/.test(escape)) {
            decoded[length++] = parseInt(escape, 16)
            index += 2
        } else {
            decoded[length++] = byte
        }
    }
    return decoded.toString('utf8', 0, length)
}
