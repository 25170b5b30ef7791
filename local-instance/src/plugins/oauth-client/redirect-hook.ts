import type { FastifyReply, FastifyRequest } from 'fastify'
import { readQuery, single } from '../../core/http/form'
import type { Host } from '../../core/plugin'
import type { Principal } from '../../core/principal'
import { sendPage } from '../../core/ui/send-page'
import { outcomePage } from './outcome-page'
import {
    createPendingAuthorizations,
    type PendingAuthorization,
    type PendingAuthorizations,
} from './pending-authorizations'
import { findProvider } from './providers'

const NOT_YOURS = 'This authorization request has expired or was started by another user.'

/**
 * `/oauth_redirect.do`: the redirect URI for providers. A state that this instance issued belongs to one of
 * its own consents; all other requests continue to the landing page of applications that sign in here (DOCS
 * t_UseAThirdPartyOAuthProvider).
 */
export function addRedirectHook(host: Host): void {
    const pending = createPendingAuthorizations(host.store, host.clock)
    host.http.addHook('onRequest', async (request, reply) => {
        if (request.method !== 'GET' || request.url.split('?', 1)[0] !== '/oauth_redirect.do') return
        const query = readQuery(request) ?? new Map<string, string[]>()
        const state = single(query, 'state')
        if (state !== '' && pending.knows(state)) {
            await answer(host, { request, reply, query, pending, state })
        }
    })
}

interface Return {
    request: FastifyRequest
    reply: FastifyReply
    query: Map<string, string[]>
    pending: PendingAuthorizations
    state: string
}

async function answer(host: Host, back: Return): Promise<FastifyReply> {
    const { request, reply, query } = back
    const session = host.sessions.of(request)
    const user = session?.userId ? host.principalOf(session.userId, 'session') : undefined
    const authorization = user && back.pending.take(back.state, user.userId)
    if (!user || !authorization) return sendPage(reply, 403, outcomePage({ got: false, problem: NOT_YOURS }))
    const [code, error] = [single(query, 'code'), single(query, 'error')]
    if (error || !code) {
        const problem = `The provider returned an error: ${error || 'no authorization code'}.`
        host.log.write('warn', 'OAuth', `Authorization ended without a code: ${error.slice(0, 100)}`)
        return sendPage(reply, 400, outcomePage({ got: false, problem }))
    }
    const problem = await exchange(host, authorization, { code, user, clientIp: request.ip })
    if (problem) return sendPage(reply, 502, outcomePage({ got: false, problem }))
    const provider = findProvider(host.store, authorization)?.entity['name'] ?? ''
    return sendPage(reply, 200, outcomePage({ got: true, provider }))
}

/** Requests and stores the tokens as a script would; returns the error, if any. */
async function exchange(
    { scripts }: Host,
    { requestor, context, profile, redirectUri, codeVerifier }: PendingAuthorization,
    { code, user, clientIp }: { code: string; user: Principal; clientIp: string }
): Promise<string> {
    const parameters = {
        oauth_requestor: requestor,
        oauth_requestor_context: context,
        oauth_provider_profile: profile,
        code,
        redirect_uri: redirectUri,
        ...(codeVerifier && { code_verifier: codeVerifier }),
    }
    const outcome = await scripts.run({
        scope: 'global',
        label: 'oauth_redirect.do',
        source: `
            var request = new sn_auth.GlideOAuthClientRequest();
            request.setGrantType('authorization_code');
            var given = JSON.parse(${JSON.stringify(JSON.stringify(parameters))});
            for (var name in given) request.setParameter(name, given[name]);
            String(new sn_auth.GlideOAuthClient().requestTokenByRequest(null, request).getErrorMessage());`,
        user,
        clientIp,
        timeLimitMs: 60_000,
    })
    return outcome.error
        ? 'The token request failed. See the system log for details.'
        : (outcome.result ?? '')
}
