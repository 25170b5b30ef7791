import type { FastifyReply, FastifyRequest } from 'fastify'
import { readForm, readQuery, single } from '../../core/http/form'
import type { Principal } from '../../core/principal'
import { sameText } from '../../core/same-text'
import type { Session } from '../../core/session'
import { sendPage } from '../../core/ui/send-page'
import { isFromForeignPage } from '../sign-in/foreign-page'
import { signInPath } from '../sign-in/return-target'
import { parseAuthorizationRequest, type AuthorizationRequest } from './authorization-request'
import { consentPage, formTargets } from './consent-page'
import type { OAuthServices } from './oauth-services'
import { dropRequest, keepRequest, pendingRequest } from './pending-requests'
import { problemPage } from './problem-page'
import { withParameters } from './redirect-uris'

const TOO_LATE = 'This request is no longer open. It may have been answered already, or waited for too long.'

/** `/oauth_auth.do` (RFC 6749 §3.1, platform-facts §5.1): sign-in where needed, consent, and the code. */
export function addAuthorizationEndpoint(services: OAuthServices): void {
    const { host, clients, codes } = services
    const { http, sessions, clock, store, log } = host

    http.get('/oauth_auth.do', (request, reply) => {
        const query = readQuery(request)
        const id = query ? single(query, 'sysparm_request') : ''
        const session = sessions.open(request, reply)
        if (!id) return begin(request, reply, session)
        const pending = pendingRequest(session, id, clock)
        if (!pending) return sendPage(reply, 400, problemPage(TOO_LATE))
        if (query && single(query, 'sysparm_switch_user') === 'true')
            return switchUser(request, reply, pending)
        return proceed(reply, session, id, pending)
    })

    http.post('/oauth_auth.do', (request, reply) => {
        const form = readForm(request) ?? new Map<string, string[]>()
        const session = sessions.of(request)
        const id = single(form, 'sysparm_request')
        const pending = pendingRequest(session, id, clock)
        const user = session && userOf(session)
        if (!session || !pending || !user) return sendPage(reply, 400, problemPage(TOO_LATE))
        if (isFromForeignPage(request) || !sameText(single(form, 'sysparm_ck'), session.csrfToken)) {
            return sendPage(reply, 403, problemPage(TOO_LATE))
        }
        const decision = single(form, 'decision')
        if (decision !== 'allow' && decision !== 'deny') return proceed(reply, session, id, pending)
        dropRequest(session, id)
        return decision === 'allow' ? allow(reply, pending, user) : deny(reply, pending, user)
    })

    function begin(request: FastifyRequest, reply: FastifyReply, session: Session): FastifyReply {
        const parsed = parseAuthorizationRequest(services, readQuery(request))
        if ('problem' in parsed) {
            log.write('warn', 'OAuth', `Authorization request refused: ${parsed.problem}`)
            return sendPage(reply, 400, problemPage(parsed.problem))
        }
        if ('location' in parsed) return redirect(reply, parsed.location)
        return proceed(reply, session, keepRequest(session, parsed.request, clock), parsed.request)
    }

    /** The next step: sign-in, consent, or the code at once. */
    function proceed(
        reply: FastifyReply,
        session: Session,
        id: string,
        pending: AuthorizationRequest
    ): FastifyReply {
        const user = userOf(session)
        if (!user) return askToSignIn(reply, session, id, pending)
        if (pending.client.skipsConsent) {
            dropRequest(session, id)
            return allow(reply, pending, user)
        }
        const name = store.get('sys_user', user.userId)?.['name'] || user.userName
        const shown = {
            id,
            request: pending,
            csrfToken: session.csrfToken,
            user: { name, userName: user.userName },
        }
        return sendPage(reply, 200, consentPage(shown))
    }

    function askToSignIn(
        reply: FastifyReply,
        session: Session,
        id: string,
        { client, target }: AuthorizationRequest
    ): FastifyReply {
        const path = `/oauth_auth.do?sysparm_request=${id}`
        return redirect(
            reply,
            signInPath(session, { path, application: client.name, formTargets: formTargets(target) })
        )
    }

    /** Somebody else is at the keyboard: a new session takes over nothing but the request. */
    function switchUser(
        request: FastifyRequest,
        reply: FastifyReply,
        pending: AuthorizationRequest
    ): FastifyReply {
        const old = sessions.of(request)
        if (old) sessions.end(old, reply)
        const session = sessions.open(request, reply)
        return askToSignIn(reply, session, keepRequest(session, pending, clock), pending)
    }

    function allow(reply: FastifyReply, pending: AuthorizationRequest, user: Principal): FastifyReply {
        const { target, redirectUri, state, codeChallenge } = pending
        // The registration may have been switched off or changed while the person was reading.
        const client = clients.bySysId(pending.client.sysId)
        if (!client) return sendPage(reply, 400, problemPage('Invalid client_id in request.'))
        const code = codes.issue({ client, user: user.userId, redirectUri, codeChallenge })
        log.write('info', 'OAuth', `Code issued to client "${client.name}" for ${user.userName}`)
        return redirect(reply, withParameters(target, { code, state }))
    }

    function deny(
        reply: FastifyReply,
        { client, target, state }: AuthorizationRequest,
        user: Principal
    ): FastifyReply {
        log.write('info', 'OAuth', `Client "${client.name}" was denied by ${user.userName}`)
        const error_description = 'The user denied the request'
        return redirect(reply, withParameters(target, { error: 'access_denied', error_description, state }))
    }

    function userOf(session: Session): Principal | undefined {
        return session.userId === null ? undefined : host.principalOf(session.userId, 'session')
    }
}

function redirect(reply: FastifyReply, location: string): FastifyReply {
    return reply
        .header('Cache-Control', 'no-store')
        .header('Referrer-Policy', 'no-referrer')
        .redirect(location, 302)
}
