import { ApiRequestError, AuthorizationError, AuthTokenExpiredError } from '../errors'

/** The session is over: a person has to sign in again. */
export function sessionExpired(): AuthTokenExpiredError {
    return new AuthTokenExpiredError('The session is unknown or over; sign in again.', {
        code: 'session_expired',
    })
}

/** A sign-in that came to nothing on this side. */
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
 * What the option `fetch` threw: `timeout` where a time limit ended it, else `network`. The message names the system's
 * code, such as `ECONNREFUSED` or `CERT_HAS_EXPIRED`, where the error or its cause (undici) has one.
 */
export function fromThrown(error: unknown, what: string): ApiRequestError {
    const { name, code, cause } = Object(error) as { name?: unknown; code?: unknown; cause?: unknown }
    if (name === 'TimeoutError')
        return new ApiRequestError(`${what} took too long.`, { code: 'timeout', cause: error })
    const codes = [code, (Object(cause) as { code?: unknown }).code]
    const known = codes.find((one) => typeof one === 'string' && /^[A-Z][A-Z\d_]+$/.test(one))
    const reason = known ? ` (${known as string})` : ''
    return new ApiRequestError(`${what} failed: no complete answer came from the instance${reason}.`, {
        code: 'network',
        cause: error,
    })
}

/** An answer that says nothing about tokens, such as a 503 or a page. */
export function unexpectedAnswer(what: string, status: number): ApiRequestError {
    return new ApiRequestError(`${what} was answered unexpectedly (status ${status}).`, {
        code: 'http',
        status,
    })
}
