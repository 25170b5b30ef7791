import { isToken } from '../token'

/** Tokens as the session stores them. */
export interface Tokens {
    access: string
    /** Absent if the instance issues none to public clients. */
    refresh?: string | undefined
    /** Lifetime of the access token, in seconds from its arrival. */
    life: number
}

/** The platform's default lifespan (ServiceNow documentation, t_CreateEndpointforExternalClients), for responses without one. */
const DEFAULT_LIFE_S = 1800
/** Limits for unusual lifetimes: they prevent a busy loop and an overflow of the timer. */
const MIN_LIFE_S = 5
const MAX_LIFE_S = 86_400

/**
 * Reads a token response (RFC 6749 §5.1). A malformed refresh token is ignored and the previous one stays in
 * use; a malformed lifetime becomes the platform's default.
 * @returns undefined if there is no access token
 */
export function readTokens(body: Record<string, unknown>): Tokens | undefined {
    const { access_token: access, refresh_token: refresh } = body
    if (!isToken(access)) return undefined
    return { access, refresh: isToken(refresh) ? refresh : undefined, life: lifetime(body['expires_in']) }
}

function lifetime(value: unknown): number {
    const seconds = Number(value)
    return seconds > 0 ? Math.min(Math.max(seconds, MIN_LIFE_S), MAX_LIFE_S) : DEFAULT_LIFE_S
}
