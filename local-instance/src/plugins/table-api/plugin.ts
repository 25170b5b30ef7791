import type { FastifyReply, FastifyRequest } from 'fastify'
import { passesInternalFlag } from '../../core/explicit-roles'
import { NO_RESOURCE, NOT_AUTHENTICATED, NOT_AUTHORIZED, sendError } from '../../core/http/envelope'
import type { Host, Plugin } from '../../core/plugin'
import type { Principal } from '../../core/principal'
import { parseApiPath } from '../scripted-rest/api-path'
import { API_METHODS, effectiveMethod } from '../scripted-rest/http-method'
import { negotiate } from '../scripted-rest/media-types'
import { sendFailure } from './failure'
import { serveRecords } from './serve-records'

const VERSIONS = [null, 'v1', 'v2']
const MEDIA_TYPES = ['application/json', 'application/xml', 'text/xml']

/** The Table API: `/api/now/[v1|v2/]table/{tableName}[/{sys_id}]` (DOCS c_TableAPI). */
export const tableApiPlugin: Plugin = {
    name: 'table-api',
    register(host) {
        for (const url of ['/api/now/table/*', '/api/now/v1/table/*', '/api/now/v2/table/*']) {
            host.http.route({
                method: API_METHODS as ['GET'],
                url,
                exposeHeadRoute: false,
                handler: (request, reply) => serve(host, request, reply),
            })
        }
    },
}

function serve(host: Host, request: FastifyRequest, reply: FastifyReply): FastifyReply {
    const path = parseApiPath(request.url)
    const [tableName, sysId, ...more] = (path?.version ? path.rest.versioned : path?.rest.plain) ?? []
    if (!path || tableName === undefined || more.length > 0 || !VERSIONS.includes(path.version)) {
        return sendError(reply, 400, NO_RESOURCE)
    }
    const method = effectiveMethod(request)
    const methods = sysId === undefined ? ['GET', 'HEAD', 'POST'] : ['GET', 'HEAD', 'PUT', 'PATCH', 'DELETE']
    if (!methods.includes(method)) return sendError(reply, 405, 'Method not supported')
    const user = host.principal(request)
    if (user === 'refused' || user.by === 'none') return sendError(reply, 401, ...NOT_AUTHENTICATED)
    if (!isInternal(host, user)) return sendError(reply, 403, ...NOT_AUTHORIZED)
    if (isRestricted(host, user)) {
        return sendError(reply, 403, NOT_AUTHORIZED[0], 'Missing required api access scope')
    }
    const accept = negotiate(request.headers.accept, MEDIA_TYPES)
    if (accept === undefined) {
        return sendError(reply, 406, 'Not acceptable', 'The requested response format is not supported.')
    }
    const started = performance.now()
    const statements = host.store.statements
    try {
        return serveRecords({
            host,
            request,
            reply,
            method,
            user,
            tableName,
            sysId,
            accept,
            version: path.version,
        })
    } catch (error) {
        return sendFailure(reply, error)
    } finally {
        host.stats.add(`${method} /api/now/table/{tableName}${sysId === undefined ? '' : '/{sys_id}'}`, {
            transactions: 1,
            db_statements: host.store.statements - statements,
            ms: performance.now() - started,
        })
    }
}

/**
 * The platform's own REST APIs are for `snc_internal` unless a property says otherwise (description of
 * `glide.rest.java.honor_snc_internal_flag`). That the Table API makes no exception of its own is assumed.
 */
function isInternal({ store }: Host, user: Principal): boolean {
    return (
        store.property('glide.rest.java.honor_snc_internal_flag') === 'false' ||
        passesInternalFlag(store, user)
    )
}

/** A client of the new registration wizard has no access to the Table API until it is unrestricted (platform-facts §1.1). */
function isRestricted({ store }: Host, { oauthEntity }: Principal): boolean {
    if (oauthEntity === undefined) return false
    return store.get('oauth_entity', oauthEntity)?.['scope_restriction_status'] === 'restricted'
}
