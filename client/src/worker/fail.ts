import type { Failure, FailureKind } from '../protocol'

/** Throws an error in the form in which it goes to the page, which knows the words for the codes. */
export function fail(kind: FailureKind, code: string, details?: Partial<Failure>): never {
    throw { ...details, kind, code } satisfies Failure
}

/** Refuses a message of the page's. */
export function refuse(message?: string): never {
    return fail('parameter', 'invalid_parameter', message ? { message } : undefined)
}

/** The session is over, and only a new sign-in helps. */
export function expired(): never {
    return fail('expired', 'session_expired')
}

/** There is no connection, or the app ended it. */
export function disconnected(): never {
    return fail('request', 'disconnected')
}
