import { mask } from './mask'

/** What an error carries beside its message. */
export interface ApiErrorDetails {
    /** Stable name of what went wrong, such as `popup_closed`; the package's README lists them all. */
    code?: string
    /** HTTP status, where an answer of the instance is the reason. */
    status?: number
    /** The instance's own words for it: `error_description` of RFC 6749 or `error.detail` of its envelope. */
    description?: string
    /** The error underneath, where there is one. */
    cause?: unknown
}

/**
 * Base of all errors that this package throws.
 *
 * Message and description are plain text, whatever markup an answer put into them: show them as text only. What looks
 * like a token in them is masked.
 */
export class ApiError extends Error {
    override name = 'ApiError'
    /** Stable name of what went wrong. */
    declare readonly code: string
    /** HTTP status, where an answer of the instance is the reason. */
    declare readonly status?: number
    /** The instance's own words for it. */
    declare readonly description?: string
    /** The error underneath, where there is one. */
    declare readonly cause?: unknown

    /**
     * @param message for people; token-looking parts are masked
     * @param details `code` is `http` unless given
     */
    constructor(message = '', { code = 'http', status, description, cause }: ApiErrorDetails = {}) {
        super(mask(message))
        this.code = code
        if (status !== undefined) this.status = status
        if (description !== undefined) this.description = mask(description)
        if (cause !== undefined) this.cause = cause
    }
}

/** A call of the REST API failed: `http`, `network`, `timeout` or `disconnected`. */
export class ApiRequestError extends ApiError {
    override name = 'ApiRequestError'
}

/** The session is over and only a new sign-in helps: `session_expired`. */
export class AuthTokenExpiredError extends ApiError {
    override name = 'AuthTokenExpiredError'

    /** @param message for people; `code` is `session_expired` unless given */
    constructor(message = 'The session has expired: connect again', details: ApiErrorDetails = {}) {
        super(message, { code: 'session_expired', ...details })
    }
}

/**
 * A sign-in failed: `popup_blocked`, `popup_closed`, `state_mismatch`, `malformed_callback`, `timeout`, or the `error`
 * with which the instance refused it (RFC 6749, section 4.1.2.1), such as `access_denied`.
 */
export class AuthorizationError extends ApiError {
    override name = 'AuthorizationError'
}

/** The client could not start: `worker_blocked`, or `popup_blocked` where OpenFin's API fails. */
export class InitializationError extends ApiError {
    override name = 'InitializationError'
}

/** An argument is wrong, and nothing was done: `invalid_parameter` or `callback_url_missing`. */
export class ParameterError extends ApiError {
    override name = 'ParameterError'

    /** @param message for people; `code` is `invalid_parameter` unless given */
    constructor(message = '', details: ApiErrorDetails = {}) {
        super(message, { code: 'invalid_parameter', ...details })
    }
}
