import type { FastifyReply, FastifyRequest } from 'fastify'
import { NO_RESOURCE, sendError } from '../../core/http/envelope'
import type { Host, Plugin } from '../../core/plugin'
import { admit } from '../platform-api/admit'
import { parseApiPath } from '../../core/rest/api-path'
import { API_METHODS, effectiveMethod } from '../../core/rest/http-method'
import { sendFailure } from '../table-api/failure'
import { schema } from './schema'
import { serveAttachments, type Resource } from './serve-attachments'
import { MAX_FILE_BYTES } from './upload'

const METHODS: Record<Resource['kind'], string[]> = {
    list: ['GET', 'HEAD'],
    upload: ['POST'],
    metadata: ['GET', 'HEAD', 'PATCH', 'DELETE'],
    file: ['GET', 'HEAD'],
}

const NAMES: Record<Resource['kind'], string> = {
    list: '',
    upload: '/file',
    metadata: '/{sys_id}',
    file: '/{sys_id}/file',
}

/** The Attachment API: `/api/now/[v1/]attachment…` (DOCS c_AttachmentAPI). */
export const attachmentsPlugin: Plugin = {
    name: 'attachments',
    schema,
    register(host) {
        for (const root of ['/api/now/attachment', '/api/now/v1/attachment']) {
            for (const url of [root, `${root}/*`]) {
                host.http.route({
                    method: API_METHODS as ['GET'],
                    url,
                    exposeHeadRoute: false,
                    // One byte above the file limit, so that the API itself reports a file that is too large.
                    bodyLimit: MAX_FILE_BYTES + 1,
                    handler: (request, reply) => serve(host, request, reply),
                })
            }
        }
    },
}

function serve(host: Host, request: FastifyRequest, reply: FastifyReply): FastifyReply {
    const path = parseApiPath(request.url)
    const resource = resourceOf((path?.version ? path.rest.versioned : path?.rest.plain) ?? [])
    if (!path || !resource) return sendError(reply, 400, NO_RESOURCE)
    const method = effectiveMethod(request)
    if (!METHODS[resource.kind].includes(method)) return sendError(reply, 405, 'Method not supported')
    const user = admit(host, request, reply)
    if (!user) return reply
    const started = performance.now()
    const statements = host.store.statements
    try {
        return serveAttachments({ host, request, reply, user, method, resource })
    } catch (error) {
        return sendFailure(reply, error)
    } finally {
        host.stats.add(`${method} /api/now/attachment${NAMES[resource.kind]}`, {
            transactions: 1,
            db_statements: host.store.statements - statements,
            ms: performance.now() - started,
        })
    }
}

function resourceOf([first, second, ...more]: string[]): Resource | undefined {
    if (more.length > 0) return undefined
    if (first === undefined) return { kind: 'list', sysId: '' }
    if (second === undefined) return { kind: first === 'file' ? 'upload' : 'metadata', sysId: first }
    return second === 'file' ? { kind: 'file', sysId: first } : undefined
}
