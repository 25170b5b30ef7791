import { isToken } from '../token'

/** Tokens as the session keeps them. */
export interface Tokens {
    access: string
    /** Absent where the instance gives none to public clients. */
    refresh?: string | undefined
    /** Until when the access token is taken to be good, in seconds from its arrival. */
    life: number
}

/** The platform's default lifespan (DOCS t_CreateEndpointforExternalClients), for answers that give none. */
const DEFAULT_LIFE_S = 1800
/** Bounds that keep a strange lifetime from a busy loop, and from a timer's largest value. */
const MIN_LIFE_S = 5
const MAX_LIFE_S = 86_400

/**
 * Reads a token answer (RFC 6749 §5.1). A refresh token that is none is left out, and the one before it stays in use; a
 * lifetime that is none is the platform's default.
 * @returns undefined where there is no access token
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
