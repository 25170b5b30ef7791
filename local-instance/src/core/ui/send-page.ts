import type { FastifyReply } from 'fastify'
import { contentSecurityPolicy, renderPage, type PageOptions } from './page'

/** Sends a page with headers that forbid caching, framing, content sniffing and sending it as referrer. */
export function sendPage(reply: FastifyReply, status: number, page: PageOptions): FastifyReply {
    return reply
        .code(status)
        .header('Content-Security-Policy', contentSecurityPolicy(page))
        .header('Cache-Control', 'no-store')
        .header('Referrer-Policy', 'no-referrer')
        .header('X-Content-Type-Options', 'nosniff')
        .header('X-Frame-Options', 'DENY')
        .header('Cross-Origin-Resource-Policy', 'same-origin')
        .type('text/html;charset=UTF-8')
        .send(renderPage(page))
}

/** The Content-Security-Policy source expression of a URL; undefined if it has none. */
export function policySource(address: string): string | undefined {
    if (!URL.canParse(address)) return undefined
    const { protocol, origin } = new URL(address)
    const source = protocol === 'http:' || protocol === 'https:' ? origin : protocol
    return /^[\w.:/[\]+-]+$/.test(source) ? source : undefined
}
