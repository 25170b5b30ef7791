import type { FastifyReply, FastifyRequest } from 'fastify'
import { rawBody } from '../../core/http/server'
import { sendError } from '../../core/http/envelope'
import type { Host, Plugin } from '../../core/plugin'
import { admit } from '../platform-api/admit'
import { API_METHODS } from '../../core/rest/http-method'
import { mediaType, negotiate } from '../../core/rest/media-types'
import { sendFailure } from '../table-api/failure'
import { readBatch } from './batch-request'
import { limitsFor } from './limits'
import { runBatch } from './run-batch'

const URL = '/api/now/v1/batch'

/** The Batch API, available under a versioned path only (DOCS batch-api). */
export const batchPlugin: Plugin = {
    name: 'batch',
    register(host) {
        host.http.route({
            method: API_METHODS as ['GET'],
            url: URL,
            exposeHeadRoute: false,
            handler: (request, reply) => serve(host, request, reply),
        })
    },
}

async function serve(host: Host, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    if (request.method !== 'POST') return sendError(reply, 405, 'Method not supported')
    const user = admit(host, request, reply)
    if (!user) return reply
    const type = mediaType(request.headers['content-type'])
    if (type !== 'application/json') {
        return sendError(reply, 415, 'Unsupported media type', `Media type: ${type} is not supported.`)
    }
    if (negotiate(request.headers.accept, ['application/json']) === undefined) {
        return sendError(reply, 406, 'Not acceptable', 'The requested response format is not supported.')
    }
    const started = performance.now()
    try {
        const { id, items } = readBatch(rawBody(request))
        const { serviced, unserviced } = await runBatch(host, request, {
            items,
            limits: limitsFor(host.store, request),
        })
        return reply
            .code(200)
            .header('Cache-Control', 'no-cache,no-store,must-revalidate,max-age=-1')
            .type('application/json;charset=UTF-8')
            .send({ batch_request_id: id, serviced_requests: serviced, unserviced_requests: unserviced })
    } catch (error) {
        return sendFailure(reply, error)
    } finally {
        host.stats.add(`POST ${URL}`, { transactions: 1, ms: performance.now() - started })
    }
}
