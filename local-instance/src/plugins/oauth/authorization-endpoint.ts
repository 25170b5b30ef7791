import type { FastifyReply, FastifyRequest } from 'fastify'
import { readForm, readQuery, single } from '../../core/http/form'
import type { Principal } from '../../core/principal'
import { secretsEqual } from '../../core/timing-safe-equal'
import type { Session } from '../../core/session'
import { sendPage } from '../../core/ui/send-page'
import { isFromForeignPage } from '../sign-in/foreign-page'
import { readTarget, signInPath, signTarget, type ReturnTarget } from '../sign-in/return-target'
import { parseAuthorizationRequest, type AuthorizationRequest } from './authorization-request'
import { consentPage, formTargets } from './consent-page'
import type { OAuthServices } from './oauth-services'
import { keepRequest, pendingRequest } from './pending-requests'
import { problemPage } from './problem-page'
import { withParameters } from './redirect-uris'

const UNKNOWN = 'This authorization request is unknown or has expired.'
const FOREIGN = 'The form was submitted from another site.'
const NOT_OPEN = 'This form has expired, so your choice was not saved. Please choose again.'

/** `/oauth_auth.do` (RFC 6749 §3.1, DOCS authorization-workflow): sign-in where needed, consent, and the code. */
export function addAuthorizationEndpoint(services: OAuthServices): void {
    const { host, clients, codes } = services
    const { http, sessions, clock, store, log } = host

    http.get('/oauth_auth.do', (request, reply) => {
        const query = readQuery(request)
        const signed = query ? single(query, 'sysparm_return') : ''
        if (!query || !signed) return begin(request, reply, query)
        const session = sessions.of(request)
        // For sign-in as another user; only the request is carried over.
        if (session && single(query, 'sysparm_switch_user') === 'true' && !isFromForeignPage(request)) {
            sessions.end(session, reply)
        }
        return beginAgain(request, reply, signed)
    })

    http.post('/oauth_auth.do', (request, reply) => {
        if (isFromForeignPage(request)) return sendPage(reply, 403, problemPage(FOREIGN))
        const form = readForm(request) ?? new Map<string, string[]>()
        const signed = single(form, 'sysparm_return')
        const session = sessions.of(request)
        const user = session && userOf(session)
        const pending = session && pendingRequest(session, single(form, 'sysparm_request'), clock)
        if (!user || !pending) return beginAgain(request, reply, signed, 400)
        if (!secretsEqual(single(form, 'sysparm_ck'), session.csrfToken)) {
            return beginAgain(request, reply, signed, 403)
        }
        const decision = single(form, 'decision')
        if (decision !== 'allow' && decision !== 'deny') return askForConsent(reply, session, pending.request)
        // Resubmitting a form returns the same response; a different decision requires a new form.
        pending.decision ??= decision
        if (pending.decision !== decision) return beginAgain(request, reply, signed, 400)
        return decision === 'allow' ? allow(reply, pending.request, user) : deny(reply, pending.request, user)
    })

    /**
     * The next step: sign-in, consent, or the code at once.
     *
     * @param refused status of a rejected form; the user sees the reason and gets a new form
     */
    function begin(
        request: FastifyRequest,
        reply: FastifyReply,
        query: ReadonlyMap<string, string[]> | undefined,
        refused?: number
    ): FastifyReply {
        const parsed = parseAuthorizationRequest(services, query)
        if ('problem' in parsed) {
            log.write('warn', 'OAuth', `Authorization request rejected: ${parsed.problem}`)
            return sendPage(reply, 400, problemPage(parsed.problem))
        }
        if ('location' in parsed) return redirect(reply, parsed.location)
        const session = sessions.of(request)
        const user = session && userOf(session)
        if (!user) return redirect(reply, signInPath(store, returnTargetOf(parsed.request)))
        if (parsed.request.client.skipsConsent) return allow(reply, parsed.request, user)
        return askForConsent(reply, session, parsed.request, refused)
    }

    /** Continues the request of a form or link on an earlier page. */
    function beginAgain(
        request: FastifyRequest,
        reply: FastifyReply,
        signed: string,
        refused?: number
    ): FastifyReply {
        const path = readTarget(store, signed)?.path
        if (!path?.startsWith('/oauth_auth.do?')) return sendPage(reply, 400, problemPage(UNKNOWN))
        return begin(request, reply, readQuery({ url: path }), refused)
    }

    function askForConsent(
        reply: FastifyReply,
        session: Session,
        request: AuthorizationRequest,
        refused?: number
    ): FastifyReply {
        const user = store.get('sys_user', session.userId ?? '')
        const userName = user?.['user_name'] ?? ''
        const shown = {
            id: keepRequest(session, request, clock),
            request,
            returnTo: signTarget(store, returnTargetOf(request)),
            csrfToken: session.csrfToken,
            user: { name: user?.['name'] || userName, userName },
            problem: refused === undefined ? '' : NOT_OPEN,
        }
        return sendPage(reply, refused ?? 200, consentPage(shown))
    }

    function allow(reply: FastifyReply, pending: AuthorizationRequest, user: Principal): FastifyReply {
        const { target, redirectUri, state, codeChallenge } = pending
        // The registration may have been deactivated or changed while the form was open.
        const client = clients.bySysId(pending.client.sysId)
        if (!client) return sendPage(reply, 400, problemPage('Invalid client_id in request.'))
        const code = codes.issue({ client, user: user.userId, redirectUri, codeChallenge })
        log.write(
            'info',
            'OAuth',
            `Authorization code issued to client "${client.name}" for ${user.userName}`
        )
        return redirect(reply, withParameters(target, { code, state }))
    }

    function deny(
        reply: FastifyReply,
        { client, target, state }: AuthorizationRequest,
        user: Principal
    ): FastifyReply {
        log.write('info', 'OAuth', `${user.userName} denied access to client "${client.name}"`)
        const error_description = 'The user denied the request'
        return redirect(reply, withParameters(target, { error: 'access_denied', error_description, state }))
    }

    function userOf(session: Session): Principal | undefined {
        return session.userId === null ? undefined : host.principalOf(session.userId, 'session')
    }
}

function returnTargetOf({ path, client, target }: AuthorizationRequest): ReturnTarget {
    return { path, application: client.name, formTargets: formTargets(target) }
}

function redirect(reply: FastifyReply, location: string): FastifyReply {
    return reply
        .header('Cache-Control', 'no-store')
        .header('Referrer-Policy', 'no-referrer')
        .redirect(location, 302)
}
