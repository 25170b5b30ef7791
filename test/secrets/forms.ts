import { createHash } from 'node:crypto'

/**
 * Possible numbers of bytes before a secret in encoded text, such as `user:` in Basic authentication, modulo
 * three.
 */
const ALIGNMENTS = [0, 1, 2]

/**
 * A unique secret that changes in every encoding of forms, URLs, JSON and pages; the same in each run.
 * Without line breaks and colons, so that it may be a password.
 *
 * @param what name of the secret, for reporting a finding
 */
export function makeCanary(what: string): string {
    const digest = createHash('sha256').update(what).digest('base64url')
    return `${digest.slice(0, 8)}+&"<${digest.slice(8)}=`
}

/**
 * All representations of a secret: plain, encoded for forms, URLs, JSON and pages, Base64, Base64url, hex.
 */
export function formsOf(secret: string): string[] {
    const json = JSON.stringify(secret).slice(1, -1)
    const page = secret.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')
    const form = new URLSearchParams({ a: secret }).toString().slice(2)
    const bytes = Buffer.from(secret)
    const encoded = ALIGNMENTS.flatMap((before) => {
        const shifted = Buffer.concat([Buffer.alloc(before), bytes])
        // Characters that depend on the preceding bytes are omitted.
        return [shifted.toString('base64'), shifted.toString('base64url')].map((text) =>
            text.slice(before === 0 ? 0 : before + 1)
        )
    })
    return [
        ...new Set([secret, json, page, form, encodeURIComponent(secret), bytes.toString('hex'), ...encoded]),
    ]
}
