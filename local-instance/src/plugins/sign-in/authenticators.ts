import type { FastifyRequest } from 'fastify'
import type { Authenticator, Host } from '../../core/plugin'
import type { Session } from '../../core/session'
import { secretsEqual } from '../../core/timing-safe-equal'
import { signedInUser } from '../platform/explicit-roles'
import { createBasicGate } from './basic-gate'
import { checkCredentials, mustResetPassword } from './credentials'

/** Safe methods, for which the session cookie alone is enough. */
const SAFE = new Set(['GET', 'HEAD', 'OPTIONS'])

/** `Authorization: Basic` (RFC 7617), subject to the Basic authentication restriction. */
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
            // The control API exists only on a local instance, so no platform rule applies to it.
            const isControl = request.url.startsWith('/local/')
            if (!user || isControl) return user ?? 'refused'
            return !mustResetPassword(host.store, user.userId) && admits(user) ? user : 'refused'
        },
    }
}

/**
 * Authenticates by session cookie. An unsafe request must also carry the session's token as `X-UserToken`,
 * which pages of other sites cannot know. An explicit `Authorization` takes precedence over a session.
 */
export function sessionAuthenticator(host: Host): Authenticator {
    return {
        authenticate(request) {
            if (request.headers.authorization !== undefined) return undefined
            const session = host.sessions.of(request)
            if (!session || session.userId === null || isForbiddenReuse(host, request, session))
                return undefined
            if (!SAFE.has(request.method) && !hasUserToken(request, session.csrfToken)) return 'refused'
            return host.principalOf(session.userId, 'session') ?? 'refused'
        },
    }
}

/**
 * Whether a session created by a REST call is used outside the REST APIs, which a property forbids (DOCS
 * sc-prevent-reuse-of-rest-api-sessions-in-ui-web; fallback: allowed).
 */
export function isForbiddenReuse({ store, log }: Host, { url }: FastifyRequest, session: Session): boolean {
    if (!session.byApi || url.startsWith('/api/')) return false
    if (store.property('com.glide.processors.aprocessor.donot_reuse_api_session') !== 'true') return false
    const path = url.split('?', 1)[0]
    log.write('warn', 'Sign-in', `${path}: a session that a REST call opened is not reused`)
    return true
}

/** Whether the request carries the session's token in the header used by the platform's own clients. */
export function hasUserToken(request: FastifyRequest, csrfToken: string): boolean {
    const sent = request.headers['x-usertoken']
    return typeof sent === 'string' && secretsEqual(sent, csrfToken)
}

/** Scheme in lower case, and the credentials after it. */
export function authorizationOf(request: FastifyRequest): [scheme: string, value: string] {
    const [, scheme = '', value = ''] =
        /^(\S+)(?: +(.*?))? *$/.exec(request.headers.authorization ?? '') ?? []
    return [scheme.toLowerCase(), value]
}
