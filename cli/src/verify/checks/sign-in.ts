import { OPENFIN_CLIENT_ID } from '../../../../setup/packaged'
import { authorize, codeOf, type Consent } from '../authorization'
import type { Context, Grant } from '../context'
import { Failure } from '../../failure'
import { CheckFailed, CheckSkipped, hold } from '../results'
import { outcomeOf, USER_INFO, type Answer } from '../wire'
import { observeFormat } from './token-format'

/** A verifier that is well-formed and belongs to no request. */
const OTHER_VERIFIER = 'openfin-servicenow-verify-has-no-such-code-verifier'

/** Time that a person has for a second consent, in ms. */
const AGAIN_MS = 60_000

/** The token route answers an exchange of a code that does not exist as it should: the way to the token endpoint works. */
export async function checkTokenRoute(context: Context): Promise<void> {
    const { results, route } = context
    await results.run('token_route', async () => {
        const answer = await exchange(context, {
            ...{ code: 'openfin-servicenow-verify-has-no-code', verifier: OTHER_VERIFIER },
        })
        hold(isRefused(context, answer), `${route.tokens} answers ${outcomeOf(answer)} to an unknown code.`)
        return `${route.tokens} refuses an unknown code (${outcomeOf(answer)}).`
    })
}

/**
 * The person's sign-in, and what becomes of the code: another verifier is refused, the right one is not, and no code
 * works twice. All with one code, unless the instance takes it away from whom it refused.
 *
 * @returns null if there are no tokens
 */
export async function checkSignIn(context: Context): Promise<Grant | null> {
    const { results } = context
    const consent = await signIn(context)
    if (!consent) return null
    try {
        const refused = await results.run('wrong_verifier', async () => {
            const answer = await exchange(context, { code: consent.code, verifier: OTHER_VERIFIER })
            if (answer.json?.['access_token'] !== undefined) keepTokens(context, answer)
            hold(isRefused(context, answer), `Another verifier is answered ${outcomeOf(answer)}.`)
            return `Another verifier is refused (${outcomeOf(answer)}).`
        })
        const { used, answer } = await exchangeOnce(context, consent, refused)
        const grant = await checkExchange(context, answer)
        if (grant) await checkSecondUse(context, used, grant)
        return grant
    } finally {
        consent.goOn()
    }
}

/** The exchange; with another code where the instance no longer takes the one that came with a wrong verifier. */
async function exchangeOnce(
    context: Context,
    consent: Consent,
    wasRefused: boolean
): Promise<{ used: Consent; answer: Answer }> {
    const { findings } = context
    const answer = await exchange(context, consent)
    if (!wasRefused || !isRefused(context, answer)) {
        if (wasRefused && answer.status === 200) {
            findings.note('F-OAUTH-7', 'confirmed', 'The code worked after a wrong verifier was refused.')
        }
        return { used: consent, answer }
    }
    context.note('The code does not work any more. Allow the access once more.')
    const again = await authorize({ ...context, patienceMs: AGAIN_MS }, (url) => consent.goOn(url)).catch(
        (error: unknown) => {
            if (error instanceof Failure && error.code === 'sign_in_timeout') return null
            throw error
        }
    )
    if (!again) return { used: consent, answer }
    again.goOn()
    const second = await exchange(context, again)
    if (second.status === 200) findings.note('F-OAUTH-7', 'refuted', 'A wrong verifier used the code up.')
    return { used: again, answer: second }
}

async function signIn(context: Context): Promise<Consent | null> {
    let consent: Consent | null = null
    await context.results.run('sign_in', async () => {
        consent = await authorize(context, (url) => context.open(url))
        if (consent.error === 'access_denied') {
            consent.goOn()
            throw new Failure(
                'access_denied',
                'The access was denied in the browser, so there is nothing to verify.'
            )
        }
        if (consent.code === '') consent.goOn()
        codeOf(consent)
        return 'The person signed in, and the instance returned a code to the redirect URL.'
    })
    const got = consent as Consent | null
    return got?.code ? got : null
}

async function checkExchange(context: Context, answer: Answer): Promise<Grant | null> {
    let grant: Grant | null = null
    await context.results.run('exchange', async () => {
        hold(answer.status === 200, `The exchange of the code is answered ${outcomeOf(answer)}.`)
        const tokens = keepTokens(context, answer)
        const { json } = answer
        hold(tokens.access !== '', 'The answer has no access_token at its top level.')
        grant = tokens
        hold(
            tokens.refresh !== '',
            'The answer has no refresh_token, so a session ends with its first access token.'
        )
        hold(json?.['token_type'] === 'Bearer', 'token_type is not Bearer.')
        hold(tokens.expiresIn !== null && tokens.expiresIn > 0, 'expires_in is not a number of seconds.')
        const noStore = answer.headers.get('Cache-Control')?.includes('no-store')
        hold(noStore, 'The answer may be cached: it lacks Cache-Control: no-store.')
        return `Code and verifier became tokens; the access token holds ${tokens.expiresIn} s.`
    })
    if (grant) observeFormat(context, grant)
    return grant
}

async function checkSecondUse(context: Context, used: Consent, grant: Grant): Promise<void> {
    const { results, findings, wire } = context
    const refused = await results.run('second_use', async () => {
        const answer = await exchange(context, used)
        if (answer.json?.['access_token'] !== undefined) keepTokens(context, answer)
        hold(isRefused(context, answer), `A second use of the code is answered ${outcomeOf(answer)}.`)
        return `A second use of the code is refused (${outcomeOf(answer)}).`
    })
    if (!refused) return
    const { status } = await wire.call(grant.access, { method: 'GET', path: USER_INFO })
    if (status === 200) findings.note('F-OAUTH-9', 'confirmed', 'The access token still worked afterwards.')
    else if (status === 401) findings.note('F-OAUTH-9', 'refuted', 'The access token was refused afterwards.')
}

/** Exchanges a code at the token route that is in use. */
export function exchange(
    { wire, route, loopback }: Context,
    { code, verifier }: { code: string; verifier: string },
    redirectUri: string = loopback.redirectUri
): Promise<Answer> {
    return wire.form(route.tokens, {
        grant_type: 'authorization_code',
        client_id: OPENFIN_CLIENT_ID,
        code,
        code_verifier: verifier,
        redirect_uri: redirectUri,
    })
}

/** Whether a code or token was refused as the route's contract says. */
export function isRefused({ route }: Context, answer: Answer): boolean {
    if (route.name === 'proxy') return answer.status === 400 && answer.error === 'invalid_grant'
    return (answer.status === 400 || answer.status === 401) && answer.error !== ''
}

/** The tokens of an answer; they are revoked at the end, and never shown. */
export function keepTokens({ secrets, tokens, isOwn }: Context, { json }: Answer): Grant {
    const text = (name: string) => (typeof json?.[name] === 'string' ? json[name] : '')
    const [access, refresh] = [text('access_token'), text('refresh_token')]
    for (const token of [access, refresh].filter((one) => one !== '')) {
        secrets.add(token)
        if (!isOwn(token)) tokens.add(token)
    }
    const seconds = json?.['expires_in']
    return { access, refresh, expiresIn: typeof seconds === 'number' ? seconds : null }
}

/** For checks that need tokens. @throws CheckSkipped, CheckFailed */
export function needRefresh(grant: Grant): string {
    if (grant.refresh === '') throw new CheckSkipped('The instance issued no refresh token.')
    if (grant.access === '') throw new CheckFailed('There is no access token.')
    return grant.refresh
}
