import type { FastifyReply, FastifyRequest } from 'fastify'
import { NOT_AUTHENTICATED, sendError } from '../../core/http/envelope'
import type { Host } from '../../core/plugin'
import type { Principal } from '../../core/principal'
import { isForbiddenReuse } from '../sign-in/authenticators'
import { secretsEqual } from '../../core/timing-safe-equal'

const NOT_ALLOWED = ['User Not Authorized', 'Only administrators can install applications'] as const

/**
 * Authorizes a request to install or remove an application, which requires an administrator. With a session,
 * the form or the header `X-UserToken` must carry the session's token; Basic and Bearer need none. Other
 * users get a 401, which the SDK reports as missing roles (SDK connector.js).
 */
export function deployerOf(
    host: Host,
    { request, reply, token }: { request: FastifyRequest; reply: FastifyReply; token: string }
): Principal | undefined {
    const principal = signedIn(host, request, token)
    if (principal?.roles.has('admin')) return principal
    const [message, detail] = principal ? NOT_ALLOWED : NOT_AUTHENTICATED
    sendError(reply, 401, message, detail)
    return undefined
}

function signedIn(host: Host, request: FastifyRequest, token: string): Principal | undefined {
    const principal = host.principal(request)
    if (principal !== 'refused') return principal.by === 'none' ? undefined : principal
    // A form may send the session's token as `sysparm_ck` instead of the header.
    const session = request.headers.authorization === undefined ? host.sessions.of(request) : undefined
    if (
        !session?.userId ||
        isForbiddenReuse(host, request, session) ||
        token === '' ||
        !secretsEqual(token, session.csrfToken)
    )
        return undefined
    return host.principalOf(session.userId, 'session')
}
