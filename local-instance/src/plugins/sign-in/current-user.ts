import type { FastifyReply, FastifyRequest } from 'fastify'
import { toGlideDateTime } from '../../core/clock'
import { NOT_AUTHENTICATED, sendError } from '../../core/http/envelope'
import type { Host } from '../../core/plugin'
import type { Principal } from '../../core/principal'
import { isFromBrowser } from './foreign-page'

const DAY_MS = 86_400_000

/**
 * `GET /api/now/ui/user/current_user`: the signed-in user. now-sdk from 4.12 calls it first and then reads
 * `sys_user_session.csrf_token`, which its forms send as `sysparm_ck` (SDK sdk-api 4.12 dist/connector.js).
 * For a program with a token, the response opens a session of the user and sets its cookie, as the platform
 * does on each call.
 */
export function addCurrentUser(host: Host): void {
    host.http.get('/api/now/ui/user/current_user', (request, reply) => {
        const user = host.principal(request)
        if (user === 'refused' || user.by === 'none') return sendError(reply, 401, ...NOT_AUTHENTICATED)
        recordSession(host, { user, request, reply })
        const row = host.store.get('sys_user', user.userId)
        const name = row?.['name'] || user.userName
        return reply
            .header('Cache-Control', 'no-store')
            .type('application/json;charset=UTF-8')
            .send(
                JSON.stringify({
                    result: {
                        user_sys_id: user.userId,
                        user_name: user.userName,
                        user_display_name: name,
                        user_initials: initialsOf(name),
                    },
                })
            )
    })
}

/** Never for a browser, where an attacker may have planted the cookie. */
function recordSession(
    host: Host,
    { user, request, reply }: { user: Principal; request: FastifyRequest; reply: FastifyReply }
): void {
    const { sessions, store, clock } = host
    if (user.by !== 'session' && isFromBrowser(request)) return
    const session = sessions.open(request, reply)
    if (session.userId === null) sessions.attach(session, user.userId)
    if (session.userId !== user.userId) return
    store.deleteMultiple('sys_user_session', `last_accessed<${toGlideDateTime(clock.now() - DAY_MS)}`)
    store.deleteMultiple('sys_user_session', `csrf_token=${session.csrfToken}`)
    store.insert('sys_user_session', {
        name: user.userName,
        csrf_token: session.csrfToken,
        last_accessed: toGlideDateTime(clock.now()),
    })
}

function initialsOf(name: string): string {
    return name
        .split(/\s+/)
        .map((word) => word.charAt(0).toUpperCase())
        .join('')
        .slice(0, 2)
}
