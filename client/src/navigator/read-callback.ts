import { AuthorizationError } from '../errors'
import type { AuthorizeRequest, CallbackParameters } from './navigator'

type Expected = Pick<AuthorizeRequest, 'redirectUri' | 'state'>

/** Names that an answer of the authorization endpoint carries at most once (RFC 6749, section 3.1). */
const NAMES = ['state', 'code', 'error', 'error_description']

const parametersOf = (url: string) => new URLSearchParams(/\?([^#]*)/.exec(url)?.[1])

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
    const parameters = parametersOf(url)
    return parameters.get('state') === state && (parameters.has('code') || parameters.has('error'))
}

/** What may have gone wrong where no answer came, since an unregistered address makes the instance use another one. */
export const registrationHint = (redirectUri: string): string =>
    `Is ${redirectUri} registered as a redirect URL?`

/**
 * Checks the address that the sign-in window came back to.
 *
 * @throws AuthorizationError `state_mismatch`; `malformed_callback`, also for an answer that went to another address;
 * or the instance's `error`, with its text as `description`
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
