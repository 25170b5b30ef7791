import { INTEGRATION } from '../oauth-routes'
import type { Failure, Pins } from '../protocol'
import { fail } from './fail'
import { sleep, statusOf } from './retry'
import { send, unreachable } from './send'
import { readTokens, type Tokens } from './token-answer'

/** Time limit of a token request, in milliseconds; other windows may be waiting for the lock. */
const TIMEOUT_MS = 30_000

/** Requests and revokes tokens. */
export interface TokenEndpoint {
    /**
     * Requests tokens.
     * @throws Failure with the RFC 6749 §5.2 code; `network` without a response, `http` for a malformed one
     */
    askTokens(form: Record<string, string>): Promise<Tokens>
    /** Revokes both tokens; failures are ignored. */
    revokeTokens(tokens: Tokens): Promise<unknown>
}

/**
 * Uses the app's routes or the instance's own endpoints. Route `auto` changes to the own endpoints when the
 * app's routes are missing or switched off. Without a CORS rule, a missing route looks like a network fault.
 */
export function createTokenEndpoint({ instanceUrl, clientId, tokenRoute }: Pins): TokenEndpoint {
    let isDirect = tokenRoute === 'direct'
    /** Whether the app's route has issued tokens before. */
    let isProven = false

    const post = (path: string, form: Record<string, string>) =>
        Promise.race([
            send(instanceUrl + path, {
                method: 'POST',
                headers: { accept: 'application/json', 'content-type': 'application/x-www-form-urlencoded' },
                body: `${new URLSearchParams({ ...form, client_id: clientId })}`,
                // Caches must not store tokens (RFC 6749 §5.1). A form needs no preflight, so this mode costs
                // nothing.
                cache: 'no-store',
                // A revocation must complete even if the page closes.
                keepalive: true,
            }),
            sleep(TIMEOUT_MS).then(() => unreachable()),
        ])

    const ask = async (path: string, form: Record<string, string>): Promise<Tokens> => {
        const response = await post(path, form)
        const body = Object(await response.json().catch(() => {})) as Record<string, unknown>
        const tokens = response.ok && readTokens(body)
        if (tokens) return tokens
        const { error, error_description } = body
        const { code = error, message, detail = error_description } = Object(error)
        return fail(
            'request',
            // The platform's error for nearly every invalid code or token (observed).
            detail === 'access_denied' ? 'invalid_grant' : typeof code === 'string' ? code : 'http',
            { ...statusOf(response), message, description: detail }
        )
    }

    const revoke = async (token_type_hint: string, token: string | undefined) => {
        if (!token) return
        const form = { token, token_type_hint }
        if (!isDirect && ((await post(`${INTEGRATION}revoke_token`, form)).ok || tokenRoute === 'proxy'))
            return
        await post('/oauth_revoke_token.do', form)
    }

    return {
        async askTokens(form) {
            if (!isDirect) {
                try {
                    const tokens = await ask(`${INTEGRATION}request_tokens`, form)
                    isProven = true
                    return tokens
                } catch (error) {
                    if (tokenRoute !== 'auto' || !isAbsent(error as Failure, isProven)) throw error
                }
            }
            const tokens = await ask('/oauth_token.do', form)
            isDirect = true
            return tokens
        },
        revokeTokens: ({ access, refresh }) =>
            Promise.allSettled([revoke('refresh_token', refresh), revoke('access_token', access)]),
    }
}

/**
 * Whether the app's route is missing or switched off: no response so far, a response that is not the app's,
 * or a 403.
 */
function isAbsent({ code, status }: Failure, isProven: boolean): boolean {
    return status ? status === 403 || (code === 'http' && status > 399 && status < 410) : !isProven
}
