import type { FastifyRequest } from 'fastify'

/**
 * Whether a page of another origin sent this request. Browsers report it in `Sec-Fetch-Site`, which pages
 * cannot set; a page on another port of this machine is `same-site`, so cookies alone do not distinguish it.
 * Without that header, `Origin` decides; programs send neither.
 */
export function isFromForeignPage(request: FastifyRequest): boolean {
    const site = request.headers['sec-fetch-site']
    if (site !== undefined) return site !== 'same-origin' && site !== 'none'
    const { origin, host } = request.headers
    if (origin === undefined) return false
    return !URL.canParse(origin) || new URL(origin).host !== host
}

/** Whether the request was sent by a browser, judging by its headers. */
export function isFromBrowser(request: FastifyRequest): boolean {
    return request.headers['sec-fetch-site'] !== undefined || request.headers.origin !== undefined
}
