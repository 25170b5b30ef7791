import { InstanceClient } from '../../examples/sign-in-flow/instance-client'
import { signIn } from '../../examples/sign-in-flow/sign-in'
import { OPENFIN_CLIENT_ID } from '../../setup/packaged'
import { AdminClient } from './admin-client'
import { compare, median } from './measure'
import type { Figure } from './report'

const USER = { clientId: OPENFIN_CLIENT_ID, userName: 'abel.tuter', password: 'abel.tuter' }

/** Maximum ratio of a proxied to a direct call, by number of concurrent callers. */
const LIMITS = { 1: 3.5, 50: 5 }

/** Proxied against direct token exchange, the app's own statements, and concurrent renewals. */
export async function benchTokenExchange(instanceUrl: string): Promise<Figure[]> {
    const admin = new AdminClient(instanceUrl)
    const client = new InstanceClient(instanceUrl, OPENFIN_CLIENT_ID)
    const { refreshToken, direct: renewDirect, proxied: renewProxied } = await renewals(client)

    const figures: Figure[] = []
    const before = await admin.statistics()
    await compare({ rounds: 2, callsPerRound: 100, callers: 4, one: renewProxied, other: renewDirect })
    await client.userInfo((await client.renew(refreshToken)).body.access_token)
    const after = await admin.statistics()
    for (const callers of [1, 50] as const) {
        const { one, other, ratio } = await compare({
            rounds: 6,
            callsPerRound: callers === 1 ? 100 : 500,
            callers,
            // The app counts an address's requests of the last minute, at most those of one round, due to the
            // limits.
            beforeTurn: () => admin.call('POST', '/local/clock', { advance_s: 61 }),
            one: renewProxied,
            other: renewDirect,
        })
        figures.push({
            name: `proxied ÷ direct renewal, ${callers} caller${callers > 1 ? 's' : ''}`,
            value: `${ratio.toFixed(2)} (${one.toFixed(2)} ms ÷ ${other.toFixed(2)} ms)`,
            limit: `≤ ${LIMITS[callers]}`,
            met: ratio <= LIMITS[callers],
        })
    }
    figures.push(await codeExchange(client))
    for (const [route, limit] of [
        ['request_tokens', 4],
        ['user_info', 1],
    ] as const) {
        const key = (key: string) => key.endsWith(`/integration/${route}`)
        const statements = after(key, 'db_statements') - before(key, 'db_statements')
        const perRequest = statements / (after(key, 'transactions') - before(key, 'transactions'))
        figures.push({
            name: `the app's own statements per ${route}`,
            value: perRequest.toFixed(2),
            limit: `≤ ${limit}`,
            met: perRequest <= limit,
        })
    }
    const atOnce = await Promise.all(Array.from({ length: 20 }, () => client.renew(refreshToken)))
    const good = atOnce.filter(({ status }) => status === 200).length
    figures.push({
        name: '20 renewals at once with one token',
        value: `${good} × 200`,
        limit: '20 × 200',
        met: good === 20,
    })
    return figures
}

/** One renewal by each of the two routes, with a limit above the measured load. */
export async function renewals(client: InstanceClient) {
    const limit = 'x_opfi_openfin.integration.requests_per_minute'
    await new AdminClient(client.instanceUrl).setProperty(limit, '1000000')
    const refreshToken = await signInOnce(client)
    const form = { grant_type: 'refresh_token', client_id: OPENFIN_CLIENT_ID, refresh_token: refreshToken }
    return {
        refreshToken,
        direct: () => directExchange(client.instanceUrl, form),
        proxied: async () => expectOk((await client.renew(refreshToken)).status),
    }
}

/** Codes are issued between the measured calls, since each can be used only once. */
async function codeExchange(client: InstanceClient): Promise<Figure> {
    const taken = { proxied: [] as number[], direct: [] as number[] }
    for (let round = 0; round < 60; round++) {
        const { code, verifier, redirectUri } = await signIn({ instanceUrl: client.instanceUrl, ...USER })
        const start = performance.now()
        if (round % 2) {
            expectOk((await client.requestTokens(code ?? '', verifier, redirectUri)).status)
        } else {
            await directExchange(client.instanceUrl, {
                grant_type: 'authorization_code',
                client_id: OPENFIN_CLIENT_ID,
                code: code ?? '',
                code_verifier: verifier,
                redirect_uri: redirectUri,
            })
        }
        taken[round % 2 ? 'proxied' : 'direct'].push(performance.now() - start)
    }
    const ratio = median(taken.proxied) / median(taken.direct)
    return {
        name: 'proxied ÷ direct exchange of a code, 1 caller',
        value: `${ratio.toFixed(2)} (${median(taken.proxied).toFixed(2)} ms ÷ ${median(taken.direct).toFixed(2)} ms)`,
        limit: `≤ ${LIMITS[1]}`,
        met: ratio <= LIMITS[1],
    }
}

async function signInOnce(client: InstanceClient): Promise<string> {
    const { code, verifier, redirectUri } = await signIn({ instanceUrl: client.instanceUrl, ...USER })
    const answer = await client.requestTokens(code ?? '', verifier, redirectUri)
    expectOk(answer.status)
    return answer.body.refresh_token ?? ''
}

async function directExchange(instanceUrl: string, form: Record<string, string>): Promise<void> {
    const response = await fetch(`${instanceUrl}/oauth_token.do`, {
        method: 'POST',
        headers: { accept: 'application/json', 'content-type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams(form).toString(),
    })
    expectOk(response.status)
    await response.json()
}

function expectOk(status: number): void {
    if (status !== 200) throw new Error(`a measured call returned ${status}`)
}
