import type { FastifyReply, FastifyRequest } from 'fastify'
import { passesInternalFlag } from '../../core/explicit-roles'
import { NO_SCOPE, NOT_AUTHENTICATED, NOT_AUTHORIZED, sendError } from '../../core/http/envelope'
import type { Host } from '../../core/plugin'
import type { Principal } from '../../core/principal'
import { lacksApiScope } from './api-scopes'

/**
 * Authorizes a caller for one of the platform's own REST APIs, or sends the error: 401 for missing or invalid
 * credentials, 403 for external users and for clients without the API's scope.
 */
export function admit(host: Host, request: FastifyRequest, reply: FastifyReply): Principal | undefined {
    const user = host.principal(request)
    if (user === 'refused' || user.by === 'none') sendError(reply, 401, ...NOT_AUTHENTICATED)
    else if (!isInternal(host, user)) sendError(reply, 403, ...NOT_AUTHORIZED)
    else if (lacksApiScope(host, user, request)) sendError(reply, 403, ...NO_SCOPE)
    else return user
    return undefined
}

/**
 * The platform's own REST APIs require `snc_internal` unless a property disables that (description of
 * `glide.rest.java.honor_snc_internal_flag`). Assumed: none of them makes an exception.
 */
function isInternal({ store }: Host, user: Principal): boolean {
    return (
        store.property('glide.rest.java.honor_snc_internal_flag') === 'false' ||
        passesInternalFlag(store, user)
    )
}
