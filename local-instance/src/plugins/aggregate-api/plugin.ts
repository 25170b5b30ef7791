import type { FastifyReply, FastifyRequest } from 'fastify'
import { NO_RESOURCE, NOT_AUTHORIZED, sendError } from '../../core/http/envelope'
import type { Host, Plugin } from '../../core/plugin'
import { parseApiPath } from '../../core/rest/api-path'
import { createAccess } from '../table-api/access'
import { noQueryRight, sendFailure, TableApiError } from '../table-api/failure'
import { queryOptions } from '../table-api/list'
import { readParameters } from '../table-api/parameters'
import { admit } from '../platform-api/admit'
import { readAggregateParameters } from './parameters'
import { computeStatistics } from './statistics'

const VERSIONS = [null, 'v1']

/**
 * The Aggregate API: `GET /api/now/[v1/]stats/{tableName}` (DOCS c_AggregateAPI). Requires read access to the
 * table and the fields, but checks no individual record, so figures may count more records than the caller
 * may list.
 */
export const aggregateApiPlugin: Plugin = {
    name: 'aggregate-api',
    register(host) {
        for (const url of ['/api/now/stats/*', '/api/now/v1/stats/*']) {
            host.http.get(url, (request, reply) => {
                const started = performance.now()
                const before = host.store.statements
                try {
                    return serve(host, request, reply)
                } catch (error) {
                    return sendFailure(reply, error)
                } finally {
                    host.stats.add('GET /api/now/stats/{tableName}', {
                        transactions: 1,
                        db_statements: host.store.statements - before,
                        ms: performance.now() - started,
                    })
                }
            })
        }
    },
}

function serve(host: Host, request: FastifyRequest, reply: FastifyReply): FastifyReply {
    const path = parseApiPath(request.url)
    const [tableName, ...more] = (path?.version ? path.rest.versioned : path?.rest.plain) ?? []
    if (!path || tableName === undefined || more.length > 0 || !VERSIONS.includes(path.version)) {
        return sendError(reply, 400, NO_RESOURCE)
    }
    const user = admit(host, request, reply)
    if (!user) return reply
    const table = host.store.dictionary.table(tableName)
    if (!table || table.hidden) throw new TableApiError(400, `Invalid table ${tableName.slice(0, 80)}`)
    const access = createAccess(host, user)
    if (!table.webServiceAccess || !access.record('read', table)) {
        throw new TableApiError(403, ...NOT_AUTHORIZED)
    }
    const asked = readParameters(request.url)
    const parameters = readAggregateParameters(request.url)
    const fields = [...parameters.groupBy, ...parameters.figures.flatMap(({ column }) => column ?? [])]
    // Like a query by these fields, their figures reveal values.
    if (!access.query(table, fields.map((field) => `${field}ISNOTEMPTY`).join('^'))) throw noQueryRight()
    const result = computeStatistics({
        store: host.store,
        table,
        options: queryOptions(host, { user, access, table, parameters: asked }),
        parameters,
        withDisplayValues: asked.displayValue !== 'false',
    })
    return reply.header('Cache-Control', 'no-cache,no-store,must-revalidate,max-age=-1').send({ result })
}
