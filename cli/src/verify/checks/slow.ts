import * as oauth from 'oauth4webapi'
import { authorize, codeOf, type Consent } from '../authorization'
import type { Context } from '../context'
import { CheckSkipped, hold } from '../results'
import { outcomeOf } from '../wire'
import { exchange, isRefused, keepTokens } from './sign-in'

/** What is waited for beyond the lifespan of a code, in s, and the longest wait. */
const MARGIN_S = 5
const MOST_S = 300
/** Lifespan of a code where the registration does not say, in s. */
const USUAL_S = 60

const NEEDS_SLOW = 'Needs --slow: it takes another consent and more than a minute.'

/** What takes more consents and time: a code's redirect address and end, and Deny. */
export async function checkSlowly(context: Context): Promise<void> {
    if (!context.extras.slow) {
        for (const name of ['redirect_bound', 'code_expiry', 'deny'] as const) {
            context.results.end(name, 'skipped', NEEDS_SLOW)
        }
        return
    }
    await checkRedirect(context)
    await checkDeny(context)
    await checkCodeExpiry(context)
}

async function checkDeny(context: Context): Promise<void> {
    const { results, findings } = context
    await results.run('deny', async () => {
        context.note('Now deny the access: press Deny in the browser.')
        const consent = await authorize(context, (url) => context.open(url))
        consent.goOn()
        if (consent.code !== '') throw new CheckSkipped('The access was allowed, or is not asked for.')
        findings.judge(
            'F-OAUTH-13',
            consent.error === 'access_denied',
            `Deny redirects with ${consent.error}.`
        )
        hold(consent.error === 'access_denied', `Deny redirects with ${consent.error}.`)
        return 'Deny redirects with access_denied and the state.'
    })
}

/** The same code must work with its own address afterwards, or the refusal would show nothing. */
async function checkRedirect(context: Context): Promise<void> {
    const { results, findings, instanceUrl } = context
    // Characters that the documentation advises against, and that need an escape.
    const consent = await allow(context, `${oauth.generateRandomState()} +&=%/"é`)
    findings.note(
        'F-OAUTH-11',
        'unknown',
        'A state with special characters came back unchanged; one that is not UTF-8 was not tried.'
    )
    await results.run('redirect_bound', async () => {
        const given = { ...consent, code: codeOf(consent) }
        const answer = await exchange(context, given, `${instanceUrl}/oauth_redirect.do`)
        if (answer.status === 200) keepTokens(context, answer)
        hold(isRefused(context, answer), `Another redirect_uri is answered ${outcomeOf(answer)}.`)
        const own = await exchange(context, given)
        if (own.status === 200) keepTokens(context, own)
        const afterwards = own.status === 200 ? 'its own works afterwards' : 'the code is used up by that'
        return `Another redirect_uri is refused (${outcomeOf(answer)}); ${afterwards}.`
    })
}

async function checkCodeExpiry(context: Context): Promise<void> {
    const { results, findings, registration } = context
    const consent = await allow(context)
    await results.run('code_expiry', async () => {
        const seconds = Number(registration['auth_code_lifespan'] || USUAL_S)
        if (!(seconds <= MOST_S))
            throw new CheckSkipped(`Codes live ${seconds} s, which is too long to wait for.`)
        context.note(`Waiting ${seconds + MARGIN_S} s for the end of a code.`)
        await context.pause((seconds + MARGIN_S) * 1000)
        const answer = await exchange(context, { ...consent, code: codeOf(consent) })
        if (answer.status === 200) keepTokens(context, answer)
        const evidence = `After ${seconds + MARGIN_S} s a code is answered ${outcomeOf(answer)}.`
        const status = isRefused(context, answer)
            ? seconds === USUAL_S
                ? 'confirmed'
                : 'unknown'
            : 'refuted'
        findings.note('F-OAUTH-8', status, evidence)
        hold(isRefused(context, answer), evidence)
        return evidence
    })
}

async function allow(context: Context, state?: string): Promise<Consent> {
    context.note('Allow the access once more.')
    const consent = await authorize(context, (url) => context.open(url), state)
    consent.goOn()
    return consent
}
