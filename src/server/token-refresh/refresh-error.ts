/** A call of OAuthTokenRefresher that cannot mean anything, or a rule that cannot be followed. */
export interface RefreshError extends Error {
    /** `invalid_record`: no stored record was handed over; `invalid_profile`: neither a field nor a profile. */
    code: 'invalid_record' | 'invalid_profile'
}

/** Makes the error to throw; the engine does not know subclasses of Error. */
export function refreshError(code: RefreshError['code'], message: string): RefreshError {
    const error = new Error(message) as RefreshError
    error.code = code
    return error
}
