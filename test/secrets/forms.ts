import { createHash } from 'node:crypto'

/** Bytes that may stand before a secret in what is encoded, such as `user:` of Basic authentication, modulo three. */
const ALIGNMENTS = [0, 1, 2]

/**
 * A secret that looks like none other and changes in every encoding of forms, addresses, JSON and pages; the same in each
 * run. No line ends and no colon, so that it may be a password.
 *
 * @param what it is, so that a finding can be told
 */
export function makeCanary(what: string): string {
    const digest = createHash('sha256').update(what).digest('base64url')
    return `${digest.slice(0, 8)}+&"<${digest.slice(8)}=`
}

/** All ways in which a secret may be written: plain, for forms, addresses, JSON and pages, Base64, Base64url, hex. */
export function formsOf(secret: string): string[] {
    const json = JSON.stringify(secret).slice(1, -1)
    const page = secret.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')
    const form = new URLSearchParams({ a: secret }).toString().slice(2)
    const bytes = Buffer.from(secret)
    const encoded = ALIGNMENTS.flatMap((before) => {
        const shifted = Buffer.concat([Buffer.alloc(before), bytes])
        // The characters that also depend on what stands before are left out.
        return [shifted.toString('base64'), shifted.toString('base64url')].map((text) =>
            text.slice(before === 0 ? 0 : before + 1)
        )
    })
    return [
        ...new Set([secret, json, page, form, encodeURIComponent(secret), bytes.toString('hex'), ...encoded]),
    ]
}
