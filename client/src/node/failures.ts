import { ApiRequestError, AuthorizationError, AuthTokenExpiredError } from '../errors'

/** The session is over: a person has to sign in again. */
export function sessionExpired(): AuthTokenExpiredError {
    return new AuthTokenExpiredError('The session at the instance is over; sign in again.', {
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

/** What `fetch` threw: `timeout` where its time limit ended it, else `network`. */
export function fromThrown(error: unknown, what: string): ApiRequestError {
    const isTimeout = (error as Error | undefined)?.name === 'TimeoutError'
    const message = isTimeout ? 'took too long.' : 'did not reach the instance.'
    return new ApiRequestError(`${what} ${message}`, {
        code: isTimeout ? 'timeout' : 'network',
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
