import type { FastifyReply, FastifyRequest } from 'fastify'
import { NOT_AUTHENTICATED, sendError } from '../../core/http/envelope'
import { isLoopback } from '../../core/http/loopback'
import type { Host } from '../../core/plugin'
import type { Principal } from '../../core/principal'

/**
 * The administrator who makes a control call: from this machine, by Basic authentication, and not from a web page.
 * Anybody else is answered 401 or 403 and undefined comes back.
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
        return refuse(403, 'User Not Authorized', 'Control calls are for this machine only')
    }
    const principal = host.principal(request)
    if (principal === 'refused' || principal.by !== 'basic') return refuse(401, ...NOT_AUTHENTICATED)
    if (!principal.roles.has('admin')) {
        return refuse(403, 'User Not Authorized', 'Control calls are for administrators only')
    }
    // A browser that knows the password sends it by itself; pages must not get to use it.
    if (request.headers.origin !== undefined || isFromPage(request.headers['sec-fetch-site'])) {
        return refuse(403, 'User Not Authorized', 'Control calls cannot be made from web pages')
    }
    return principal
}

function isFromPage(site: unknown): boolean {
    return site !== undefined && site !== 'none'
}
