import type { FastifyRequest } from 'fastify'
import { readQuery, single } from '../../core/http/form'
import type { Host } from '../../core/plugin'
import type { Principal } from '../../core/principal'
import { secretsEqual } from '../../core/timing-safe-equal'
import { hasUserToken } from '../sign-in/authenticators'

/**
 * Whether session-authenticated requests need the session's token, in general and at public REST APIs
 * (fallback: no).
 */
const CSRF_TOKENS = 'glide.security.use_csrf_token'
const PUBLIC_CSRF = 'glide.security.csrf.rest.public_csrf.enabled'

/**
 * The caller of a public REST API. A request authenticated by session cookie must carry the session's token,
 * in the header or as `sysparm_ck` (DOCS sc-csrf-enforcement-for-session-authenticated-rest-apis); without
 * the property, or for a path on the allow list, the cookie is enough. OAuth and Basic are not affected.
 *
 * @returns `forged` for a session without its token
 */
export function callerOfPublicApi(host: Host, request: FastifyRequest): Principal | 'refused' | 'forged' {
    const session = request.headers.authorization === undefined ? host.sessions.of(request) : undefined
    if (!session?.userId) return host.principal(request)
    const parameter = single(readQuery(request) ?? new Map<string, string[]>(), 'sysparm_ck')
    const hasToken = hasUserToken(request, session.csrfToken) || secretsEqual(parameter, session.csrfToken)
    if (!hasToken && needsToken(host, request)) return 'forged'
    return host.principalOf(session.userId, 'session') ?? 'refused'
}

function needsToken({ store }: Host, { url }: FastifyRequest): boolean {
    if (store.property(CSRF_TOKENS) === 'false' || store.property(PUBLIC_CSRF) !== 'true') return false
    const path = url.split('?', 1)[0]
    return !store
        .query('sys_rest_csrf_allow_list')
        .some((row) => row['active'] === '1' && row['path'] === path)
}
