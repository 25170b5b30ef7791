import type { Page } from 'playwright-core'
import { setProperty } from '../../../test/support/set-property'
import {
    answer,
    openPopup,
    optionsFor,
    outcomeOf,
    startBrowserApp,
    startConnect,
    type BrowserApp,
    type PlainOptions,
} from '../support/browser-app'
import { until } from '../../../test/support/until'

type Connection = import('../../src/types/connection').ServiceNowConnection
interface Globals {
    client: { connect(options: object): Promise<Connection> }
    connection: Connection
    expired: number
}

const PATH = '/api/now/v2/table/incident?sysparm_limit=1&sysparm_fields=number'
const CONNECTED = { user: expect.objectContaining({ user_name: 'abel.tuter' }) as unknown }

describe('windows and tabs at an instance with the app', () => {
    let app: BrowserApp
    let pages: Page[]
    let isSignedIn: boolean

    beforeAll(async () => {
        app = await startBrowserApp()
    })
    afterAll(() => app?.close())
    beforeEach(() => {
        pages = []
        isSignedIn = false
    })
    afterEach(() => app?.reset())

    /** Opens a tab and connects there, through a popup if one opens. */
    const connect = async (options: PlainOptions, { popup = true } = {}): Promise<Page> => {
        const page = await app.open()
        pages.push(page)
        await page.evaluate(() => {
            const globals = window as unknown as Globals
            const { connect, ...client } = globals.client
            const onSessionExpired = () => void globals.expired++
            globals.expired = 0
            globals.client = { ...client, connect: (options) => connect({ ...options, onSessionExpired }) }
        })
        const all = optionsFor(app, options)
        if (popup) {
            const opened = await openPopup(page, all)
            if (isSignedIn) await opened.getByRole('button', { name: 'Allow' }).click()
            else await answer(opened)
            isSignedIn = true
        } else await startConnect(page, all)
        expect(await outcomeOf(page)).toEqual(CONNECTED)
        return page
    }
    /** Sends concurrent calls; returns the status or the error code of each. */
    const call = (page: Page, count = 1) =>
        page.evaluate(
            async ([path, count]) => {
                const { connection } = window as unknown as Globals
                const calls = Array.from({ length: count }, () =>
                    connection.executeApiRequest(path).then(
                        ({ status }) => status,
                        ({ name, code }: { name: string; code: string }) => `${name} ${code}`
                    )
                )
                return [...new Set(await Promise.all(calls))]
            },
            [PATH, count] as const
        )
    const disconnect = (page: Page) =>
        page.evaluate(() => (window as unknown as Globals).connection.disconnect())
    const requestsTo = async (route: RegExp) => {
        const { body } = await app.instance.admin<{ result: Record<string, { transactions?: number }> }>(
            'GET',
            '/local/stats'
        )
        return Object.entries(body.result)
            .filter(([name]) => route.test(name))
            .reduce((sum, [, { transactions = 0 }]) => sum + transactions, 0)
    }
    const renewals = () => requestsTo(/request_tokens$/)
    /** Number of times an app was notified that its session has ended. */
    const expirations = (page: Page) => page.evaluate(() => (window as unknown as Globals).expired)
    /** Locks that the client's windows and workers hold. */
    const locksSeenBy = (page: Page) =>
        page.evaluate(async () => {
            const { held = [] } = await navigator.locks.query()
            return held.filter(({ name }) => name?.startsWith('openfin-servicenow-client ')).length
        })
    const EXPIRED = ['AuthTokenExpiredError session_expired']

    it('H36 50 calls with an expired token: one renewal, and all succeed', async () => {
        const page = await connect({})
        const before = await renewals()
        app.instance.clock.advance(7_201_000)
        expect(await call(page, 50)).toEqual([200])
        expect((await renewals()) - before).toBe(1)
        await disconnect(page)
    })

    it.each([
        ['the file', {}],
        ['the inlined worker', { workerUrl: undefined }],
    ])('H46 tabs that share %s: one sign-in, one renewal, one end', async (_, worker) => {
        const options = { share: 'origin', ...worker }
        const first = await connect(options)
        const second = await connect(options, { popup: false })
        // The second one continues when the first one is closed, and others still find the worker.
        await first.close()
        const third = await connect(options, { popup: false })
        const fourth = await connect(options, { popup: false })
        const before = await renewals()
        app.instance.clock.advance(7_201_000)
        const answers = await Promise.all([second, third, fourth].map((page) => call(page, 17)))
        expect(answers.flat()).toEqual([200, 200, 200])
        expect((await renewals()) - before).toBe(1)

        const revocations = await requestsTo(/revoke_token$/)
        await disconnect(second)
        await disconnect(third)
        expect(await call(fourth)).toEqual([200])
        expect(await requestsTo(/revoke_token$/)).toBe(revocations)
        // This is the last live one, although the first one was closed without disconnect.
        await until(async () => (await locksSeenBy(fourth)) === 2)
        await disconnect(fourth)
        expect(await requestsTo(/revoke_token$/)).toBeGreaterThan(revocations)
        expect(await call(fourth)).toEqual(['ApiRequestError disconnected'])
    })

    it('H46 tabs that share are notified of the end together', async () => {
        const options = { share: 'origin' }
        const first = await connect(options)
        const second = await connect(options, { popup: false })
        app.instance.clock.advance(86_401_000 + 7_201_000)
        expect(await call(first)).toEqual(EXPIRED)
        expect(await call(second)).toEqual(EXPIRED)
        expect([await expirations(first), await expirations(second)]).toEqual([1, 1])
    })

    it('H46 tabs that do not share sign in separately, and renew one after the other', async () => {
        const tabs = [await connect({}), await connect({})]
        app.instance.clock.advance(7_201_000)
        const before = await renewals()
        expect((await Promise.all(tabs.map((page) => call(page, 5)))).flat()).toEqual([200, 200])
        expect((await renewals()) - before).toBe(2)
        for (const page of tabs) await disconnect(page)
    })

    describe.each([
        ['of their own', {}],
        ['shared', { share: 'origin' }],
    ])('H50 with sign-ins %s', (name, options) => {
        const popup = name === 'of their own'

        it('the first disconnect keeps the second window alive, the last one revokes', async () => {
            const first = await connect(options)
            const second = await connect(options, { popup })
            const revocations = await requestsTo(/revoke_token$/)
            await disconnect(first)
            expect(await requestsTo(/revoke_token$/)).toBe(revocations)
            expect(await call(second)).toEqual([200])
            app.instance.clock.advance(7_201_000)
            expect(await call(second)).toEqual([200])
            await disconnect(second)
            expect(await requestsTo(/revoke_token$/)).toBeGreaterThan(revocations)
        })

        it('revoke always: the second window gets the expired error', async () => {
            const first = await connect({ ...options, revoke: 'always' })
            const second = await connect(options, { popup })
            await disconnect(first)
            expect(await call(second)).toEqual(EXPIRED)
            expect(await call(second)).toEqual(EXPIRED)
            expect([await expirations(first), await expirations(second)]).toEqual([0, 1])
        })

        it('a window that was closed without disconnect does not count', async () => {
            const first = await connect(options)
            const second = await connect(options, { popup })
            await first.close()
            // The browser releases the lock of the window asynchronously.
            await until(async () => (await locksSeenBy(second)) === (popup ? 1 : 2))
            const revocations = await requestsTo(/revoke_token$/)
            await disconnect(second)
            expect(await requestsTo(/revoke_token$/)).toBeGreaterThan(revocations)
        })
    })

    it('uses the direct route if the app’s routes are switched off and the platform allows the origin', async () => {
        const enabled = 'x_opfi_openfin.integration.enabled'
        await setProperty(app.instance, enabled, 'false')
        await setProperty(app.instance, 'glide.oauth.cors.allowed.origin', new URL(app.site.origin).host)
        try {
            const page = await connect({ tokenRoute: 'auto' })
            app.instance.clock.advance(7_201_000)
            expect(await call(page)).toEqual([200])
            const revocations = await requestsTo(/oauth_revoke_token\.do$/)
            await disconnect(page)
            expect((await requestsTo(/oauth_revoke_token\.do$/)) - revocations).toBe(2)
        } finally {
            await setProperty(app.instance, enabled, 'true')
            await setProperty(app.instance, 'glide.oauth.cors.allowed.origin', '')
        }
    })

    it('H49 disconnect twice revokes once', async () => {
        const page = await connect({})
        const revocations = await requestsTo(/revoke_token$/)
        await Promise.all([disconnect(page), disconnect(page)])
        await disconnect(page)
        expect((await requestsTo(/revoke_token$/)) - revocations).toBe(2)
        await until(() => page.workers().length === 0)
    })
})
