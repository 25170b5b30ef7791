import * as oauth from 'oauth4webapi'
import { refusedByInstance, signInRefused } from './failures'
import { plainText } from './plain-text'

/** What a callback is checked against. */
export interface ExpectedCallback {
    server: oauth.AuthorizationServer
    client: oauth.Client
    state: string
}

/**
 * Checks a callback's parameters (RFC 6749 §4.1.2, RFC 9207 where there is an `iss`).
 *
 * @returns them, as oauth4webapi wants them for the exchange
 * @throws AuthorizationError with the instance's own code, or `malformed_callback`
 */
export function checkCallback(
    callback: URLSearchParams,
    { server, client, state }: ExpectedCallback
): URLSearchParams {
    if (callback.getAll('code').length + callback.getAll('error').length !== 1) {
        throw signInRefused(
            'malformed_callback',
            'The callback must carry either a code or an error, and once.'
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
    throw signInRefused('malformed_callback', 'The callback is not an answer to this sign-in.')
}
