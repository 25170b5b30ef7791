import type { FastifyRequest } from 'fastify'
import type { Authenticator, Host } from '../../core/plugin'
import type { Session } from '../../core/session'
import { secretsEqual } from '../../core/timing-safe-equal'
import { signedInUser } from '../platform/explicit-roles'
import { createBasicGate } from './basic-gate'
import { checkCredentials, mustResetPassword } from './credentials'

/** Methods that change nothing, for which a session alone is enough. */
const SAFE = new Set(['GET', 'HEAD', 'OPTIONS'])

/** `Authorization: Basic` (RFC 7617), for whom the restriction of Basic authentication lets through. */
export function basicAuthenticator(host: Host): Authenticator {
    const admits = createBasicGate(host)
    return {
        authenticate(request) {
            const [scheme, value] = authorizationOf(request)
            if (scheme !== 'basic') return undefined
            const text = Buffer.from(value, 'base64').toString('utf8')
            const colon = text.indexOf(':')
            if (colon < 0) return 'refused'
            const row = checkCredentials(host.store, text.slice(0, colon), text.slice(colon + 1))
            const user = row && signedInUser(host, row['sys_id'] ?? '', 'basic')
            // The control API exists on a local instance only, so no rule of the platform is about it.
            const isControl = request.url.startsWith('/local/')
            if (!user || isControl) return user ?? 'refused'
            return !mustResetPassword(host.store, user.userId) && admits(user) ? user : 'refused'
        },
    }
}

/**
 * The session's cookie. A request that may change something must carry the session's token as `X-UserToken` too, which
 * no page of another site can know. An explicit `Authorization` counts for more than a session.
 */
export function sessionAuthenticator(host: Host): Authenticator {
    return {
        authenticate(request) {
            if (request.headers.authorization !== undefined) return undefined
            const session = host.sessions.of(request)
            if (!session || session.userId === null || isShutOut(host, request, session)) return undefined
            if (!SAFE.has(request.method) && !hasUserToken(request, session.csrfToken)) return 'refused'
            return host.principalOf(session.userId, 'session') ?? 'refused'
        },
    }
}

/**
 * Whether a session that a REST call made is used for something other than a REST API, which a property rules out (DOCS
 * sc-prevent-reuse-of-rest-api-sessions-in-ui-web; fallback: it does not).
 */
export function isShutOut({ store, log }: Host, { url }: FastifyRequest, session: Session): boolean {
    if (!session.byApi || url.startsWith('/api/')) return false
    if (store.property('com.glide.processors.aprocessor.donot_reuse_api_session') !== 'true') return false
    const path = url.split('?', 1)[0]
    log.write('warn', 'Sign-in', `${path}: a session that a REST call opened is not reused`)
    return true
}

/** Whether the request carries the session's token in the header that the platform's own clients use. */
export function hasUserToken(request: FastifyRequest, csrfToken: string): boolean {
    const sent = request.headers['x-usertoken']
    return typeof sent === 'string' && secretsEqual(sent, csrfToken)
}

/** Scheme in lower case, and what follows it. */
export function authorizationOf(request: FastifyRequest): [scheme: string, value: string] {
    const [, scheme = '', value = ''] =
        /^(\S+)(?: +(.*?))? *$/.exec(request.headers.authorization ?? '') ?? []
    return [scheme.toLowerCase(), value]
}
