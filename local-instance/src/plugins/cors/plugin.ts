import type { FastifyReply, FastifyRequest } from 'fastify'
import { keepAllMetadata } from '../../core/metadata-cache'
import type { Host, Plugin } from '../../core/plugin'
import type { Row, Store } from '../../core/store/types'
import { effectiveMethod } from '../../core/rest/http-method'
import { createRoutes } from '../scripted-rest/routes'
import { findRule, type CorsRule } from './find-rule'
import { schema } from './schema'

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE']

/**
 * Headers permitted by a rule without `access_control_allow_headers`. Not documented; assumed to be those
 * that REST clients need.
 */
const USUAL_HEADERS = 'Authorization, Content-Type, Accept, X-no-response-body, X-UserToken'

/**
 * Answers preflight requests and adds CORS headers to REST API responses according to `sys_cors_rule`. Rules
 * never block a request: they control headers, and the browser enforces them (KB0831585).
 */
export const corsPlugin: Plugin = {
    name: 'cors',
    schema,
    register(host) {
        const ruleFor = createRuleLookup(host)
        host.http.addHook('onRequest', async (request, reply) => {
            const method = request.headers['access-control-request-method']
            if (request.method !== 'OPTIONS' || !method || !isApi(request)) return undefined
            const rule = ruleFor(request, method.toUpperCase())
            if (rule) allowRequest(reply, request, rule)
            return reply.code(200).send()
        })
        host.http.addHook('onSend', async (request, reply) => {
            if (!isApi(request)) return
            const vary = reply.getHeader('Vary')
            void reply.header('Vary', vary === undefined ? 'Origin' : `${String(vary)}, Origin`)
            const rule = request.method === 'OPTIONS' ? undefined : ruleFor(request, effectiveMethod(request))
            if (rule) allowAnswer(reply, request, rule)
        })
    },
}

function isApi(request: FastifyRequest): boolean {
    return request.url.startsWith('/api/')
}

/** The rule that allows an origin to use a method on the API of the request's path. */
function createRuleLookup({ store }: Host) {
    const routes = createRoutes(store)
    const rules = keepAllMetadata(store, () => readRules(store))
    return (request: FastifyRequest, method: string): CorsRule | undefined => {
        const { origin } = request.headers
        if (!origin || store.property('glide.rest.cors.enabled') === 'false') return undefined
        const api = routes.apiOf(request.url)
        if (!api) return undefined
        const rule = findRule(origin, api.sysId, rules())
        return rule?.methods.has(method === 'HEAD' ? 'GET' : method) ? rule : undefined
    }
}

function readRules(store: Store): CorsRule[] {
    const query = 'active=true^use_resource_path!=true^ORDERBYsys_created_on^ORDERBYsys_id'
    return store.query('sys_cors_rule', { query }).map(toRule)
}

function toRule(row: Row): CorsRule {
    return {
        sysId: row['sys_id'] ?? '',
        domain: row['domain'] ?? '',
        api: row['rest_api'] ?? '',
        methods: new Set(METHODS.filter((method) => row[method.toLowerCase()] === '1')),
        maxAge: Number(row['max_age'] ?? 0),
        exposedHeaders: row['exposed_headers'] ?? '',
        allowHeaders: row['access_control_allow_headers'] ?? '',
        allowCredentials: row['access_control_allow_credentials'] === '1',
    }
}

function allowOrigin(reply: FastifyReply, request: FastifyRequest, rule: CorsRule): void {
    void reply.header('Access-Control-Allow-Origin', request.headers.origin)
    if (rule.allowCredentials) void reply.header('Access-Control-Allow-Credentials', 'true')
}

function allowRequest(reply: FastifyReply, request: FastifyRequest, rule: CorsRule): void {
    allowOrigin(reply, request, rule)
    void reply
        .header('Access-Control-Allow-Methods', [...rule.methods].join(', '))
        .header('Access-Control-Allow-Headers', rule.allowHeaders || USUAL_HEADERS)
        .header('Access-Control-Max-Age', String(rule.maxAge))
}

function allowAnswer(reply: FastifyReply, request: FastifyRequest, rule: CorsRule): void {
    allowOrigin(reply, request, rule)
    if (rule.exposedHeaders) void reply.header('Access-Control-Expose-Headers', rule.exposedHeaders)
}
