import { ApiRequestError, AuthorizationError, AuthTokenExpiredError } from '../errors'

/** The session has ended and the user must sign in again. */
export function sessionExpired(): AuthTokenExpiredError {
    return new AuthTokenExpiredError('The session is unknown or has ended. Sign in again.', {
        code: 'session_expired',
    })
}

/** A sign-in that was rejected before the code exchange. */
export function signInRefused(
    code: 'state_mismatch' | 'malformed_callback',
    message: string
): AuthorizationError {
    return new AuthorizationError(message, { code })
}

/** A sign-in that the instance refused; `description` is its own text, masked. */
export function refusedByInstance(code: string, description: string): AuthorizationError {
    return new AuthorizationError(`The instance refused the sign-in: ${code}.`, { code, description })
}

/**
 * The error for a rejection of the option `fetch`: `timeout` if a time limit ended it, else `network`. The
 * message contains the system's code, such as `ECONNREFUSED` or `CERT_HAS_EXPIRED`, if the error or its cause
 * (undici) has one.
 */
export function fromThrown(error: unknown, what: string): ApiRequestError {
    const { name, code, cause } = Object(error) as { name?: unknown; code?: unknown; cause?: unknown }
    if (name === 'TimeoutError')
        return new ApiRequestError(`${what} timed out.`, { code: 'timeout', cause: error })
    const codes = [code, (Object(cause) as { code?: unknown }).code]
    const known = codes.find((one) => typeof one === 'string' && /^[A-Z][A-Z\d_]+$/.test(one))
    const reason = known ? ` (${known as string})` : ''
    return new ApiRequestError(`${what} failed: the instance sent no complete response${reason}.`, {
        code: 'network',
        cause: error,
    })
}

/** The error for a response that contains no OAuth result, such as a 503 or a web page. */
export function unexpectedAnswer(what: string, status: number): ApiRequestError {
    return new ApiRequestError(`${what} returned an unexpected response (status ${status}).`, {
        code: 'http',
        status,
    })
}
