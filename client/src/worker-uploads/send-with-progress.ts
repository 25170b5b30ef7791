import type { SendInit } from '../worker/send'

/**
 * Sends as `fetch` does; a request with a body whose progress somebody wants to hear goes by XMLHttpRequest, which
 * alone can tell. That follows redirects, so it is used only where the browser takes the `Authorization` header out of a
 * redirect to another origin (Fetch standard, HTTP-redirect fetch); an answer that came by a redirect counts as none.
 */
export function sendWithProgress(url: string, init: SendInit): Promise<Response> {
    const { notify, body, ...rest } = init
    // It would send cookies to the worker's own origin.
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
            // The redirect was followed; the caller treats it as one that was not.
            if (request.responseURL !== url) return resolve(Response.error())
            resolve(responseOf(request))
        }
        request.onerror = request.ontimeout = request.onabort = failed
        rest.signal?.addEventListener('abort', () => request.abort())
        request.send(body as XMLHttpRequestBodyInit)
    })
}

/** Chromium does since version 119, Firefox and Safari for longer; `Promise.withResolvers` came with or after it. */
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
    // Statuses that have no body take none (Fetch standard, null body status).
    const body = [204, 205, 304].includes(status) ? null : (request.response as ArrayBuffer)
    return new Response(body, { status, headers })
}
