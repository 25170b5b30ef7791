import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Host } from '../../core/plugin'
import { sendPage } from '../../core/ui/send-page'
import { isFromForeignPage } from './foreign-page'
import { signedOutPage } from './welcome-page'

/** `/logout.do` ends the session. A page of another site cannot sign a user out. */
export function addLogout(host: Host): void {
    host.http.route({
        method: ['GET', 'POST'],
        url: '/logout.do',
        handler(request: FastifyRequest, reply: FastifyReply) {
            const session = host.sessions.of(request)
            if (session && isFromForeignPage(request)) return reply.redirect('/login.do')
            if (session) host.sessions.end(session, reply)
            return sendPage(reply, 200, signedOutPage)
        },
    })
}
