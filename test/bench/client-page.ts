import type { BrowserContext, Page } from 'playwright-core'
import { OPENFIN_CLIENT_ID } from '../../src/setup/registration'

/** What the app's page has: the client's connection, once it is there. */
export interface AppWindow {
    options: Record<string, unknown>
    connecting: Promise<{
        executeApiRequest(endpoint: string): Promise<{ status: number; data?: unknown }>
        disconnect(): Promise<void>
    }>
}

/** Where pages are opened, and the instance that they connect to. */
export interface AppAddress {
    context: BrowserContext
    origin: string
    instanceUrl: string
}

/** Opens the app and connects, through the popup where one comes up. */
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

/** Makes so many calls at once; answers their statuses. */
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

/** Makes so many calls, a number of them at a time; answers how long each took, in ms. */
export function timeCalls(
    page: Page,
    asked: { calls: number; callers: number; endpoint: string; plain?: { url: string; token: string } }
): Promise<number[]> {
    return page.evaluate(async ({ calls, callers, endpoint, plain }) => {
        const connection = await (window as unknown as AppWindow).connecting
        const viaClient = async () => (await connection.executeApiRequest(endpoint)).data
        const viaFetch = async () => {
            const response = await fetch(plain!.url + endpoint, {
                headers: { Authorization: `Bearer ${plain!.token}`, Accept: 'application/json' },
                credentials: 'omit',
                cache: 'no-store',
            })
            if (!response.ok) throw new Error(`the instance answered ${response.status}`)
            return ((await response.json()) as { result: unknown }).result
        }
        const call = plain ? viaFetch : viaClient
        const taken: number[] = []
        let left = calls
        const caller = async () => {
            while (left-- > 0) {
                const start = performance.now()
                if (!Array.isArray(await call())) throw new Error('the answer is no list')
                taken.push(performance.now() - start)
            }
        }
        await Promise.all(Array.from({ length: callers }, caller))
        return taken
    }, asked)
}
