/** Body of a refused token request, in the platform's order of members. */
export interface RefusalBody {
    error_description: string
    error: string
}

/**
 * A rejected token request. The platform returns the same 401 `server_error` for nearly all of them and only
 * logs the reason (observed). A reason never contains a token, code, verifier or secret.
 */
export class TokenRefusal extends Error {
    constructor(
        readonly code: 'access_denied' | 'code_challenge_mismatch',
        /** Reason for the log. */
        reason: string,
        readonly body: RefusalBody = { error_description: 'access_denied', error: 'server_error' },
        /** Runs after the request's own writes have been rolled back. */
        readonly afterwards?: () => void
    ) {
        super(reason)
        this.name = 'TokenRefusal'
    }
}

/** The usual refusal, with an optional follow-up action. */
export function refuse(reason: string, afterwards?: () => void): never {
    throw new TokenRefusal('access_denied', reason, undefined, afterwards)
}

/** The only refusal with a specific error: the verifier does not match the code challenge. */
export function refuseChallenge(expected: string, actual: string): never {
    throw new TokenRefusal('code_challenge_mismatch', 'code_verifier does not match the code challenge', {
        error_description: `can't verify code challenge, expected:${expected}, actual:${actual}`,
        error: 'invalid_request',
    })
}
