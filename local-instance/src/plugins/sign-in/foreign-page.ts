import type { FastifyRequest } from 'fastify'

/**
 * Whether a page of another origin sent this request. Browsers say so by `Sec-Fetch-Site`, which pages cannot set; a
 * page on another port of this machine is `same-site`, so cookies alone do not tell it apart. Where that header is
 * missing `Origin` decides; programs send neither.
 */
export function isFromForeignPage(request: FastifyRequest): boolean {
    const site = request.headers['sec-fetch-site']
    if (site !== undefined) return site !== 'same-origin' && site !== 'none'
    const { origin, host } = request.headers
    if (origin === undefined) return false
    return !URL.canParse(origin) || new URL(origin).host !== host
}

/** Whether a browser sent it at all, as far as its headers tell. */
export function isFromBrowser(request: FastifyRequest): boolean {
    return request.headers['sec-fetch-site'] !== undefined || request.headers.origin !== undefined
}
