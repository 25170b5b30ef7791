import { mask, maskMember } from './mask'

/** Details of an error beside its message. */
export interface ApiErrorDetails {
    /** Stable error code, such as `popup_closed`; the package's README lists all codes. */
    code?: string | undefined
    /** HTTP status, if a response of the instance caused the error. */
    status?: number | undefined
    /** Description from the instance: `error_description` of RFC 6749 or `error.detail` of its envelope. */
    description?: string | undefined
    /** JSON body of the response, with secrets masked. */
    data?: unknown
    /** The underlying error, if any. */
    cause?: unknown
}

/**
 * Base class of all errors of this package. `instanceof` works across the package's entries and copies.
 *
 * Message and description are plain text and may contain markup from a response: display them as text only.
 * Anything that looks like a token is masked.
 */
export class ApiError extends Error {
    /** Stable error code. */
    declare readonly code: string
    /** HTTP status, if a response of the instance caused the error; undefined otherwise. */
    declare status: number
    /** Description from the instance. */
    declare readonly description?: string
    /** JSON body of the response, such as `ServiceNowRestApiErrorResponse`, with secrets masked. */
    // eslint-disable-next-line @typescript-eslint/no-explicit-any -- any JSON
    declare data?: any
    /** The underlying error, if any. */
    declare readonly cause?: unknown

    /**
     * @param message human-readable, with anything that looks like a token masked; defaults to the message of
     * the cause, then to that of the class
     * @param details `ApiErrorDetails`, or the cause
     */
    constructor(message?: string | null, details?: unknown) {
        const given = (details instanceof Error ? { cause: details } : Object(details)) as ApiErrorDetails
        const text = message ?? (given.cause as Error | undefined)?.message
        super(text && mask(text))
        const members = { name: this.constructor.name, code: this.code, ...given }
        for (const [key, value] of Object.entries(members))
            if (value !== undefined) this[key as 'data'] = maskMember(key, value)
    }
}

/** A REST API call failed: `http`, `network`, `timeout` or `disconnected`. */
export class ApiRequestError extends ApiError {
    /**
     * @param message human-readable; see `ApiError`
     * @param status HTTP status, or `ApiErrorDetails`
     * @param data JSON body of the response, or the cause
     */
    constructor(message?: string | null, status?: number | ApiErrorDetails | null, data?: unknown) {
        super(
            message,
            Object(status) === status ? status : { status, [data instanceof Error ? 'cause' : 'data']: data }
        )
    }
}

/** The session has ended and the user must sign in again: `session_expired`. */
export class AuthTokenExpiredError extends ApiError {}

/**
 * The sign-in failed: `popup_blocked`, `popup_closed`, `state_mismatch`, `malformed_callback`, `timeout`, or
 * the `error` of the instance (RFC 6749, section 4.1.2.1), such as `access_denied`.
 */
export class AuthorizationError extends ApiError {}

/** The client could not start: `worker_blocked`, or `popup_blocked` if OpenFin's API fails. */
export class InitializationError extends ApiError {}

/** An argument is invalid and nothing was sent: `invalid_parameter` or `callback_url_missing`. */
export class ParameterError extends ApiError {}

/**
 * Sets a class's name, which minifiers would shorten, and its default message. A registered symbol on the
 * prototype makes `instanceof` work for errors of other copies: an app may load this package both as a module
 * and as CommonJS, and each entry has its own copy.
 */
function define(Class: typeof ApiError, name: string, message = 'The operation failed', code = 'http'): void {
    const brand = Symbol.for(`openfin-servicenow-client.${name}`)
    Object.assign(Class.prototype, { name, code, message, [brand]: true })
    Object.defineProperties(Class, {
        name: { value: name },
        [Symbol.hasInstance]: {
            value(this: typeof ApiError, error: object) {
                // An app's subclass inherits this method.
                // eslint-disable-next-line no-prototype-builtins -- error classes do not override it
                return this === Class ? brand in Object(error) : this.prototype.isPrototypeOf(error)
            },
        },
    })
}

define(ApiError, 'ApiError')
define(ApiRequestError, 'ApiRequestError')
define(
    AuthTokenExpiredError,
    'AuthTokenExpiredError',
    'The session has expired: connect again',
    'session_expired'
)
define(AuthorizationError, 'AuthorizationError')
define(InitializationError, 'InitializationError')
define(ParameterError, 'ParameterError', 'Invalid parameter', 'invalid_parameter')
