import type { FastifyReply, FastifyRequest } from 'fastify'
import { NO_RESOURCE, sendError } from '../../core/http/envelope'
import type { Host, Plugin } from '../../core/plugin'
import { admit } from '../platform-api/admit'
import { parseApiPath } from '../../core/rest/api-path'
import { API_METHODS, effectiveMethod } from '../../core/rest/http-method'
import { negotiate } from '../../core/rest/media-types'
import { rulesOf } from '../../script-engine/rules-of'
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

function serve(
    host: Host,
    request: FastifyRequest,
    reply: FastifyReply
): FastifyReply | Promise<FastifyReply> {
    const path = parseApiPath(request.url)
    const [tableName, sysId, ...more] = (path?.version ? path.rest.versioned : path?.rest.plain) ?? []
    if (!path || tableName === undefined || more.length > 0 || !VERSIONS.includes(path.version)) {
        return sendError(reply, 400, NO_RESOURCE)
    }
    const method = effectiveMethod(request)
    const methods = sysId === undefined ? ['GET', 'HEAD', 'POST'] : ['GET', 'HEAD', 'PUT', 'PATCH', 'DELETE']
    if (!methods.includes(method)) return sendError(reply, 405, 'Method not supported')
    const user = admit(host, request, reply)
    if (!user) return reply
    const accept = negotiate(request.headers.accept, MEDIA_TYPES)
    if (accept === undefined) {
        return sendError(reply, 406, 'Not acceptable', 'The requested response format is not supported.')
    }
    const started = performance.now()
    // The rules are reloaded after a change of metadata; that statement is not counted.
    rulesOf(host).operations(tableName)
    const before = host.store.statements
    let statements = 0
    const count = () =>
        host.stats.add(`${method} /api/now/table/{tableName}${sysId === undefined ? '' : '/{sys_id}'}`, {
            transactions: 1,
            db_statements: statements,
            ms: performance.now() - started,
        })
    let later = false
    try {
        const answered = serveRecords({
            host,
            request,
            reply,
            method,
            user,
            tableName,
            sysId,
            accept,
            version: path.version,
            cost(more) {
                statements += more
            },
        })
        if (!(answered instanceof Promise)) return answered
        later = true
        return answered.catch((error: unknown) => sendFailure(reply, error)).finally(count)
    } catch (error) {
        return sendFailure(reply, error)
    } finally {
        statements += host.store.statements - before
        if (!later) count()
    }
}
