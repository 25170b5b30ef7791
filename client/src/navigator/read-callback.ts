import { AuthorizationError } from '../errors'
import type { AuthorizeRequest, CallbackParameters } from './navigator'

type Expected = Pick<AuthorizeRequest, 'redirectUri' | 'state'>

/** Parameters that an authorization response contains at most once (RFC 6749, section 3.1). */
const NAMES = ['state', 'code', 'error', 'error_description']

const parametersOf = (url: string) => new URLSearchParams(/\?([^#]*)/.exec(url)?.[1])

const pageOf = (url: string) => url.replace(/[?#].*/, '')

/** Whether a URL is the redirect URL, with any query. */
export const isCallback = (url: string, { redirectUri }: Expected): boolean =>
    pageOf(url) === pageOf(redirectUri)

/**
 * Whether a URL contains the response to this attempt. If the requested redirect URL is not registered, the
 * instance redirects to the first registered one, so the response may arrive at another URL (ServiceNow
 * documentation, "Create an endpoint for external clients").
 */
export function isAnswer(url: string, { state }: Expected): boolean {
    const parameters = parametersOf(url)
    return parameters.get('state') === state && (parameters.has('code') || parameters.has('error'))
}

/** Hint for a missing response: the instance redirects elsewhere if the redirect URL is not registered. */
export const registrationHint = (redirectUri: string): string =>
    `Is ${redirectUri} registered as a redirect URL?`

/**
 * Validates the URL to which the sign-in window was redirected.
 *
 * @throws AuthorizationError `state_mismatch`; `malformed_callback`, also for a response at another URL; or
 * the instance's `error`, with its text as `description`
 */
export function readCallback(url: string, expected: Expected): CallbackParameters {
    const parameters = parametersOf(url)
    const code = parameters.get('code')
    const error = parameters.get('error')
    const refuse = (code: string, message: string, description?: string): never => {
        throw new AuthorizationError(message, { code, description })
    }
    const malformed = (message = 'The callback must have one code or one error') =>
        refuse('malformed_callback', message)
    if (NAMES.some((name) => parameters.getAll(name).length > 1)) malformed()
    if (parameters.get('state') !== expected.state) refuse('state_mismatch', 'The state does not match')
    if (parameters.has('code') && parameters.has('error')) malformed()
    if (error) {
        const description = parameters.get('error_description') ?? ''
        refuse(error, description || `The instance refused: ${error}`, description)
    }
    if (!isCallback(url, expected))
        malformed(`The instance answered at ${pageOf(url)}. ${registrationHint(expected.redirectUri)}`)
    return { code: code || malformed() }
}
