import * as oauth from 'oauth4webapi'
import { authorize, codeOf, type Consent } from '../authorization'
import type { Course } from '../course'
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
export async function checkSlowly(course: Course): Promise<void> {
    if (!course.extras.slow) {
        for (const name of ['redirect_bound', 'code_expiry', 'deny'] as const) {
            course.results.end(name, 'skipped', NEEDS_SLOW)
        }
        return
    }
    await checkDeny(course)
    await checkCode(course)
}

async function checkDeny(course: Course): Promise<void> {
    const { results, findings } = course
    await results.run('deny', async () => {
        course.note('Now deny the access: press Deny in the browser.')
        const consent = await authorize(course, (url) => course.open(url))
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

async function checkCode(course: Course): Promise<void> {
    const { results, findings, instanceUrl, registration } = course
    course.note('Now allow the access once more.')
    // Characters that the documentation advises against, and that need an escape.
    const state = `${oauth.generateRandomState()} +&=%/"é`
    const consent: Consent = await authorize(course, (url) => course.open(url), state)
    consent.goOn()
    findings.note(
        'F-OAUTH-11',
        'unknown',
        'A state with special characters came back unchanged; one that is not UTF-8 was not tried.'
    )
    await results.run('redirect_bound', async () => {
        const answer = await exchange(
            course,
            { ...consent, code: codeOf(consent) },
            `${instanceUrl}/oauth_redirect.do`
        )
        if (answer.status === 200) keepTokens(course, answer)
        hold(isRefused(course, answer), `Another redirect_uri is answered ${outcomeOf(answer)}.`)
        return `Another redirect_uri is refused (${outcomeOf(answer)}).`
    })
    await results.run('code_expiry', async () => {
        const seconds = Number(registration['auth_code_lifespan'] || USUAL_S)
        if (!(seconds <= MOST_S))
            throw new CheckSkipped(`Codes live ${seconds} s, which is too long to wait for.`)
        await course.pause((seconds + MARGIN_S) * 1000)
        const answer = await exchange(course, { ...consent, code: codeOf(consent) })
        if (answer.status === 200) keepTokens(course, answer)
        const evidence = `After ${seconds + MARGIN_S} s a code is answered ${outcomeOf(answer)}.`
        const status = isRefused(course, answer) ? (seconds === USUAL_S ? 'confirmed' : 'unknown') : 'refuted'
        findings.note('F-OAUTH-8', status, evidence)
        hold(isRefused(course, answer), evidence)
        return evidence
    })
}
