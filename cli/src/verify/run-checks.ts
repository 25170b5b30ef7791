import type { Context } from './context'
import { beginBrowserReads, checkBrowserReads } from './checks/browser'
import { checkCorsAnswers, checkCorsRules, checkPreflight } from './checks/cors'
import { checkOutbound } from './checks/outbound'
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
export async function runChecks(context: Context): Promise<void> {
    const { results } = context
    await checkRegistration(context)
    await checkCorsRules(context)
    await checkAuthorizationRequests(context)
    await checkPreflight(context)
    await checkTokenRoute(context)
    const mayBegin = !results.list().some(({ name, status }) => status === 'failed' && isNeeded(name))
    const reads = beginBrowserReads(context)
    const grant = mayBegin ? await checkSignIn(context) : null
    if (grant && grant.access !== '') {
        await checkUser(context, grant)
        await checkRenewal(context, grant)
        await checkOtherRoute(context, grant)
        await observe(context, grant)
        await checkAccessTokenExpiry(context, grant)
        await checkSlowly(context)
        await checkRevocation(context, grant)
    } else {
        await observe(context, null)
    }
    await checkLimits(context)
    await checkSwitches(context)
    await checkCorsAnswers(context)
    if (grant) await checkBrowserReads(context, reads)
    await checkOutbound(context)
}

function isNeeded(name: string): boolean {
    return (NEEDED as readonly string[]).includes(name)
}
