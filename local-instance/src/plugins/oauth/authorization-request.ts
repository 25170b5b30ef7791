import { single } from '../../core/http/form'
import type { Client } from './clients'
import type { OAuthServices } from './oauth-services'
import { isS256Challenge } from './pkce'
import { chooseRedirectUri, resolveRedirectUri, withParameters } from './redirect-uris'

/** A valid authorization request. */
export interface AuthorizationRequest {
    client: Client
    /** Redirect URI of the response; always a registered one. */
    target: string
    /** The requested redirect URI, resolved; the exchange must repeat it. */
    redirectUri: string
    /** Echoed exactly; undefined if there was none. */
    state: string | undefined
    /** S256 challenge; empty if there was none. */
    codeChallenge: string
    /** The path that repeats the request, with the known parameters. */
    path: string
}

/** The parsed parameters: a request, an error page for the user, or an error for the client. */
export type ParsedRequest =
    { request: AuthorizationRequest } | { problem: string } | { target: string; location: string }

/** Known parameters; none may be repeated (RFC 6749 §3.1). */
const KNOWN = [
    'response_type',
    'client_id',
    'redirect_uri',
    'scope',
    'state',
    'code_challenge',
    'code_challenge_method',
]

/**
 * Reads the parameters of `/oauth_auth.do` (DOCS authorization-workflow). If client, redirect URI or state
 * cannot be trusted, the error is shown to the user (the state's text is from DOCS
 * oauth-auth-code-flow-state-parm, the others are assumed); any later error is returned to the client (RFC
 * 6749 §4.1.2.1).
 */
export function parseAuthorizationRequest(
    { host, clients, isOn }: OAuthServices,
    query: ReadonlyMap<string, string[]> | undefined
): ParsedRequest {
    if (!query || KNOWN.some((name) => (query.get(name)?.length ?? 0) > 1)) {
        return { problem: 'Duplicate parameter in request.' }
    }
    const client = isOn('active') ? clients.byClientId(single(query, 'client_id')) : undefined
    if (!client) return { problem: 'Invalid client_id in request.' }
    const asked = single(query, 'redirect_uri')
    const target = chooseRedirectUri(client, asked, {
        instanceUrl: host.url(),
        orFirst: isOn('firstRedirectUrl'),
    })
    if (!target) return { problem: 'Invalid redirect_uri in request.' }
    const state = query.get('state')?.[0]
    if (isOn('stateRequired') && !state?.trim()) {
        return { problem: 'Missing State parameter in request.' }
    }
    // Invalid UTF-8 was replaced while decoding and could not be echoed exactly.
    if (state?.includes('\ufffd')) return { problem: 'Invalid state parameter in request.' }
    const toClient = (error: string, error_description: string) => ({
        target,
        location: withParameters(target, { error, error_description, state }),
    })
    if (single(query, 'response_type') !== 'code') {
        return toClient('unsupported_response_type', 'response_type must be code')
    }
    const codeChallenge = single(query, 'code_challenge')
    const method = single(query, 'code_challenge_method')
    if (codeChallenge === '') {
        if (client.requiresPkce) return toClient('invalid_request', 'code_challenge is required')
    } else if (method !== '' && method !== 'S256') {
        return toClient('invalid_request', 'code_challenge_method must be S256')
    } else if (!isS256Challenge(codeChallenge)) {
        return toClient('invalid_request', 'code_challenge is malformed')
    }
    const redirectUri = asked ? resolveRedirectUri(asked, host.url()) : ''
    return { request: { client, target, redirectUri, state, codeChallenge, path: pathOf(query) } }
}

function pathOf(query: ReadonlyMap<string, string[]>): string {
    const parameters = new URLSearchParams()
    for (const name of KNOWN) for (const value of query.get(name) ?? []) parameters.append(name, value)
    return `/oauth_auth.do?${parameters}`
}
