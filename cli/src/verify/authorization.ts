import { setTimeout } from 'node:timers/promises'
import * as oauth from 'oauth4webapi'
import { OPENFIN_CLIENT_ID } from '../../../setup/packaged'
import { SetupError } from '../../../setup/setup-error'
import { Failure } from '../failure'
import type { Context } from './context'
import type { Redirected } from './loopback'
import { CheckFailed } from './results'

/** Parameters of an authorization request, and what the exchange needs besides. */
export interface AuthorizationFields {
    fields: Record<string, string>
    verifier: string
    state: string
}

/** A new authorization request as the official client sends it (RFC 6749 §4.1.1, RFC 7636 §4.3). */
export async function fieldsOf(
    { loopback, secrets }: Pick<Context, 'loopback' | 'secrets'>,
    state: string = oauth.generateRandomState()
): Promise<AuthorizationFields> {
    const verifier = secrets.add(oauth.generateRandomCodeVerifier())
    const fields = {
        client_id: OPENFIN_CLIENT_ID,
        redirect_uri: loopback.redirectUri,
        response_type: 'code',
        state,
        code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
        scope: '',
    }
    return { fields, verifier, state }
}

/** What a person's consent brought. */
export interface Consent extends Redirected {
    /** The authorization code; empty if the answer is an error. */
    code: string
    verifier: string
    /** The error of RFC 6749 §4.1.2.1; empty without one. */
    error: string
}

/**
 * Sends the person through an authorization request, by `show`, and waits for the redirect.
 *
 * @throws Failure `sign_in_timeout`
 */
export async function authorize(
    context: Context,
    show: (url: string) => void | Promise<void>,
    state?: string
): Promise<Consent> {
    const { loopback, secrets, instanceUrl } = context
    const request = await fieldsOf(context, state)
    const answered = loopback.answer(request.state)
    const query = new URLSearchParams(request.fields).toString()
    // The browser may wait for an answer of this process, so nothing waits for the browser.
    const shown = Promise.resolve(show(`${instanceUrl}/oauth_auth.do?${query}`))
    const redirected = await inTime(context, Promise.race([answered, shown.then(() => answered)]))
    const { parameters } = redirected
    const code = parameters.get('code') ?? ''
    if (code !== '') secrets.add(code)
    const error = parameters.get('error') ?? ''
    return {
        ...redirected,
        ...{ code, verifier: request.verifier },
        error: /^[a-z_]{1,40}$/.test(error) ? error : error && 'another error',
    }
}

/** @throws CheckFailed if a consent brought no code */
export function codeOf({ code, error }: Consent): string {
    if (code === '') throw new CheckFailed(`The instance returned ${error || 'no code'} instead of a code.`)
    return code
}

/** @throws Failure, SetupError `interrupted` */
async function inTime<T>({ signal, patienceMs }: Context, answer: Promise<T>): Promise<T> {
    const over = new AbortController()
    const options = { signal: AbortSignal.any([signal, over.signal]), ref: true }
    const late = setTimeout(patienceMs, undefined, options).then(
        () => {
            throw new Failure('sign_in_timeout', 'Nobody signed in in time.')
        },
        () => {
            throw new SetupError('interrupted', 'Interrupted.')
        }
    )
    try {
        return await Promise.race([answer, late])
    } finally {
        over.abort()
        late.catch(() => undefined)
    }
}
