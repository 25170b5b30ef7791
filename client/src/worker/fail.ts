import type { Failure, FailureKind } from '../protocol'

/**
 * Throws an error in the form in which it is sent to the page, which adds the default message of the code.
 */
export function fail(kind: FailureKind, code: string, details?: Partial<Failure>): never {
    throw { ...details, kind, code } satisfies Failure
}

/** Rejects a message of the page. */
export function refuse(message?: string): never {
    return fail('parameter', 'invalid_parameter', message ? { message } : undefined)
}

/** Fails because the session has ended and the user must sign in again. */
export function expired(): never {
    return fail('expired', 'session_expired')
}

/** Fails because there is no connection, or the app has ended it. */
export function disconnected(): never {
    return fail('request', 'disconnected')
}
