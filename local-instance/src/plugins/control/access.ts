import type { FastifyReply, FastifyRequest } from 'fastify'
import { NOT_AUTHENTICATED, sendError } from '../../core/http/envelope'
import { isLoopback } from '../../core/http/loopback'
import type { Host } from '../../core/plugin'
import type { Principal } from '../../core/principal'

/**
 * The administrator who makes a control call: from this machine, with Basic authentication, and not from a
 * web page. Sends 401 or 403 to others and returns undefined.
 */
export function controllerOf(
    host: Host,
    request: FastifyRequest,
    reply: FastifyReply
): Principal | undefined {
    const refuse = (status: 401 | 403, message: string, detail: string) => {
        sendError(reply, status, message, detail)
        return undefined
    }
    if (!isLoopback(request.socket.remoteAddress ?? '')) {
        return refuse(403, 'User Not Authorized', 'The control API accepts requests from this machine only')
    }
    const principal = host.principal(request)
    if (principal === 'refused' || principal.by !== 'basic') return refuse(401, ...NOT_AUTHENTICATED)
    if (!principal.roles.has('admin')) {
        return refuse(403, 'User Not Authorized', 'The control API requires the admin role')
    }
    // A browser sends a cached password automatically; web pages must not be able to use it.
    if (request.headers.origin !== undefined || isFromPage(request.headers['sec-fetch-site'])) {
        return refuse(403, 'User Not Authorized', 'The control API cannot be called from web pages')
    }
    return principal
}

function isFromPage(site: unknown): boolean {
    return site !== undefined && site !== 'none'
}
