import { invalidRequest } from './refusal'

/** Form fields as the platform provides them: a list of values by name (DOCS c_SpecifyContentType). */
export type FormFields = Record<string, unknown>

/** Maximum number of fields; legitimate clients send fewer. */
const MAX_FIELDS = 40
/** Maximum size of a body, in bytes. */
export const MAX_BODY = 16_384

/** Parameters that any of the routes accepts. */
const TAKEN = new Set([
    'grant_type',
    'client_id',
    'code',
    'code_verifier',
    'redirect_uri',
    'refresh_token',
    'token',
    'token_type_hint',
])

/**
 * Rejects oversized requests before anything else is read. A chunked body has no Content-Length, so the fields are
 * measured as well.
 *
 * @param headers of the request, with names in any letter case
 * @throws Refusal 413 `invalid_request`
 */
export function checkSize(fields: FormFields, headers: Record<string, unknown>): void {
    const length = Object.entries(headers).find(([name]) => name.toLowerCase() === 'content-length')?.[1]
    let count = 0
    let size = 0
    for (const name of Object.keys(fields)) {
        const values = valuesOf(fields[name])
        count += Math.max(1, values.length)
        if (count > MAX_FIELDS) {
            throw invalidRequest(`At most ${MAX_FIELDS} parameters are allowed.`, 413)
        }
        for (let index = 0; index < values.length; index++) {
            size += name.length + String(values[index] ?? '').length
        }
    }
    if (size > MAX_BODY || Number(length) > MAX_BODY) {
        throw invalidRequest(`The body must not exceed ${MAX_BODY} bytes.`, 413)
    }
}

/**
 * Rejects parameters in the URL, which belong in the body (RFC 6749 §4.1.3, §6): every server on the path may log URLs.
 * The platform's own endpoint does not accept them there either (glide.oauth.allow.parameters.in.post.body.only), and
 * forwarding them in a body would bypass that.
 *
 * @param queryString query of the request's URL, which excludes form fields (DOCS c_ScriptableServiceRequest)
 * @throws Refusal `invalid_request`
 */
export function checkPlace(queryString: unknown): void {
    const pairs = String(queryString).split('&')
    if (pairs.some((pair) => TAKEN.has(decodedName(pair)))) {
        throw invalidRequest('Send the parameters in the body, not in the URL.')
    }
}

/** The values of a field. The platform's list may not be an Array of this context, and may lack `length`. */
export function valuesOf(given: unknown): ArrayLike<unknown> {
    if (given === undefined || given === null) return []
    if (typeof given !== 'object') return [given]
    const list = given as ArrayLike<unknown>
    if (typeof list.length === 'number') return list
    const values: unknown[] = []
    for (let value = list[0]; value !== undefined && value !== null; value = list[values.length])
        values.push(value)
    return values
}

function decodedName(pair: string): string {
    const name = pair.replace(/^\?/, '').split('=', 1)[0] as string
    try {
        return decodeURIComponent(name)
    } catch {
        // With an invalid escape in it, it is not a parameter of these routes.
        return name
    }
}
