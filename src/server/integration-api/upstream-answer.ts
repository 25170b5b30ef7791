import {
    invalidClient,
    invalidGrant,
    invalidRequest,
    temporarilyUnavailable,
    tooManyRequests,
} from './refusal'

/** Response of the instance's own endpoint. */
export interface UpstreamAnswer {
    /** HTTP status; 0 without a response. */
    status: number
    body: string
    /** Seconds to wait by its Retry-After; null without one. */
    retryAfter: number | null
    /** Whether the attempt timed out. */
    timedOut: boolean
}

/** Response body of `request_tokens` (RFC 6749 §5.1). */
export interface TokenAnswer {
    access_token: string
    refresh_token?: string
    /** Seconds; missing if the endpoint returned none. */
    expires_in?: number
    scope: string
    token_type: string
}

/** Maximum length of a response that is parsed, in characters. */
const MAX_ANSWER = 65_536
/** Seconds to wait if the endpoint does not say how long. */
const DEFAULT_WAIT_S = 5
/** Statuses that may mean an unknown token. After others, such as 403 of a network rule, nothing was revoked. */
const UNKNOWN_TOKEN = [400, 401, 404]

/**
 * Whether to retry a refresh or revocation: the endpoint failed or did not respond, and the first attempt uses nothing
 * up.
 */
export function mayRepeat({ status }: UpstreamAnswer): boolean {
    return status === 0 || status >= 500
}

/**
 * Whether to retry the exchange of a code: only if the endpoint did not process the request. After a timeout the code may
 * be used up, and a second use may revoke the tokens of the first (RFC 6749 §4.1.2).
 */
export function mayRepeatCode({ status }: UpstreamAnswer): boolean {
    return status === 503
}

/**
 * Parses the response of the token endpoint.
 *
 * @throws Refusal for any response without a token; the endpoint's own text is not passed on
 */
export function readTokenAnswer(answer: UpstreamAnswer): TokenAnswer {
    const body = readJson(answer)
    if (answer.status === 200) {
        if (!body) throw temporarilyUnavailable(502, 'unreadable_token_answer')
        return pickTokens(body)
    }
    throw refusalOf(answer, body)
}

/**
 * Interprets the response of the revocation endpoint. A refusal means that the token is unknown, which is a success
 * (RFC 7009 §2.2).
 *
 * @throws Refusal if the endpoint failed
 */
export function readRevocationAnswer({ status, retryAfter, timedOut }: UpstreamAnswer): void {
    if (status >= 200 && status < 300) return
    if (status === 429) throw tooManyRequests(retryAfter ?? DEFAULT_WAIT_S, 'token_endpoint_limits')
    if (UNKNOWN_TOKEN.includes(status)) return
    throw outOfOrder(status, timedOut, retryAfter)
}

function refusalOf({ status, retryAfter, timedOut }: UpstreamAnswer, body: Record<string, unknown> | null) {
    if (status === 429) return tooManyRequests(retryAfter ?? DEFAULT_WAIT_S, 'token_endpoint_limits')
    if ((status !== 400 && status !== 401) || !body) return outOfOrder(status, timedOut, retryAfter)
    const { error, error_description } = body
    const description = typeof error_description === 'string' ? error_description : ''
    if (description.includes('verify code challenge')) return invalidGrant('pkce_mismatch')
    // The platform returns this for nearly every invalid code or token (observed).
    if (error === 'server_error' && description === 'access_denied') return invalidGrant('access_denied')
    if (error === 'invalid_grant') return invalidGrant('invalid_grant')
    if (error === 'invalid_client' || error === 'unauthorized_client') return invalidClient()
    if (error === 'invalid_request') {
        return invalidRequest('The token endpoint rejected this combination of parameters.')
    }
    return temporarilyUnavailable(502, 'unknown_token_refusal')
}

function outOfOrder(status: number, timedOut: boolean, retryAfter: number | null) {
    if (status === 503) return temporarilyUnavailable(503, 'token_endpoint_503', retryAfter ?? DEFAULT_WAIT_S)
    if (status === 504 || (status === 0 && timedOut)) {
        return temporarilyUnavailable(504, 'token_endpoint_timeout')
    }
    return temporarilyUnavailable(
        502,
        status === 0 ? 'token_endpoint_unreachable' : `token_endpoint_${status}`
    )
}

function pickTokens(body: Record<string, unknown>): TokenAnswer {
    const { access_token: access, refresh_token: refresh, scope, token_type: type } = body
    if (typeof access !== 'string' || access === '') throw temporarilyUnavailable(502, 'no_access_token')
    const expiresIn = lifetime(body['expires_in'])
    return {
        access_token: access,
        ...(typeof refresh === 'string' && refresh !== '' && { refresh_token: refresh }),
        ...(expiresIn !== null && { expires_in: expiresIn }),
        scope: typeof scope === 'string' ? scope : '',
        token_type: typeof type === 'string' ? type : 'Bearer',
    }
}

/** Seconds, as number or text; null for any other value, which a client must not use as a lifetime. */
function lifetime(value: unknown): number | null {
    if (typeof value === 'string') return /^\d{1,15}$/.test(value) ? Number(value) : null
    return typeof value === 'number' && Number.isFinite(value) && value >= 0 ? value : null
}

function readJson({ body }: UpstreamAnswer): Record<string, unknown> | null {
    if (body.length > MAX_ANSWER) return null
    try {
        const value: unknown = JSON.parse(body)
        return typeof value === 'object' && value !== null && !Array.isArray(value)
            ? (value as Record<string, unknown>)
            : null
    } catch {
        return null
    }
}
