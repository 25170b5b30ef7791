/** Error codes of RFC 6749 §5.2, and `temporarily_unavailable` (§4.1.2.1) for temporary failures. */
export type RefusalCode =
    | 'invalid_request'
    | 'invalid_client'
    | 'invalid_grant'
    | 'unsupported_grant_type'
    | 'temporarily_unavailable'

/** Details of a refusal besides its code. */
export interface RefusalDetails {
    /** HTTP status of the response. */
    status: number
    /** Shown to users by the official client. Never contains anything that the caller or the token endpoint sent. */
    message: string
    /** What to do about it. */
    detail: string
    /** Seconds after which to retry. */
    retryAfter?: number
    /** For the log: a fixed identifier, never external input. */
    reason?: string
}

/**
 * Ends a request with a failure that is returned to the caller. Thrown although it is not an Error: the platform's
 * engine cannot extend Error (EXPLAIN javascript-compatibility-guide).
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

/** The request is malformed: 400 `invalid_request` (RFC 6749 §5.2), 413 if it is too large. */
export function invalidRequest(detail: string, status: 400 | 413 = 400): Refusal {
    return new Refusal('invalid_request', {
        status,
        message: 'Invalid request.',
        detail,
    })
}

/**
 * The client is not accepted: 401 `invalid_client` (RFC 6749 §5.2). Unknown, inactive and confidential clients get the
 * same response, so that they cannot be distinguished.
 */
export function invalidClient(): Refusal {
    return new Refusal('invalid_client', {
        status: 401,
        message: 'Unknown OAuth client.',
        detail: 'Check the client ID. Its application registry record must be active and a public client.',
    })
}

/** The code or token is invalid or expired: 400 `invalid_grant` (RFC 6749 §5.2). */
export function invalidGrant(reason: string): Refusal {
    return new Refusal('invalid_grant', {
        status: 400,
        message: 'The sign-in has expired or was revoked.',
        detail: 'Connect again. Administrators find the reason in the system log.',
        reason,
    })
}

/** A temporary failure, mostly of the token endpoint. */
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

/** Too many requests from the caller's address, or to the token endpoint: 429 with Retry-After (RFC 6585 §4). */
export function tooManyRequests(retryAfter: number, reason: string): Refusal {
    return new Refusal('temporarily_unavailable', {
        status: 429,
        message: 'Too many requests from this address.',
        detail: `Try again in ${retryAfter} seconds.`,
        retryAfter,
        reason,
    })
}

/** The open routes are disabled: 403, with instructions. */
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
