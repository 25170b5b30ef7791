import { mask, maskMember } from './mask'

/** What an error carries beside its message. */
export interface ApiErrorDetails {
    /** Stable name of what went wrong, such as `popup_closed`; the package's README lists them all. */
    code?: string | undefined
    /** HTTP status, where an answer of the instance is the reason. */
    status?: number | undefined
    /** The instance's own words for it: `error_description` of RFC 6749 or `error.detail` of its envelope. */
    description?: string | undefined
    /** JSON that the instance answered, in which secrets are masked already. */
    data?: unknown
    /** The error underneath, where there is one. */
    cause?: unknown
}

/**
 * Base of all errors that this package throws. `instanceof` holds across the package's entries and copies.
 *
 * Message and description are plain text, whatever markup an answer put into them: show them as text only. What looks
 * like a token in them is masked.
 */
export class ApiError extends Error {
    /** Stable name of what went wrong. */
    declare readonly code: string
    /** HTTP status, where an answer of the instance is the reason; undefined otherwise. */
    declare status: number
    /** The instance's own words for it. */
    declare readonly description?: string
    /** JSON that the instance answered, such as `ServiceNowRestApiErrorResponse`, with secrets masked. */
    // eslint-disable-next-line @typescript-eslint/no-explicit-any -- whatever an API answers
    declare data?: any
    /** The error underneath, where there is one. */
    declare readonly cause?: unknown

    /**
     * @param message for people, with token-looking parts masked; that of the error underneath, or what the class says
     * in general, unless given
     * @param details `ApiErrorDetails`, or the error underneath
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

/** A call of the REST API failed: `http`, `network`, `timeout` or `disconnected`. */
export class ApiRequestError extends ApiError {
    /**
     * @param message for people; see `ApiError`
     * @param status HTTP status, or `ApiErrorDetails`
     * @param data JSON that the instance answered, or the error underneath
     */
    constructor(message?: string | null, status?: number | ApiErrorDetails | null, data?: unknown) {
        super(
            message,
            Object(status) === status ? status : { status, [data instanceof Error ? 'cause' : 'data']: data }
        )
    }
}

/** The session is over and only a new sign-in helps: `session_expired`. */
export class AuthTokenExpiredError extends ApiError {}

/**
 * A sign-in failed: `popup_blocked`, `popup_closed`, `state_mismatch`, `malformed_callback`, `timeout`, or the `error`
 * with which the instance refused it (RFC 6749, section 4.1.2.1), such as `access_denied`.
 */
export class AuthorizationError extends ApiError {}

/** The client could not start: `worker_blocked`, or `popup_blocked` where OpenFin's API fails. */
export class InitializationError extends ApiError {}

/** An argument is wrong, and nothing was done: `invalid_parameter` or `callback_url_missing`. */
export class ParameterError extends ApiError {}

/**
 * Gives a class its name, which minifiers would shorten, and what its errors say in general. A registered symbol on its
 * prototype lets `instanceof` know the errors of other copies: an app may load this package as a module and as
 * CommonJS, and each entry has a copy of its own.
 */
function define(Class: typeof ApiError, name: string, message = 'The operation failed', code = 'http'): void {
    const brand = Symbol.for(`openfin-servicenow-client.${name}`)
    Object.assign(Class.prototype, { name, code, message, [brand]: true })
    Object.defineProperties(Class, {
        name: { value: name },
        [Symbol.hasInstance]: {
            value(this: typeof ApiError, error: object) {
                // An app's own class that extends this one inherits this method.
                // eslint-disable-next-line no-prototype-builtins -- nobody overrides it in a class of errors
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
