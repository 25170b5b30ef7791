import { OPENFIN_CLIENT_ID } from '../../../../setup/packaged'
import type { Context, Grant } from '../context'
import { CheckSkipped, hold } from '../results'
import { outcomeOf, ROUTES, USER_INFO, type Wire } from '../wire'
import { isRefused, keepTokens, needRefresh } from './sign-in'
import { NO_TOKEN, renew } from './session'

/** A client that no instance has. */
const NO_CLIENT = 'openfin-servicenow-verify-no-client'

/** Revocation of an access token and of the refresh token, and what the platform's own endpoint does. */
export async function checkRevocation(context: Context, grant: Grant): Promise<void> {
    const { results, wire, route, findings, tokens, isOwn } = context
    await results.run('revocation', async () => {
        const other = await renew(context, needRefresh(grant))
        if (other.status !== 200) throw new CheckSkipped('There is no second access token to revoke.')
        const renewed = keepTokens(context, other)
        if (isOwn(renewed.access)) throw new CheckSkipped('The command is signed in with this access token.')
        const works = async (token: string) =>
            (await wire.call(token, { method: 'GET', path: USER_INFO })).status
        const unknown = await revoke(context, NO_TOKEN, 'access_token')
        hold(
            unknown === 200,
            `${route.revoke} answers ${unknown} to an unknown token, not 200 (RFC 7009 §2.2).`
        )
        const first = await revoke(context, renewed.access, 'access_token')
        hold(first === 200, `${route.revoke} answers ${first}.`)
        const after = await works(renewed.access)
        hold(after === 401, `A revoked access token is answered ${after}.`)
        tokens.delete(renewed.access)
        const wasValid = (await works(grant.access)) === 200
        await revoke(context, grant.refresh, 'refresh_token')
        const dead = await renew(context, grant.refresh)
        if (dead.status === 200) keepTokens(context, dead)
        hold(isRefused(context, dead), `A revoked refresh token is answered ${outcomeOf(dead)}.`)
        tokens.delete(grant.refresh)
        if (wasValid) await observeEndpoint(context, grant, works)
        return 'Revoked access and refresh tokens are refused, and an unknown token is answered 200.'
    })
    const unknown = await wire.form(ROUTES.direct.revoke, { token: NO_TOKEN })
    const isSuccess = [200, 400, 401, 404].includes(unknown.status)
    findings.judge('F-APP-14', isSuccess, `The endpoint answers ${unknown.status} to an unknown token.`)
}

async function observeEndpoint(
    { wire, findings, tokens, isOwn }: Context,
    grant: Grant,
    works: (token: string) => Promise<number>
): Promise<void> {
    if ((await works(grant.access)) !== 200) {
        findings.note('F-OAUTH-18', 'refuted', 'The access token ended with its refresh token.')
        return
    }
    if (isOwn(grant.access)) return
    const told =
        'The access token outlived its refresh token; other refresh tokens of the user were not looked at.'
    findings.note('F-OAUTH-18', 'unknown', told)
    const unknown = await wire.form(ROUTES.direct.revoke, { token: NO_TOKEN })
    const known = await wire.form(ROUTES.direct.revoke, { token: grant.access, client_id: NO_CLIENT })
    const isDead = (await works(grant.access)) === 401
    if (isDead) tokens.delete(grant.access)
    findings.judge(
        'F-OAUTH-17',
        unknown.status === 200 && unknown.text === '' && known.status === 200 && isDead,
        `POST ${ROUTES.direct.revoke}: ${unknown.status} for an unknown token; with the id of another client ${known.status}, after which the token is ${isDead ? 'dead' : 'alive'}.`
    )
}

/**
 * Revokes all tokens that are left: at the instance's own endpoint, and by the app's route where that did not respond.
 *
 * @returns how many access tokens still work, or may
 */
export async function revokeAll({ wire, tokens }: { wire: Wire; tokens: Set<string> }): Promise<number> {
    let alive = 0
    for (const token of tokens) {
        const form = { client_id: OPENFIN_CLIENT_ID, token }
        const works = async () => (await wire.call(token, { method: 'GET', path: USER_INFO })).status === 200
        try {
            await wire.form(ROUTES.direct.revoke, form)
            if (await works()) await wire.form(ROUTES.proxy.revoke, form)
            if (await works()) alive++
        } catch {
            alive++
        }
    }
    return alive
}

async function revoke({ wire, route }: Context, token: string, hint: string): Promise<number> {
    const form = { client_id: OPENFIN_CLIENT_ID, token, token_type_hint: hint }
    return (await wire.form(route.revoke, form)).status
}
