/** An invalid call of OAuthTokenRefresher. */
export interface RefreshError extends Error {
    /** `invalid_record`: not a stored record; `invalid_profile`: neither a profile field nor the sys_id of a profile. */
    code: 'invalid_record' | 'invalid_profile'
}

/** Creates the error to throw; the platform's engine does not support subclasses of Error. */
export function refreshError(code: RefreshError['code'], message: string): RefreshError {
    const error = new Error(message) as RefreshError
    error.code = code
    return error
}
