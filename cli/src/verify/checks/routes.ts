import { allowsDirect } from '../../../../setup/route'
import { OAUTH_CORS } from '../../../../setup/properties'
import { OPENFIN_CLIENT_ID } from '../../../../setup/packaged'
import type { Context, Grant } from '../context'
import { CheckSkipped, hold } from '../results'
import { outcomeOf, ROUTES } from '../wire'
import { keepTokens, needRefresh } from './sign-in'
import { NO_TOKEN, renew } from './session'

/** Requests at once that a page of an app may well send. */
const AT_ONCE = 5

/** The route that is not in use: the instance's own endpoints, or the app's. */
export async function checkOtherRoute(context: Context, grant: Grant): Promise<void> {
    const { results, route } = context
    await results.run('other_route', () =>
        route.name === 'proxy' ? directRoute(context, grant) : proxyRoute(context, grant)
    )
}

async function directRoute(context: Context, grant: Grant): Promise<string> {
    const { properties, findings, wire } = context
    const answer = await renew(context, needRefresh(grant), ROUTES.direct.tokens)
    if (answer.status === 200) keepTokens(context, answer)
    hold(answer.status === 200, `${ROUTES.direct.tokens} answers ${outcomeOf(answer)} to a renewal.`)
    const allowed = properties.value(OAUTH_CORS) ?? ''
    if (allowed === '') {
        throw new CheckSkipped(
            `${ROUTES.direct.tokens} renews, but ${OAUTH_CORS} is ${properties.hidden > 0 ? 'not visible' : 'empty or absent'}, so no page is known that can read its answers.`
        )
    }
    const origin = originOf(allowed)
    const headers = { Origin: origin }
    const refused = await wire.form(
        ROUTES.direct.tokens,
        { grant_type: 'none', client_id: OPENFIN_CLIENT_ID },
        headers
    )
    const preflight = await wire.plain({
        method: 'OPTIONS',
        path: ROUTES.direct.tokens,
        headers: { ...headers, 'Access-Control-Request-Method': 'POST' },
    })
    const readable = (allow: string | null) =>
        allow === '*' || (allow !== null && allowsDirect(allowed, allow))
    const onError = readable(refused.headers.get('Access-Control-Allow-Origin'))
    findings.note(
        'F-OAUTH-21',
        onError && preflight.status === 204 ? 'unknown' : 'refuted',
        `An error response ${onError ? 'carried' : 'lacked'} the header; a preflight was answered ${preflight.status}. Ports were not compared.`
    )
    hold(onError, `A page of the origin that ${OAUTH_CORS} allows cannot read an answer.`)
    return `${ROUTES.direct.tokens} renews as well, and pages of the allowed origin can read its answers.`
}

async function proxyRoute(context: Context, grant: Grant): Promise<string> {
    const answer = await renew(context, needRefresh(grant), ROUTES.proxy.tokens)
    if (answer.status === 403)
        throw new CheckSkipped('The direct route is in use, and the open routes of the app are closed.')
    if (answer.status === 200) keepTokens(context, answer)
    hold(answer.status === 200, `${ROUTES.proxy.tokens} answers ${outcomeOf(answer)} to a renewal.`)
    return 'The open routes of the app renew as well.'
}

/** Limits: a few requests at once are answered, and are counted. Nothing is driven over its limit. */
export async function checkLimits(context: Context): Promise<void> {
    const { results, tables, route, wire } = context
    await results.run('limits', async () => {
        if (route.name !== 'proxy')
            throw new CheckSkipped('The instance has no documented limits for its own endpoints.')
        const limited = wire.seen.filter(({ what }) => what.endsWith(' 429')).length
        hold(
            limited === 0,
            `${limited} of ${wire.seen.length} requests were answered 429: the limits leave no room for a sign-in.`
        )
        if (results.list().some(({ name, status }) => name === 'token_route' && status === 'failed')) {
            throw new CheckSkipped('The token route does not answer as it should.')
        }
        const count = async () => (await tables.list('x_opfi_openfin_request', '', ['route'], 1)).total
        const before = await count()
        const answers = await Promise.all(Array.from({ length: AT_ONCE }, () => renew(context, NO_TOKEN)))
        const other = answers.find(({ status, error }) => status !== 400 || error !== 'invalid_grant')
        if (other?.status === 429) {
            hold(other.headers.has('Retry-After'), 'A 429 lacks Retry-After.')
        }
        hold(!other, `Of ${AT_ONCE} requests at once one was answered ${other ? outcomeOf(other) : ''}.`)
        const after = await count()
        if (before === null || after === null)
            return `${AT_ONCE} requests at once were answered; whether they are counted was not visible.`
        hold(
            after - before >= AT_ONCE,
            `Of ${AT_ONCE} requests ${after - before} were recorded, on which the limits count.`
        )
        return `${AT_ONCE} requests at once were answered, and recorded for the limits.`
    })
}

/** The property holds an origin, a host or `*`. */
function originOf(value: string): string {
    if (value === '*') return 'https://openfin-servicenow-verify.invalid'
    return /^https?:\/\//.test(value)
        ? value
        : `${/^(localhost|127\.)/.test(value) ? 'http' : 'https'}://${value}`
}
