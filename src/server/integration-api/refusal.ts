/** What a refusal is, for programs: the codes of RFC 6749 §5.2, and one for trouble that passes. */
export type RefusalCode =
    | 'invalid_request'
    | 'invalid_client'
    | 'invalid_grant'
    | 'unsupported_grant_type'
    | 'temporarily_unavailable'

/** What is known of a refusal besides its code. */
export interface RefusalDetails {
    /** HTTP status of the answer. */
    status: number
    /** For people; the official client shows it. Never holds anything that the caller or the token endpoint sent. */
    message: string
    /** What to do about it. */
    detail: string
    /** Seconds after which another try may succeed. */
    retryAfter?: number
    /** For the administrator's log: a fixed word, never a value that came from outside. */
    reason?: string
}

/**
 * Ends a request with a failure that the caller may read. Thrown, although it is no Error: the platform's engine
 * cannot extend Error (EXPLAIN javascript-compatibility-guide).
 */
export class Refusal {
    readonly status: number
    readonly message: string
    readonly detail: string
    readonly retryAfter: number | undefined
    readonly reason: string

    constructor(
        readonly code: RefusalCode,
        { status, message, detail, retryAfter, reason }: RefusalDetails
    ) {
        this.status = status
        this.message = message
        this.detail = detail
        this.retryAfter = retryAfter
        this.reason = reason ?? code
    }
}

/** The request itself is wrong: 400 `invalid_request` (RFC 6749 §5.2). */
export function invalidRequest(detail: string, status: 400 | 413 = 400): Refusal {
    return new Refusal('invalid_request', {
        status,
        message: 'Invalid request.',
        detail,
    })
}

/** The client may not come in, 401 `invalid_client` (RFC 6749 §5.2): unknown, inactive and confidential ones get the same answer, so that none is told apart. */
export function invalidClient(): Refusal {
    return new Refusal('invalid_client', {
        status: 401,
        message: 'Unknown OAuth client.',
        detail: 'Check the client ID. Its application registry record must be active and a public client.',
    })
}

/** The code or token is no longer good: 400 `invalid_grant` (RFC 6749 §5.2). */
export function invalidGrant(reason: string): Refusal {
    return new Refusal('invalid_grant', {
        status: 400,
        message: 'The sign-in has expired or was revoked.',
        detail: 'Connect again. Administrators find the reason in the system log.',
        reason,
    })
}

/** The token endpoint does not answer as it should, which may pass. */
export function temporarilyUnavailable(
    status: 500 | 502 | 503 | 504,
    reason: string,
    retryAfter?: number
): Refusal {
    return new Refusal('temporarily_unavailable', {
        status,
        message: 'Sign-in is temporarily unavailable on this instance.',
        detail: 'Try again shortly. Administrators find the reason in the system log.',
        reason,
        ...(retryAfter !== undefined && { retryAfter }),
    })
}

/** The caller's address, or the token endpoint, had too many requests: 429 with Retry-After (RFC 6585 §4). */
export function tooManyRequests(retryAfter: number, reason: string): Refusal {
    return new Refusal('temporarily_unavailable', {
        status: 429,
        message: 'Too many requests from this address.',
        detail: `Try again in ${retryAfter} seconds.`,
        retryAfter,
        reason,
    })
}

/** The open routes are switched off: 403, with what to do about it. */
export function switchedOff(): Refusal {
    return new Refusal('temporarily_unavailable', {
        status: 403,
        message: 'OpenFin Integration is disabled on this instance.',
        detail:
            'Clients can call the token endpoint of this instance directly where glide.oauth.cors.allowed.origin ' +
            'lists their origin. Otherwise, an administrator can set x_opfi_openfin.integration.enabled to true.',
        reason: 'switched_off',
    })
}
