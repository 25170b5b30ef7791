import type { SendInit } from '../worker/send'

/**
 * Sends with `fetch`, or with XMLHttpRequest if a body is sent and its progress is requested, because only
 * XMLHttpRequest reports it. XMLHttpRequest follows redirects, so it is used only if the browser removes the
 * `Authorization` header from a redirect to another origin (Fetch standard, HTTP-redirect fetch); a
 * redirected response counts as an error.
 */
export function sendWithProgress(url: string, init: SendInit): Promise<Response> {
    const { notify, body, ...rest } = init
    // XMLHttpRequest would send cookies to the worker's own origin.
    const isOwn = new URL(url).origin === self.origin
    if (!notify || !body || isOwn || !dropsAuthorization() || init.signal?.aborted) return fetch(url, init)
    return new Promise((resolve, reject) => {
        const request = new XMLHttpRequest()
        const failed = () => reject(new TypeError('Failed to send'))
        request.open(rest.method ?? 'POST', url)
        request.responseType = 'arraybuffer'
        new Headers(rest.headers).forEach((value, name) => request.setRequestHeader(name, value))
        request.upload.onprogress = ({ loaded, total }) => notify({ loaded, total, sent: true })
        request.onload = () => {
            // The caller reports it like a redirect that was not followed.
            if (request.responseURL !== url) return resolve(Response.error())
            resolve(responseOf(request))
        }
        request.onerror = request.ontimeout = request.onabort = failed
        rest.signal?.addEventListener('abort', () => request.abort())
        request.send(body as XMLHttpRequestBodyInit)
    })
}

/**
 * Chromium does since version 119, Firefox and Safari before that; `Promise.withResolvers` arrived with or
 * after it.
 */
function dropsAuthorization(): boolean {
    return 'withResolvers' in Promise
}

function responseOf(request: XMLHttpRequest): Response {
    const { status } = request
    const lines = request.getAllResponseHeaders().trim().split(/\r\n/)
    const headers = lines.filter(Boolean).map((line): [string, string] => {
        const at = line.indexOf(':')
        return [line.slice(0, at), line.slice(at + 1).trim()]
    })
    // These statuses do not allow a body (Fetch standard, null body status).
    const body = [204, 205, 304].includes(status) ? null : (request.response as ArrayBuffer)
    return new Response(body, { status, headers })
}
