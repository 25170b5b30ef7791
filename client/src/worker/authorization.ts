import type { BeginMessage, Pins } from '../protocol'
import { env } from './env'

/** What the worker stores of a sign-in in progress. */
export interface Attempt {
    /** Binds the callback to this attempt, and so to this worker's instance (RFC 9700 §4.4.2). */
    state: string
    /** Sent only to the token endpoint (RFC 7636 §4.1). */
    verifier: string
}

/** Creates state, verifier and the complete URL of `/oauth_auth.do` (ServiceNow documentation, authorization-workflow). */
export async function beginAuthorization(
    { instanceUrl, clientId, redirectUri }: Pins,
    { scope, params }: BeginMessage
): Promise<Attempt & { url: string }> {
    const state = env.crypto.randomUUID()
    // 72 characters of RFC 7636's character set with 244 random bits.
    const verifier = env.crypto.randomUUID() + env.crypto.randomUUID()
    const digest = await env.crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier))
    const query = new URLSearchParams({
        ...params,
        ...(scope[0] && { scope: scope.join(' ') }),
        response_type: 'code',
        client_id: clientId,
        redirect_uri: redirectUri,
        state,
        code_challenge: base64Url(digest),
        code_challenge_method: 'S256',
    })
    return { state, verifier, url: `${instanceUrl}/oauth_auth.do?${query}` }
}

/** RFC 7636, appendix A. */
function base64Url(bytes: ArrayBuffer): string {
    return btoa(String.fromCharCode(...new Uint8Array(bytes)))
        .replaceAll('+', '-')
        .replaceAll('/', '_')
        .replace('=', '')
}
