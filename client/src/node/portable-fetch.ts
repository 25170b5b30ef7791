/** Any implementation of `fetch`: undici's, node-fetch's, cross-fetch's, or a wrapper around one. */
// Their request and response types differ, and none is assignable to the platform's.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type AnyFetch = (url: string, init?: any) => Promise<Pick<Response, 'status' | 'ok' | 'text'>>

/**
 * Wraps another implementation of `fetch` and passes only what all of them support: the URL as a string,
 * headers as a plain object, and the platform's Blob, FormData and URLSearchParams as bytes with their
 * content type. Implementations that do not support these classes send `[object FormData]` (node-fetch 2.7,
 * undici's package) or fail. Strings, bytes and streams are passed on unchanged; stream support depends on
 * the implementation.
 */
export function portableFetch(implementation: AnyFetch): typeof fetch {
    return async (url, { headers, body, ...rest } = {}) => {
        const plain = Object.fromEntries(new Headers(headers))
        const sent = { ...rest, headers: plain, ...(body && { body: body as unknown }) }
        if (body instanceof Blob || body instanceof FormData || body instanceof URLSearchParams) {
            const encoded = new Response(body)
            const type = encoded.headers.get('content-type')
            if (type) plain['content-type'] ??= type
            sent.body = new Uint8Array(await encoded.arrayBuffer())
        }
        return implementation(String(url), sent) as Promise<Response>
    }
}
