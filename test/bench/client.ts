import { InstanceClient } from '../../examples/sign-in-flow/instance-client'
import { signIn } from '../../examples/sign-in-flow/sign-in'
import { OPENFIN_CLIENT_ID } from '../../src/setup/registration'
import { setUp } from '../../src/setup/set-up'
import { startChromium } from '../support/chromium'
import { startAll } from '../support/start-all'
import { AdminClient } from './admin-client'
import { callAtOnce, openConnected, timeCalls, type AppAddress } from './client-page'
import { serveClient } from './client-site'
import { clientSizes } from './client-sizes'
import { watchHeaps } from './heap-sizes'
import { median } from './measure'
import type { Figure } from './report'

const LIST = '/api/now/table/incident?sysparm_limit=10&sysparm_fields=number,short_description'
/** A little more than an access token lives. */
const EXPIRED_S = 7201

/** The client in Chromium, at an instance with the app: sizes, renewals, what a call costs, and what it leaves. */
export async function benchClient(instanceUrl: string): Promise<Figure[]> {
    const [browser, site] = await startAll(startChromium(), serveClient())
    try {
        const authorization = `Basic ${Buffer.from('admin:admin').toString('base64')}`
        const callbackUrls = [`${site.origin}/callback.html`]
        await setUp({ instanceUrl, authorization, origins: [site.origin], callbackUrls })
        const app: AppAddress = { context: browser.context, origin: site.origin, instanceUrl }
        return [
            ...(await clientSizes()),
            ...(await renewals(app)),
            ...(await costOfCalls(app)),
            ...(await heaps(app)),
        ]
    } finally {
        await browser.close()
        await site.close()
    }
}

/** Token requests that 50 calls make whose token has expired: in one window, and over three that share a sign-in. */
async function renewals(app: AppAddress): Promise<Figure[]> {
    const admin = new AdminClient(app.instanceUrl)
    const requests = async () =>
        (await admin.statistics())(
            (key) => /^POST .*(request_tokens|oauth_token\.do)$/.test(key),
            'transactions'
        )
    const proxied = async () =>
        (await admin.statistics())((key) => /^POST .*request_tokens$/.test(key), 'transactions')
    const count = async (name: string, calls: () => Promise<number[]>): Promise<Figure> => {
        await admin.call('POST', '/local/clock', { advance_s: EXPIRED_S })
        const [allBefore, before] = [await requests(), await proxied()]
        const statuses = await calls()
        const made = (await proxied()) - before
        // The proxy's own request to the token endpoint is counted as well.
        const isOne = made === 1 && (await requests()) - allBefore <= 2
        const good = statuses.filter((status) => status === 200).length
        return {
            name: `50 calls on an expired token, ${name}`,
            value: `${made} token request${made === 1 ? '' : 's'}, ${good} × 200`,
            limit: '1 token request',
            met: isOne && good === 50,
        }
    }
    const alone = await openConnected(app, { share: 'window' })
    const inOne = await count('one window', () => callAtOnce(alone, 50, LIST))
    await alone.close()
    const tabs = [await openConnected(app, { share: 'origin' })]
    for (let more = 0; more < 2; more++) {
        tabs.push(await openConnected(app, { share: 'origin', signsIn: false }))
    }
    const overThree = await count('three tabs that share', async () =>
        (await Promise.all(tabs.map((tab, index) => callAtOnce(tab, index === 0 ? 18 : 16, LIST)))).flat()
    )
    for (const tab of tabs) await tab.close()
    return [inOne, overThree]
}

/** `executeApiRequest` against `fetch` with a bearer in the same page, in turns. */
async function costOfCalls(app: AppAddress): Promise<Figure[]> {
    const page = await openConnected(app, { share: 'window' })
    const plain = { url: app.instanceUrl, token: await bearer(app.instanceUrl) }
    const figures: Figure[] = []
    for (const callers of [1, 20]) {
        const taken = { client: [] as number[], fetch: [] as number[] }
        const turn = { calls: callers === 1 ? 100 : 200, callers, endpoint: LIST }
        // The first turns of both warm up.
        for (let round = -1; round < 6; round++) {
            const order = round % 2 ? (['client', 'fetch'] as const) : (['fetch', 'client'] as const)
            for (const side of order) {
                const times = await timeCalls(page, side === 'client' ? turn : { ...turn, plain })
                if (round >= 0) taken[side].push(...times)
            }
        }
        const [one, other] = [median(taken.client), median(taken.fetch)]
        figures.push({
            name: `executeApiRequest ÷ fetch, ${callers} in flight`,
            value: `${(one / other).toFixed(2)} (${one.toFixed(2)} ms ÷ ${other.toFixed(2)} ms)`,
            limit: '≤ 1.15',
            met: one / other <= 1.15,
        })
    }
    await page.close()
    return figures
}

/** What 10,000 calls leave in the heaps of the page and its worker. */
async function heaps(app: AppAddress): Promise<Figure[]> {
    const page = await openConnected(app, { share: 'window' })
    const measure = await watchHeaps(page)
    // Code is compiled and caches are filled by the first calls of a page.
    await timeCalls(page, { calls: 1000, callers: 20, endpoint: LIST })
    const before = await measure()
    await timeCalls(page, { calls: 10_000, callers: 20, endpoint: LIST })
    const after = await measure()
    await page.close()
    return (['page', 'worker'] as const).map((side) => {
        const ratio = after[side] / before[side]
        const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(0)} kB`
        return {
            name: `heap of the ${side} after 10,000 calls ÷ before`,
            value: `${ratio.toFixed(3)} (${kilobytes(after[side])} ÷ ${kilobytes(before[side])})`,
            limit: '≤ 1.05',
            met: ratio <= 1.05,
        }
    })
}

async function bearer(instanceUrl: string): Promise<string> {
    const user = { clientId: OPENFIN_CLIENT_ID, userName: 'beth.anglin', password: 'beth.anglin' }
    const { code, verifier, redirectUri } = await signIn({ instanceUrl, ...user })
    const client = new InstanceClient(instanceUrl, OPENFIN_CLIENT_ID)
    return (await client.requestTokens(code ?? '', verifier, redirectUri)).body.access_token
}
