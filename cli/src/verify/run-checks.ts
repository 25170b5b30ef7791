import type { Course } from './course'
import { checkCorsAnswers, checkCorsRules, checkPreflight } from './checks/cors'
import { observe } from './checks/observations'
import { checkAuthorizationRequests, checkRegistration } from './checks/registration'
import { checkRevocation } from './checks/revocation'
import { checkLimits, checkOtherRoute } from './checks/routes'
import { checkAccessTokenExpiry, checkRenewal, checkUser } from './checks/session'
import { checkSignIn, checkTokenRoute } from './checks/sign-in'
import { checkSlowly } from './checks/slow'
import { checkSwitches } from './checks/switches'

/** Without these nobody can sign in, so nobody is asked to. */
const NEEDED = ['authorization_request', 'token_route'] as const

/** All checks in their order: first what needs no sign-in, then what the tokens of one sign-in show. */
export async function runChecks(course: Course): Promise<void> {
    const { results } = course
    await checkRegistration(course)
    await checkCorsRules(course)
    await checkAuthorizationRequests(course)
    await checkPreflight(course)
    await checkTokenRoute(course)
    const mayBegin = !results.list().some(({ name, status }) => status === 'failed' && isNeeded(name))
    const grant = mayBegin ? await checkSignIn(course) : null
    if (grant && grant.access !== '') {
        await checkUser(course, grant)
        await checkRenewal(course, grant)
        await checkOtherRoute(course, grant)
        await observe(course, grant)
        await checkAccessTokenExpiry(course, grant)
        await checkSlowly(course)
        await checkRevocation(course, grant)
    } else {
        await observe(course, null)
    }
    await checkLimits(course)
    await checkSwitches(course)
    await checkCorsAnswers(course)
}

function isNeeded(name: string): boolean {
    return (NEEDED as readonly string[]).includes(name)
}
