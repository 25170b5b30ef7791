/** Body of a refused token request, in the platform's order of members. */
export interface RefusalBody {
    error_description: string
    error: string
}

/**
 * A token request that is refused. The platform answers nearly every refusal alike, 401 `server_error`, and tells the
 * reason in its log only (platform-facts §5.2). A reason never holds a token, code, verifier or secret.
 */
export class TokenRefusal extends Error {
    constructor(
        readonly code: 'access_denied' | 'code_challenge_mismatch',
        /** For the log. */
        reason: string,
        readonly body: RefusalBody = { error_description: 'access_denied', error: 'server_error' },
        /** What is done all the same, after the request's own writes were taken back. */
        readonly afterwards?: () => void
    ) {
        super(reason)
        this.name = 'TokenRefusal'
    }
}

/** The usual refusal, and what follows from it. */
export function refuse(reason: string, afterwards?: () => void): never {
    throw new TokenRefusal('access_denied', reason, undefined, afterwards)
}

/** The one refusal that says why: the verifier's challenge is not that of the authorization request. */
export function refuseChallenge(expected: string, actual: string): never {
    throw new TokenRefusal('code_challenge_mismatch', 'code_verifier does not match the code challenge', {
        error_description: `can't verify code challenge, expected:${expected}, actual:${actual}`,
        error: 'invalid_request',
    })
}
