import type { Page } from 'playwright-core'
import { InstanceClient } from '../../examples/sign-in-flow/instance-client'
import { signIn } from '../../examples/sign-in-flow/sign-in'
import { OPENFIN_CLIENT_ID } from '../../setup/packaged'
import { setUp } from '../../setup/set-up'
import { startChromium } from '../support/chromium'
import { startAll } from '../support/start-all'
import { AdminClient } from './admin-client'
import { callAtOnce, openConnected, prepareWays, timeCalls, timeWays, type AppAddress } from './client-page'
import { serveClient } from './client-site'
import { clientSizes } from './client-sizes'
import { openDistance, type Distance } from './distance'
import { watchHeaps } from './heap-sizes'
import { median } from './measure'
import type { Figure } from './report'

const LIST = '/api/now/table/incident?sysparm_limit=10&sysparm_fields=number,short_description'
/** Five records with all their columns. */
const RECORDS = '/api/now/table/incident?sysparm_limit=5'
/** Latency between instance and browser, in ms each way. */
const DISTANCE_MS = 50
const NAMES = { client: 'client', official: "the official client's requests", fetch: 'fetch' }
/** Slightly longer than the lifespan of an access token. */
const EXPIRED_S = 7201

/**
 * The client in Chromium, with an instance with the app: sizes, renewals, cost of a call, and retained
 * memory.
 */
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
            ...(await costOfSingleCalls(app)),
            await costOfCallsAtOnce(app),
            ...(await heaps(app)),
        ]
    } finally {
        await browser.close()
        await site.close()
    }
}

/**
 * Number of token requests of 50 calls with an expired token: in one window, and in three windows that share
 * a sign-in.
 */
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

/**
 * Single calls of the client against the official client's requests and a plain `fetch`, at low and high
 * latency.
 */
async function costOfSingleCalls(app: AppAddress): Promise<Figure[]> {
    const distance = await openDistance(app.instanceUrl, DISTANCE_MS)
    try {
        const near = { name: 'on loopback', limit: 1.15, rounds: 300, at: app }
        const far = {
            name: `${DISTANCE_MS} ms away`,
            limit: 1.05,
            rounds: 60,
            at: { ...app, instanceUrl: distance.url },
        }
        const figures: Figure[] = []
        for (const { name, limit, rounds, at } of [near, far]) {
            const page = await openConnected(at, { share: 'window' })
            await prepareWays(page, { url: at.instanceUrl, token: await bearer(app.instanceUrl) })
            // The first calls of each include preflights, connections and compilation.
            await timeWays(page, { rounds: 10, endpoint: RECORDS })
            const taken = await timeWays(page, { rounds, endpoint: RECORDS })
            const client = median(taken.client)
            for (const other of ['official', 'fetch'] as const) {
                const base = median(taken[other])
                figures.push({
                    name: `executeApiRequest ÷ ${NAMES[other]}, single calls ${name}`,
                    value: `${(client / base).toFixed(2)} (${client.toFixed(2)} ms ÷ ${base.toFixed(2)} ms)`,
                    limit: `≤ ${limit}`,
                    met: client / base <= limit,
                })
            }
            if (at !== app) figures.push(await countPreflights(page, distance))
            await page.close()
        }
        return figures
    } finally {
        await distance.close()
    }
}

/** Number of preflights of 40 sequential calls of one URL, by each way. */
async function countPreflights(page: Page, { preflights }: Distance): Promise<Figure> {
    const made: string[] = []
    for (const way of ['client', 'official', 'fetch'] as const) {
        const before = preflights()
        await timeCalls(page, { way, calls: 40, callers: 1, endpoint: `${RECORDS}&preflights=${way}` })
        made.push(`${preflights() - before} ${NAMES[way]}`)
    }
    return {
        name: 'preflights of 40 calls of one address',
        value: made.join(', '),
        limit: '1 each',
        met: made.every((text) => text.startsWith('1 ')),
    }
}

/** `executeApiRequest` against a plain `fetch` in the same page, 20 calls at a time, in turns. */
async function costOfCallsAtOnce(app: AppAddress): Promise<Figure> {
    const page = await openConnected(app, { share: 'window' })
    await prepareWays(page, { url: app.instanceUrl, token: await bearer(app.instanceUrl) })
    const taken = { client: [] as number[], fetch: [] as number[] }
    // The first turns of both are warm-up.
    for (let round = -1; round < 6; round++) {
        for (const way of round % 2 ? (['client', 'fetch'] as const) : (['fetch', 'client'] as const)) {
            const times = await timeCalls(page, { way, calls: 200, callers: 20, endpoint: LIST })
            if (round >= 0) taken[way].push(...times)
        }
    }
    await page.close()
    const [one, other] = [median(taken.client), median(taken.fetch)]
    return {
        name: 'executeApiRequest ÷ fetch, 20 in flight',
        value: `${(one / other).toFixed(2)} (${one.toFixed(2)} ms ÷ ${other.toFixed(2)} ms)`,
        limit: '≤ 1.15',
        met: one / other <= 1.15,
    }
}

/** Memory retained by 10,000 calls in the heaps of the page and its worker. */
async function heaps(app: AppAddress): Promise<Figure[]> {
    const page = await openConnected(app, { share: 'window' })
    const measure = await watchHeaps(page)
    // The first calls of a page compile code and fill caches.
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
