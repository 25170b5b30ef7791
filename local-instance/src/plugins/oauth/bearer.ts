import type { FastifyRequest } from 'fastify'
import type { Authenticator } from '../../core/plugin'
import { mustResetPassword } from '../sign-in/credentials'
import { isFromBrowser } from '../sign-in/foreign-page'
import { authorizationOf } from '../sign-in/authenticators'
import type { OAuthServices } from './oauth-services'

/**
 * `Authorization: Bearer` (RFC 6750 §2.1): a valid access token of an active client and user. If a program
 * also sends a guest session, the session is assigned to the user, which the SDK's command line relies on
 * (SDK sdk-cli/src/auth); never for a browser, where an attacker may have planted the cookie.
 */
export function bearerAuthenticator({ host, clients, tokens, isOn }: OAuthServices): Authenticator {
    return {
        authenticate(request: FastifyRequest) {
            const [scheme, text] = authorizationOf(request)
            if (scheme !== 'bearer') return undefined
            const token = isOn('active') ? tokens.find(text, 'access_token') : undefined
            const client = token && clients.bySysId(token.credential['peer'] ?? '')
            const principal = client && host.principalOf(token.credential['user'] ?? '', 'bearer')
            if (!principal || mustResetPassword(host.store, principal.userId)) return 'refused'
            const session = isFromBrowser(request) ? undefined : host.sessions.of(request)
            if (session?.userId === null) host.sessions.attach(session, principal.userId)
            return { ...principal, oauthEntity: client.sysId }
        },
    }
}
