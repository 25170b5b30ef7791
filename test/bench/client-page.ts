import type { BrowserContext, Page } from 'playwright-core'
import { OPENFIN_CLIENT_ID } from '../../setup/packaged'

/** Globals of the app's page: the client's connection, once established. */
export interface AppWindow {
    options: Record<string, unknown>
    connecting: Promise<{
        executeApiRequest(endpoint: string): Promise<{ status: number; data?: unknown }>
        disconnect(): Promise<void>
    }>
}

/** The browser for the pages, and the instance that they connect to. */
export interface AppAddress {
    context: BrowserContext
    origin: string
    instanceUrl: string
}

/** Opens the app and connects, through the popup if one opens. */
export async function openConnected(
    { context, origin, instanceUrl }: AppAddress,
    {
        share = 'window',
        signsIn = true,
        workerUrl = '/worker.js',
    }: { share?: 'window' | 'origin'; signsIn?: boolean; workerUrl?: string } = {}
): Promise<Page> {
    const page = await context.newPage()
    await page.goto(`${origin}/`)
    await page.waitForFunction(() => 'ready' in window)
    await page.evaluate(
        (options) => {
            ;(window as unknown as AppWindow).options = options
        },
        {
            instanceUrl,
            clientId: OPENFIN_CLIENT_ID,
            callbackUrl: '/callback.html',
            workerUrl,
            share,
        }
    )
    if (signsIn) {
        const [popup] = await Promise.all([page.waitForEvent('popup'), page.click('button')])
        await signInAt(popup)
    } else {
        await page.click('button')
    }
    await page.evaluate(async () => {
        await (window as unknown as AppWindow).connecting
    })
    return page
}

async function signInAt(popup: Page): Promise<void> {
    const [user, allow] = [popup.getByLabel('User name'), popup.getByRole('button', { name: 'Allow' })]
    await user.or(allow).first().waitFor()
    if (await user.isVisible()) {
        await user.fill('abel.tuter')
        await popup.getByLabel('Password', { exact: true }).fill('abel.tuter')
        await popup.keyboard.press('Enter')
    }
    await allow.click()
}

/** Makes a number of concurrent calls; returns their statuses. */
export function callAtOnce(page: Page, calls: number, endpoint: string): Promise<number[]> {
    return page.evaluate(
        async ([calls, endpoint]) => {
            const connection = await (window as unknown as AppWindow).connecting
            const all = Array.from({ length: calls }, () => connection.executeApiRequest(endpoint))
            return (await Promise.all(all)).map(({ status }) => status)
        },
        [calls, endpoint] as const
    )
}

/** Ways to call the instance: the client, the requests of the official client, and a plain `fetch`. */
export type Way = 'client' | 'official' | 'fetch'

/** Parameters of the calls without the client: the instance's URL and an access token. */
export interface PlainAccess {
    url: string
    token: string
}

interface CallWindow extends AppWindow {
    ways: Record<Way, (endpoint: string) => Promise<unknown>>
}

/** Prepares the three ways in a connected page. */
export async function prepareWays(page: Page, access: PlainAccess): Promise<void> {
    await page.evaluate(async ({ url, token }) => {
        const connection = await (window as unknown as CallWindow).connecting
        const headers = { Authorization: `Bearer ${token}`, Accept: 'application/json' }
        // The official client as observed on the wire: a fetch of this form in a worker created from a blob.
        const source = `onmessage = async ({ data: [endpoint, headers] }) => {
            const response = await fetch(endpoint, { method: 'GET', headers })
            postMessage(response.ok && (await response.json()).result)
        }`
        const worker = new Worker(URL.createObjectURL(new Blob([source])))
        ;(window as unknown as CallWindow).ways = {
            client: async (endpoint) => (await connection.executeApiRequest(endpoint)).data,
            official: (endpoint) =>
                new Promise((resolve) => {
                    worker.addEventListener('message', ({ data }) => resolve(data), { once: true })
                    worker.postMessage([url + endpoint, headers])
                }),
            fetch: async (endpoint) => {
                const response = await fetch(url + endpoint, { headers })
                return response.ok && ((await response.json()) as { result: unknown }).result
            },
        }
    }, access)
}

/** Calls each way in rotating order, a number of times; returns the duration of each call, in ms. */
export function timeWays(
    page: Page,
    asked: { rounds: number; endpoint: string }
): Promise<Record<Way, number[]>> {
    return page.evaluate(async ({ rounds, endpoint }) => {
        const ways = Object.entries((window as unknown as CallWindow).ways)
        const taken: Record<string, number[]> = Object.fromEntries(ways.map(([way]) => [way, []]))
        for (let round = 0; round < rounds; round++) {
            for (let turn = 0; turn < ways.length; turn++) {
                const [way, call] = ways[(round + turn) % ways.length]!
                const start = performance.now()
                // Each way has its own URL, so that none uses the cached preflight of another.
                const answer = await call(`${endpoint}&way=${way}`)
                taken[way]!.push(performance.now() - start)
                if (!Array.isArray(answer)) throw new Error('the response is not a list')
            }
        }
        return taken
    }, asked)
}

/**
 * Makes a number of calls by one way, with a number of concurrent callers; returns the duration of each call,
 * in ms. Each caller has its own URL: Chromium serializes calls of the same URL.
 */
export function timeCalls(
    page: Page,
    asked: { way?: Way; calls: number; callers: number; endpoint: string }
): Promise<number[]> {
    return page.evaluate(async ({ way = 'client', calls, callers, endpoint }) => {
        const { connecting, ways } = window as unknown as CallWindow
        const connection = await connecting
        const call =
            way === 'client'
                ? async (endpoint: string) => (await connection.executeApiRequest(endpoint)).data
                : ways[way]
        const taken: number[] = []
        let left = calls
        const caller = async (_: unknown, number: number) => {
            while (left-- > 0) {
                const start = performance.now()
                if (!Array.isArray(await call(`${endpoint}&caller=${number}`)))
                    throw new Error('the response is not a list')
                taken.push(performance.now() - start)
            }
        }
        await Promise.all(Array.from({ length: callers }, caller))
        return taken
    }, asked)
}
