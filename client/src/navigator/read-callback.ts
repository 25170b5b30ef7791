import { AuthorizationError } from '../errors'
import type { AuthorizeRequest, CallbackParameters } from './navigator'

type Expected = Pick<AuthorizeRequest, 'redirectUri' | 'state'>

/** Names that an answer of the authorization endpoint carries at most once (RFC 6749, section 3.1). */
const NAMES = ['state', 'code', 'error', 'error_description']

const pageOf = (url: string) => url.replace(/[?#].*/, '')

/** Whether an address is the one that the instance was asked to send the code to, whatever its query is. */
export const isCallback = (url: string, { redirectUri }: Expected): boolean =>
    pageOf(url) === pageOf(redirectUri)

/**
 * Whether an address carries the answer to this attempt. The instance sends the code to the first registered address
 * where the asked one is not registered, so an answer may turn up elsewhere (ServiceNow documentation, "Create an
 * endpoint for external clients").
 */
export function isAnswer(url: string, { state }: Expected): boolean {
    const parameters = new URLSearchParams(/\?([^#]*)/.exec(url)?.[1])
    return parameters.get('state') === state && (parameters.has('code') || parameters.has('error'))
}

/** What may have gone wrong where no answer came, since an unregistered address makes the instance use another one. */
export const registrationHint = (redirectUri: string): string =>
    `Is ${redirectUri} a redirect URL of the instance's registration?`

/**
 * Checks the address that the sign-in window came back to.
 *
 * @throws AuthorizationError `state_mismatch`; `malformed_callback`, also for an answer that went to another address;
 * or the instance's `error`, with its text as `description`
 */
export function readCallback(url: string, expected: Expected): CallbackParameters {
    const parameters = new URLSearchParams(/\?([^#]*)/.exec(url)?.[1])
    const malformed = (message: string) => new AuthorizationError(message, { code: 'malformed_callback' })
    if (NAMES.some((name) => parameters.getAll(name).length > 1))
        throw malformed('The callback repeats a parameter')
    if (parameters.get('state') !== expected.state) {
        throw new AuthorizationError('The callback is not the answer to this sign-in', {
            code: 'state_mismatch',
        })
    }
    const code = parameters.get('code')
    const error = parameters.get('error')
    if (parameters.has('code') && parameters.has('error'))
        throw malformed('The callback has both a code and an error')
    if (error) {
        const description = parameters.get('error_description') ?? ''
        throw new AuthorizationError(description || `The instance refused the sign-in: ${error}`, {
            code: error,
            description,
        })
    }
    if (!isCallback(url, expected)) {
        throw malformed(`The instance answered at ${pageOf(url)}. ${registrationHint(expected.redirectUri)}`)
    }
    if (!code) throw malformed('The callback has no code')
    return { code }
}
