import type { FastifyReply, FastifyRequest } from 'fastify'
import { readForm, readQuery } from '../../core/http/form'
import { authorizationOf } from '../sign-in/authenticators'
import type { Client } from './clients'
import { authorizationCode } from './grants/authorization-code'
import { clientCredentials } from './grants/client-credentials'
import type { Grant } from './grants/grant'
import { password } from './grants/password'
import { refreshToken } from './grants/refresh-token'
import type { OAuthServices } from './oauth-services'
import { refuse, TokenRefusal } from './token-refusal'
import type { TokenAnswer } from './tokens'

const GRANTS: Record<string, Grant> = {
    authorization_code: authorizationCode,
    refresh_token: refreshToken,
    client_credentials: clientCredentials,
    password,
}

/** `POST /oauth_token.do` (RFC 6749 §3.2, DOCS r_OAuthAPIRequestParameters). */
export function addTokenEndpoint(services: OAuthServices): void {
    const { host } = services
    host.http.post('/oauth_token.do', (request, reply) => {
        let client: Client | undefined
        try {
            if (!services.isOn('active')) refuse('OAuth is disabled on this instance')
            const parameters = readTokenParameters(services, request)
            const parameter = (name: string) => parameters.get(name) ?? ''
            const answer = host.store.transaction(() => {
                client = authenticateClient(services, request, parameter)
                const grantType = parameter('grant_type')
                const grant = Object.hasOwn(GRANTS, grantType) ? GRANTS[grantType] : undefined
                if (!grant) return refuse('grant_type is missing or not supported')
                return grant({ services, client, parameter })
            })
            return send(reply, 200, toBody(answer, host.clock.now()))
        } catch (error) {
            if (!(error instanceof TokenRefusal)) throw error
            const who = client ? `client "${client.name}"` : 'an unknown client'
            host.log.write('warn', 'OAuth', `Token request from ${who} rejected: ${error.message}`)
            if (error.afterwards) host.store.transaction(error.afterwards)
            return send(reply, 401, error.body)
        }
    })
}

/**
 * Parameters by name. None may be repeated (RFC 6749 §3.2); URL parameters are used only if a property allows
 * it.
 */
function readTokenParameters({ isOn }: OAuthServices, request: FastifyRequest): Map<string, string> {
    const form = readForm(request)
    if (!form) return refuse('the request body is not form-encoded')
    const sources = [form]
    if (!isOn('bodyOnly')) {
        sources.push(readQuery(request) ?? refuse('too many parameters'))
    }
    const parameters = new Map<string, string>()
    for (const [name, values] of sources.flatMap((source) => [...source])) {
        if (values.length > 1 || parameters.has(name)) return refuse('duplicate parameter')
        parameters.set(name, values[0] as string)
    }
    return parameters
}

/**
 * RFC 6749 §2.3.1: a confidential client sends its secret in the body or by Basic authentication, a public
 * client only its id.
 */
function authenticateClient(
    { clients }: OAuthServices,
    request: FastifyRequest,
    parameter: (name: string) => string
): Client {
    const basic = basicCredentials(request)
    const clientId = parameter('client_id') || basic?.clientId || ''
    if (basic && (basic.clientId !== clientId || parameter('client_secret'))) {
        return refuse('the client uses more than one authentication method')
    }
    const client = clients.byClientId(clientId)
    if (!client) return refuse('unknown or inactive client_id')
    const secret = basic?.secret ?? parameter('client_secret')
    if (!client.isPublic && !client.hasSecret(secret))
        return refuse(`invalid client secret for client "${client.name}"`)
    return client
}

function basicCredentials(request: FastifyRequest): { clientId: string; secret: string } | undefined {
    const [scheme, value] = authorizationOf(request)
    if (scheme !== 'basic') return undefined
    const [clientId = '', ...secret] = Buffer.from(value, 'base64').toString('utf8').split(':')
    return { clientId: formDecode(clientId), secret: formDecode(secret.join(':')) }
}

/** Both parts are form-encoded before Basic encoding; text that is not form-encoded is used as is. */
function formDecode(text: string): string {
    try {
        return decodeURIComponent(text.replaceAll('+', ' '))
    } catch {
        return text
    }
}

function toBody({ accessToken, refreshToken: refresh }: TokenAnswer, now: number) {
    return {
        access_token: accessToken.text,
        ...(refresh && { refresh_token: refresh.text }),
        scope: 'useraccount',
        token_type: 'Bearer',
        expires_in: Math.floor((accessToken.expires - now) / 1000),
    }
}

function send(reply: FastifyReply, status: number, body: unknown): FastifyReply {
    return reply
        .code(status)
        .header('Cache-Control', 'no-store')
        .header('Pragma', 'no-cache')
        .type('application/json;charset=UTF-8')
        .send(JSON.stringify(body))
}
