import type { FastifyReply, FastifyRequest } from 'fastify'
import { readForm, readQuery, single } from '../../core/http/form'
import type { Host } from '../../core/plugin'
import { secretsEqual } from '../../core/timing-safe-equal'
import { sendPage } from '../../core/ui/send-page'
import { signedInUser } from '../platform/explicit-roles'
import { checkCredentials, isForWebServicesOnly } from './credentials'
import { isFromForeignPage } from './foreign-page'
import { createFormTokens } from './form-tokens'
import { loginPage, type LoginPage } from './login-page'
import { menusOf } from './menus'
import { localPath, readTarget } from './return-target'
import { welcomePage } from './welcome-page'

/**
 * `GET` and `POST /login.do`: the sign-in page, which redirects only to paths of this instance. Signed-in
 * users see a plain start page with the menus of the deployed apps; `/` redirects to it.
 */
export function addLogin(host: Host): void {
    const formTokens = createFormTokens(host)
    host.http.get('/', (_request, reply) => reply.redirect('/login.do'))

    host.http.get('/login.do', (request, reply) => {
        const query = readQuery(request) ?? new Map<string, string[]>()
        const session = host.sessions.open(request, reply)
        const gotoUrl = localPath(single(query, 'sysparm_goto_url'))
        const returnTo = single(query, 'sysparm_return')
        const target = readTarget(host.store, returnTo)
        const user = session.userId && host.principalOf(session.userId, 'session')
        if (user) {
            if (target || gotoUrl !== '/') return reply.redirect(target?.path ?? gotoUrl)
            const row = host.store.get('sys_user', user.userId)
            return sendPage(
                reply,
                200,
                welcomePage(row?.['name'] || user.userName, menusOf(host.store, user))
            )
        }
        return show(request, reply, 200, { csrfToken: session.csrfToken, returnTo, target, gotoUrl })
    })

    host.http.post('/login.do', (request, reply) => signIn(request, reply))

    function signIn(request: FastifyRequest, reply: FastifyReply): FastifyReply {
        const form = readForm(request) ?? new Map<string, string[]>()
        const session = host.sessions.open(request, reply)
        const returnTo = single(form, 'sysparm_return')
        const target = readTarget(host.store, returnTo)
        const gotoUrl = localPath(single(form, 'sysparm_goto_url'))
        const page = { csrfToken: session.csrfToken, returnTo, target, gotoUrl }
        const token = single(form, 'sysparm_ck')
        const isOwnToken = secretsEqual(token, session.csrfToken) || formTokens.knows(request, token)
        if (isFromForeignPage(request) || !isOwnToken) {
            return show(request, reply, 403, { ...page, stale: true })
        }
        const userName = single(form, 'user_name')
        const user = checkCredentials(host.store, userName, single(form, 'user_password'))
        if (!user || isForWebServicesOnly(user)) {
            const reason = user ? 'the account is for web services only' : 'invalid credentials'
            host.log.write('warn', 'Sign-in', `Sign-in failed: ${reason}`)
            return show(request, reply, 401, { ...page, refusedName: userName })
        }
        signedInUser(host, user['sys_id'] ?? '', 'session')
        host.sessions.signIn(session, user['sys_id'] ?? '', reply)
        // 303, so that browsers do not resend the password (RFC 9700 §4.12).
        return reply.redirect(target?.path ?? gotoUrl, 303)
    }

    function show(request: FastifyRequest, reply: FastifyReply, status: number, page: Shown): FastifyReply {
        formTokens.remember(request, reply, page.csrfToken)
        return sendPage(reply, status, loginPage({ refusedName: null, stale: false, ...page }))
    }
}

type Shown = Pick<LoginPage, 'csrfToken' | 'returnTo' | 'target' | 'gotoUrl'> & Partial<LoginPage>
