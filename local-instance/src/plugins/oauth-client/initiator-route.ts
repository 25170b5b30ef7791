import type { FastifyReply } from 'fastify'
import { readQuery, single } from '../../core/http/form'
import type { Host } from '../../core/plugin'
import { sendPage } from '../../core/ui/send-page'
import { signInPath } from '../sign-in/return-target'
import { formTargets } from '../oauth/consent-page'
import { outcomePage } from './outcome-page'
import { findProvider } from './providers'
import { isSysId } from './sys-id'

/** Required parameters of a consent URL (DOCS oauth-auth-code-flow-state-parm). */
const NAMES = ['oauth_requestor_context', 'oauth_requestor', 'oauth_provider_profile'] as const

/** `/oauth_initiator.do`: sends a signed-in user to the provider's consent page ("Get OAuth Token"). */
export function addInitiatorRoute(host: Host): void {
    host.http.get('/oauth_initiator.do', async (request, reply) => {
        const query = readQuery(request) ?? new Map<string, string[]>()
        const [context, requestor, profile] = NAMES.map((name) => single(query, name)) as [
            string,
            string,
            string,
        ]
        if (!/^\w{1,80}$/.test(context) || !isSysId(requestor) || !isSysId(profile)) {
            return refuse(reply, `The URL must contain the parameters ${NAMES.join(', ')}.`)
        }
        const session = host.sessions.open(request, reply)
        const user = session.userId && host.principalOf(session.userId, 'session')
        if (!user) {
            const consentAt = findProvider(host.store, { profile })?.entity['auth_url'] ?? ''
            const target = { path: request.url, formTargets: formTargets(consentAt) }
            return redirect(reply, signInPath(host.store, target))
        }
        const outcome = await host.scripts.run({
            scope: 'global',
            label: 'oauth_initiator.do',
            source: `
                var client = new sn_auth.GlideOAuthClient();
                client.getAuthorizationURL(client.initAuthzReqParams(${literals([context, requestor, profile])}));`,
            user,
            clientIp: request.ip,
        })
        if (outcome.error || !outcome.result) {
            const reason = outcome.error?.message ?? 'no address'
            host.log.write('error', 'OAuth', `Authorization could not be started: ${reason}`)
            return refuse(reply, `${reason}. Check the application registration and its profile.`)
        }
        return redirect(reply, outcome.result)
    })
}

/** Arguments for a script; JSON strings are valid JavaScript literals. */
function literals(values: string[]): string {
    return values.map((value) => JSON.stringify(value)).join(', ')
}

function refuse(reply: FastifyReply, problem: string): FastifyReply {
    return sendPage(reply, 400, outcomePage({ got: false, problem }))
}

function redirect(reply: FastifyReply, location: string): FastifyReply {
    return reply
        .header('Cache-Control', 'no-store')
        .header('Referrer-Policy', 'no-referrer')
        .redirect(location, 302)
}
