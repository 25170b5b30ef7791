import type { FastifyReply, FastifyRequest } from 'fastify'
import { sendError } from '../../core/http/envelope'
import { readForm, readQuery, single } from '../../core/http/form'
import type { Host } from '../../core/plugin'
import { hasUserToken, isForbiddenReuse } from './authenticators'
import { signedInUser } from '../platform/explicit-roles'
import { checkCredentials, isForWebServicesOnly } from './credentials'
import { isFromForeignPage } from './foreign-page'
import { REFUSED } from './login-page'

/** Messages for callers who know the password; the platform's wording is not known. */
const MFA_REQUIRED =
    'This account requires multi-factor authentication, which this sign-in cannot complete. Use OAuth.'
const WEB_SERVICES_ONLY =
    'This account has web service access only and cannot sign in. Use OAuth, or an account that can sign in.'

/**
 * `POST /angular.do`, the part that the SDK's command line uses (SDK sdk-cli/src/auth): `view_form.login`
 * signs in by name and password, `get_user` returns the session's token.
 */
export function addAngular(host: Host): void {
    host.http.post('/angular.do', (request, reply) => {
        const query = readQuery(request) ?? new Map<string, string[]>()
        void reply.header('Cache-Control', 'no-store')
        switch (single(query, 'sysparm_type')) {
            case 'view_form.login':
                return logIn(request, reply)
            case 'get_user':
                return getUser(request, reply)
            default:
                return sendError(reply, 400, 'Unknown sysparm_type')
        }
    })

    function logIn(request: FastifyRequest, reply: FastifyReply): FastifyReply {
        const form = readForm(request)
        const user =
            form &&
            !isFromForeignPage(request) &&
            checkCredentials(host.store, single(form, 'user_name'), single(form, 'user_password'))
        if (!user) {
            host.log.write('warn', 'Sign-in', 'Sign-in failed: invalid credentials')
            return sendJson(reply, 200, loginAnswer('error', REFUSED))
        }
        if (user['enable_multifactor_authn'] === '1') {
            return sendJson(reply, 200, loginAnswer('mfa_code_required', MFA_REQUIRED))
        }
        if (isForWebServicesOnly(user)) {
            host.log.write('warn', 'Sign-in', 'Sign-in failed: the account is for web services only')
            return sendJson(reply, 200, loginAnswer('error', WEB_SERVICES_ONLY))
        }
        signedInUser(host, user['sys_id'] ?? '', 'session')
        host.sessions.signIn(host.sessions.open(request, reply), user['sys_id'] ?? '', reply)
        return sendJson(reply, 200, loginAnswer('success', 'Login successful'))
    }

    /**
     * A signed-in caller who does not send the session's token gets 401 with the token in
     * `X-UserToken-Response`, which only programs and pages of this origin can read. A guest first gets a
     * session.
     */
    function getUser(request: FastifyRequest, reply: FastifyReply): FastifyReply {
        const session = host.sessions.open(request, reply)
        if (session.userId === null || isForbiddenReuse(host, request, session))
            return sendJson(reply, 200, {})
        const user = host.principalOf(session.userId, 'session')
        if (user && hasUserToken(request, session.csrfToken)) {
            return sendJson(reply, 200, { user: { sys_id: user.userId, user_name: user.userName } })
        }
        if (user) void reply.header('X-UserToken-Response', session.csrfToken)
        return sendError(reply, 401, 'User Not Authenticated', 'Required to provide Auth information')
    }
}

function loginAnswer(status: 'success' | 'error' | 'mfa_code_required', message: string) {
    return { status, message, setup_multifactor_authn: status === 'mfa_code_required' }
}

function sendJson(reply: FastifyReply, status: number, body: unknown): FastifyReply {
    return reply.code(status).type('application/json;charset=UTF-8').send(JSON.stringify(body))
}
