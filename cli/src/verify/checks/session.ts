import { OPENFIN_CLIENT_ID } from '../../../../setup/packaged'
import type { Context, Grant } from '../context'
import { CheckSkipped, hold } from '../results'
import { outcomeOf, USER_INFO, type Answer } from '../wire'
import { keepTokens, needRefresh } from './sign-in'

/** The caller's own record in the Table API, which everybody may read. */
const OWN_RECORD = `/api/now/v2/table/sys_user?${new URLSearchParams({
    sysparm_query: 'sys_id=javascript:gs.getUserID()',
    sysparm_fields: 'sys_id,user_name',
    sysparm_limit: '1',
}).toString()}`

/** Longest wait for the end of an access token, in s: as a rule, and with --slow. */
const WAIT_S = { usual: 10, slow: 150 }

/** A token that no instance has issued. */
export const NO_TOKEN = 'openfin-servicenow-verify-has-no-token'

/** What an access token is good for. */
export async function checkUser(context: Context, grant: Grant): Promise<void> {
    const { results, wire, findings } = context
    const own = await wire.call(grant.access, { method: 'GET', path: OWN_RECORD })
    await results.run('user_info', async () => {
        const answer = await wire.call(grant.access, { method: 'GET', path: USER_INFO })
        hold(answer.status === 200, `user_info answers ${outcomeOf(answer)} to a new token.`)
        const user = answer.json?.['result'] as Record<string, unknown> | undefined
        const lacking = ['sys_id', 'user_name', 'name', 'first_name', 'last_name', 'email'].filter(
            (name) => typeof user?.[name] !== 'string'
        )
        hold(lacking.length === 0, `user_info lacks ${lacking.join(', ')} in its result.`)
        const [row] = rowsOf(own)
        if (row) {
            const same = ['sys_id', 'user_name'].every((name) => row[name] === user?.[name])
            hold(same, 'user_info returns another user than the Table API for the same token.')
        }
        hold(/^[0-9a-f]{32}$/.test(String(user?.['sys_id'])), 'user_info returns no sys_id.')
        const foreign = await wire.call(NO_TOKEN, { method: 'GET', path: USER_INFO })
        hold(foreign.status === 401, `user_info answers ${outcomeOf(foreign)} to an invalid token.`)
        return `user_info returns the user of the token${row ? ', as the Table API does' : ''}, and rejects an invalid token.`
    })
    await results.run('table_api', async () => {
        hold(
            own.status !== 403,
            'The user who signed in may not call the Table API (403). Hardened instances require the role snc_platform_rest_api_access.'
        )
        hold(own.status === 200, `The Table API answers ${outcomeOf(own)} to a new token.`)
        const foreign = await wire.call(NO_TOKEN, { method: 'GET', path: OWN_RECORD })
        hold(foreign.status === 401, `The Table API answers ${outcomeOf(foreign)} to an invalid token.`)
        return 'The Table API accepts the token, and rejects an invalid one.'
    })
    const broken = await wire.form(context.route.tokens, {}, { Authorization: `Bearer ${NO_TOKEN}` })
    if (context.route.name === 'proxy') {
        findings.judge(
            'F-OAUTH-29',
            broken.status === 401,
            `request_tokens with an invalid token: ${outcomeOf(broken)}.`
        )
    }
}

/** Renewal by the route that is in use, what it does to the refresh token, and the form's encoding. */
export async function checkRenewal(context: Context, grant: Grant): Promise<void> {
    const { results, wire, route, findings } = context
    let renewed: Grant | null = null
    await results.run('renewal', async () => {
        const answer = await renew(context, needRefresh(grant))
        hold(answer.status === 200, `A renewal is answered ${outcomeOf(answer)}.`)
        renewed = keepTokens(context, answer)
        hold(renewed.access !== '', 'The answer has no access_token at its top level.')
        const { status } = await wire.call(renewed.access, { method: 'GET', path: USER_INFO })
        hold(status === 200, `user_info answers ${status} to the renewed token.`)
        return 'The refresh token brought an access token that works.'
    })
    const result = renewed as Grant | null
    findings.note(
        'F-APP-1',
        result ? 'confirmed' : 'unknown',
        result ? 'A public client renewed by a refresh token.' : 'No renewal worked.'
    )
    if (grant.refresh === '') findings.note('F-APP-1', 'refuted', 'A public client got no refresh token.')
    await results.run('refresh_token_echo', async () => {
        if (!result) throw new CheckSkipped('No renewal worked.')
        if (result.refresh === '')
            return 'The renewal returned no refresh token; the one before keeps working.'
        if (result.refresh === grant.refresh) return 'The renewal returned the same refresh token.'
        const again = await renew(context, grant.refresh)
        if (again.status === 200) keepTokens(context, again)
        hold(
            again.status === 200,
            'The renewal returned another refresh token, and the one before is dead: the official client, which ignores it, loses its session.'
        )
        return 'The renewal returned another refresh token; the one before keeps working.'
    })
    if (!result || route.name !== 'proxy') return
    const encoded = encodeAll(grant.refresh)
    const [escapes, plus] = [await renew(context, encoded), await renew(context, 'openfin+verify')]
    if (escapes.status === 200) keepTokens(context, escapes)
    findings.judge(
        'F-APP-4',
        escapes.status === 200 && plus.error === 'invalid_request',
        `A renewal with %-escapes: ${outcomeOf(escapes)}; with a plus sign, which is a space then: ${outcomeOf(plus)}.`
    )
}

/** The end of the access token, if it can be waited for. */
export async function checkAccessTokenExpiry(context: Context, grant: Grant): Promise<void> {
    const { results, wire, extras, pause } = context
    await results.run('access_token_expiry', async () => {
        const seconds = grant.expiresIn
        const most = extras.slow ? WAIT_S.slow : WAIT_S.usual
        if (seconds === null || seconds > most) {
            throw new CheckSkipped(
                `The access token holds ${seconds ?? 'an unknown number of'} s, which is too long to wait for.`
            )
        }
        await pause((seconds + 1) * 1000)
        const { status } = await wire.call(grant.access, { method: 'GET', path: USER_INFO })
        hold(status === 401, `After its end the access token is answered ${status}.`)
        return `After its ${seconds} s the access token is refused (401).`
    })
}

/** Renews as the official client does. */
export function renew(
    { wire, route }: Context,
    refreshToken: string,
    path: string = route.tokens
): Promise<Answer> {
    return wire.form(path, {
        grant_type: 'refresh_token',
        client_id: OPENFIN_CLIENT_ID,
        refresh_token: refreshToken,
    })
}

function rowsOf({ json }: Answer): Record<string, unknown>[] {
    return Array.isArray(json?.['result']) ? (json['result'] as Record<string, unknown>[]) : []
}

/** Every character as an escape, such as a client may send that encodes its form. */
function encodeAll(text: string): string {
    return [...text].map((one) => `%${(one.codePointAt(0) ?? 0).toString(16).padStart(2, '0')}`).join('')
}
