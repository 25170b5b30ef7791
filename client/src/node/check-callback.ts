import * as oauth from 'oauth4webapi'
import { refusedByInstance, signInRefused } from './failures'
import { plainText } from './plain-text'

/** Expected values of a callback. */
export interface ExpectedCallback {
    server: oauth.AuthorizationServer
    client: oauth.Client
    state: string
}

/**
 * Validates the parameters of a callback (RFC 6749 §4.1.2, and RFC 9207 if there is an `iss`).
 *
 * @returns the parameters as oauth4webapi expects them for the code exchange
 * @throws AuthorizationError with the instance's own code, or `malformed_callback`
 */
export function checkCallback(
    callback: URLSearchParams,
    { server, client, state }: ExpectedCallback
): URLSearchParams {
    if (callback.getAll('code').length + callback.getAll('error').length !== 1) {
        throw signInRefused(
            'malformed_callback',
            'The callback must contain exactly one code or exactly one error.'
        )
    }
    try {
        const checked = oauth.validateAuthResponse(server, client, callback, state)
        if (callback.get('code')) return checked
    } catch (error) {
        if (error instanceof oauth.AuthorizationResponseError && /^[a-z_]{1,40}$/.test(error.error)) {
            throw refusedByInstance(error.error, plainText(error.error_description ?? ''))
        }
    }
    throw signInRefused('malformed_callback', 'The callback does not belong to this sign-in.')
}
