import type { FastifyReply, FastifyRequest } from 'fastify'
import { passesInternalFlag } from '../../core/explicit-roles'
import { NO_RESOURCE, NO_SCOPE, NOT_AUTHENTICATED, NOT_AUTHORIZED, sendError } from '../../core/http/envelope'
import { rawBody } from '../../core/http/server'
import type { Host, Plugin } from '../../core/plugin'
import type { Principal } from '../../core/principal'
import type { RestScriptRequest } from '../../core/script-host'
import { createApiQuota, type ApiQuota } from './api-quota'
import { createEndpointAcls, type AclVerdict, type EndpointAcls } from './acl'
import { API_METHODS, effectiveMethod } from '../../core/rest/http-method'
import { consumes, mediaType, negotiate } from '../../core/rest/media-types'
import { FORM, parseParameters } from '../../core/rest/parameters'
import { lacksApiScope } from '../platform-api/api-scopes'
import { callerOfPublicApi } from './public-caller'
import { createRoutes, type RestOperation, type Routes } from './routes'
import { schema } from './schema'
import { sendOutcome } from './send-outcome'

/** Response to a request over an application's share; the platform's status and text are not published. */
const OVER_QUOTA = ['Too many requests', 'The application has used its share of API transactions'] as const
const WITH_BODY = ['POST', 'PUT', 'PATCH']

/** Serves `/api/{namespace}/…` by the rows of `sys_ws_definition`, `sys_ws_version` and `sys_ws_operation`. */
export const scriptedRestPlugin: Plugin = {
    name: 'scripted-rest',
    schema,
    register(host) {
        const routes = createRoutes(host.store)
        const acls = createEndpointAcls(host)
        const quota = createApiQuota(host)
        host.http.route({
            method: API_METHODS as ['GET'],
            url: '/api/*',
            exposeHeadRoute: false,
            handler: (request, reply) => serve({ host, routes, acls, quota, request, reply }),
        })
    },
}

interface Exchange {
    host: Host
    routes: Routes
    acls: EndpointAcls
    quota: ApiQuota
    request: FastifyRequest
    reply: FastifyReply
}

async function serve(exchange: Exchange): Promise<FastifyReply> {
    const { host, routes, quota, request, reply } = exchange
    const method = effectiveMethod(request)
    const resolution = routes.resolve(method, request.url)
    if (resolution.found === 'nothing') return sendError(reply, 400, NO_RESOURCE)
    if (resolution.found === 'other_method') return sendError(reply, 405, 'Method not supported')
    const { operation, pathParams } = resolution
    const user = operation.requiresAuthentication ? host.principal(request) : callerOfPublicApi(host, request)
    if (user === 'forged') return sendError(reply, 403, NOT_AUTHORIZED[0], 'Invalid or missing CSRF token')
    // Assumed: invalid credentials are rejected on public routes too.
    const isUnauthenticated = user !== 'refused' && user.by === 'none'
    const mustSignIn = operation.requiresAuthentication || request.headers.authorization !== undefined
    if (user === 'refused' || (isUnauthenticated && mustSignIn))
        return sendError(reply, 401, ...NOT_AUTHENTICATED)
    if (lacksApiScope(host, user, request)) return sendError(reply, 403, ...NO_SCOPE)
    const access = await authorize(exchange, operation, method, user)
    if (!access.allowed) return sendError(reply, 403, ...NOT_AUTHORIZED)
    const contentType = mediaType(request.headers['content-type']) || 'application/json'
    if (WITH_BODY.includes(method) && !consumes(operation.consumes, contentType)) {
        return sendError(reply, 415, 'Unsupported media type', `Media type: ${contentType} is not supported.`)
    }
    const accept = negotiate(request.headers.accept, operation.produces)
    if (accept === undefined) {
        return sendError(reply, 406, 'Not acceptable', 'The requested response format is not supported.')
    }
    const outcome = await quota.run(operation.scope, () =>
        host.scripts.run({
            scope: operation.scope,
            source: operation.script,
            label: `sys_ws_operation.${operation.name}`,
            user,
            clientIp: request.socket.remoteAddress ?? '',
            guards: access.guards,
            rest: restRequest(exchange, { method, operation, pathParams, contentType, accept }),
        })
    )
    if (outcome === 'rejected') return sendError(reply, 429, ...OVER_QUOTA)
    host.stats.add(`${method} ${operation.uri}`, {
        transactions: 1,
        db_statements: outcome.statements + access.statements,
        outbound_calls: outcome.outboundCalls,
        ms: outcome.ms,
    })
    if (outcome.refusedBy !== undefined) return sendError(reply, 403, ...NOT_AUTHORIZED)
    return sendOutcome(reply, outcome)
}

async function authorize(
    { acls, host, request }: Exchange,
    operation: RestOperation,
    method: string,
    user: Principal
): Promise<AclVerdict> {
    const asked = { user, clientIp: request.socket.remoteAddress ?? '' }
    const refused: AclVerdict = { allowed: false, guards: [], statements: 0 }
    // Guests have no role at all; that the flag excludes them is assumed.
    if (operation.requiresInternalRole && !passesInternalFlag(host.store, user)) return refused
    const path = acls.ofPath(method, [operation.uri, operation.defaultUri], user)
    const guarded = operation.requiresAuthentication && operation.requiresAclAuthorization
    if (!path.allowed || !guarded || operation.acls.length === 0) return path
    const named = await acls.anyOf(operation.acls, asked)
    return { ...named, guards: path.guards }
}

function restRequest(
    { host, request }: Exchange,
    matched: {
        method: string
        operation: RestOperation
        pathParams: Record<string, string>
        contentType: string
        accept: string
    }
): RestScriptRequest {
    const [uri = '', queryString = ''] = splitOnce(request.url, '?')
    const body = rawBody(request)
    const form =
        matched.contentType === FORM && WITH_BODY.includes(matched.method) ? body.toString('utf8') : ''
    return {
        method: matched.method,
        url: host.url() + request.url,
        uri,
        queryString,
        headers: headersOf(request),
        pathParams: matched.pathParams,
        queryParams: parseParameters(queryString, form),
        contentType: matched.contentType,
        body,
        produces: matched.operation.produces,
        accept: matched.accept,
    }
}

function splitOnce(text: string, separator: string): string[] {
    const index = text.indexOf(separator)
    return index < 0 ? [text] : [text.slice(0, index), text.slice(index + 1)]
}

function headersOf(request: FastifyRequest): Record<string, string> {
    const pairs = Object.entries(request.headers).flatMap(([name, value]) =>
        value === undefined ? [] : [[name, Array.isArray(value) ? value.join(', ') : value]]
    )
    return Object.fromEntries(pairs) as Record<string, string>
}
