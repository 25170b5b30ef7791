import { fieldsOf } from '../authorization'
import type { Context } from '../context'
import { CheckFailed, hold } from '../results'

/** Shortest access token that is worth having, in seconds. */
const SHORTEST_S = 60

/** The registration as it is stored. */
export async function checkRegistration({ results, registration, instanceUrl }: Context): Promise<void> {
    await results.run('registration', async () => {
        const urls = (registration['redirect_url'] ?? '').split(',').map((url) => url.trim())
        const problems = [
            registration['active'] === 'false' && 'it is inactive',
            registration['public_client'] === 'false' && 'it is not a public client',
            registration['scope_restriction_status'] === 'restricted' &&
                'its tokens are restricted to the APIs of its scopes',
            urls[0] !== `${instanceUrl}/oauth_redirect.do` &&
                "the instance's own /oauth_redirect.do is not its first redirect URL",
        ].filter((problem) => problem !== false)
        hold(problems.length === 0, `The registration OpenFin: ${problems.join('; ')}.`)
        return 'The registration OpenFin is active, public and unrestricted, and has the redirect URL of OpenFin.'
    })
    await results.run('lifespans', async () => {
        const [access, refresh] = ['access_token_lifespan', 'refresh_token_lifespan'].map((column) =>
            Number(registration[column] ?? NaN)
        ) as [number, number]
        hold(
            access >= SHORTEST_S && refresh >= access,
            `Access tokens are issued for ${access} s, refresh tokens for ${refresh} s.`
        )
        return `Access tokens hold ${access} s, refresh tokens ${refresh} s.`
    })
}

/** Authorization requests without a session: what the endpoint decides before it asks anybody to sign in. */
export async function checkAuthorizationRequests(context: Context): Promise<void> {
    const { results, findings, registration } = context
    await results.run('authorization_request', async () => {
        const { status, refused } = await ask(context, {})
        hold(status < 400 && !refused, `A correct authorization request is refused (${status}).`)
        return `A correct authorization request leads to the sign-in (${status}).`
    })
    await results.run('pkce_required', async () => {
        hold(registration['use_pkce'] !== 'false', 'The registration does not require PKCE.')
        const without = { code_challenge: undefined, code_challenge_method: undefined }
        const { refused } = await ask(context, without)
        if (refused) return 'An authorization request without a code challenge is refused.'
        if (registration['use_pkce'] === 'true') {
            return 'The registration requires PKCE; whether a request without it is refused shows after the sign-in only.'
        }
        throw new CheckFailed('A request without a code challenge leads to the sign-in.')
    })
    const plain = await ask(context, { code_challenge_method: 'plain' })
    if (plain.refused)
        findings.note('F-OAUTH-14', 'confirmed', 'A challenge with the method plain is refused.')
    else findings.note('F-OAUTH-14', 'unknown', 'The method plain is not refused before the sign-in.')
    const unknown = await ask(context, { client_id: 'openfin-servicenow-verify-no-client' })
    const page = `An authorization request of an unknown client ends with ${unknown.status}.`
    findings.judge('F-OAUTH-12', unknown.status === 400, page)
}

async function ask(
    context: Context,
    changed: Record<string, string | undefined>
): Promise<{ status: number; refused: boolean }> {
    const { fields } = await fieldsOf(context)
    const query = Object.entries({ ...fields, ...changed }).filter(
        (entry): entry is [string, string] => entry[1] !== undefined
    )
    const answer = await context.wire.plain({
        method: 'GET',
        path: `/oauth_auth.do?${new URLSearchParams(query).toString()}`,
        headers: { Accept: 'text/html' },
    })
    const location = answer.headers.get('Location') ?? ''
    const isOwn = location.startsWith(context.loopback.redirectUri)
    const refused = isOwn && new URL(location).searchParams.has('error')
    return { status: answer.status, refused }
}
