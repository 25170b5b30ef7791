import type { ServiceNowConnection } from '../../src/types/connection'
import type { EnginePage } from '../../../test/support/engines/engine'
import { outcomeOf } from '../support/browser-app'
import { answer, type EngineApp } from './engine-app'
import { USER } from './popups'

interface Globals {
    connection: ServiceNowConnection
    opened: number
}

const LIST = '/api/now/v2/table/incident?sysparm_limit=1&sysparm_fields=number'

/** Makes concurrent calls; returns the status or error code of each. */
const call = (page: EnginePage, count = 1) =>
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
        [LIST, count] as const
    )

const disconnect = (page: EnginePage) =>
    page.evaluate(() => (window as unknown as Globals).connection.disconnect())

/** Sessions of one and several windows: renewal, sharing, end. */
export function describeSessions(app: () => EngineApp): void {
    const revocations = () => app().requestsTo(/revoke_token$/)
    const renewals = () => app().requestsTo(/request_tokens$/)
    const expire = () => void app().instance.clock.advance(7_201_000)

    it('H36 H49 renews once for many calls, and revokes by disconnect', async () => {
        const page = await app().open()
        expect(await app().connect(page)).toEqual(USER)
        const [renewed, revoked] = [await renewals(), await revocations()]
        expire()
        expect(await call(page, 20)).toEqual([200])
        expect((await renewals()) - renewed).toBe(1)
        await disconnect(page)
        await disconnect(page)
        expect((await revocations()) - revoked).toBe(2)
        expect(await call(page)).toEqual(['ApiRequestError disconnected'])
    })

    describe.each([
        ['the file', {}],
        ['the page’s own worker', { workerUrl: undefined }],
    ])('H46 windows that share %s', (_, worker) => {
        const options = { share: 'origin', ...worker }

        it('sign in once without a second window, renew once and end together', async () => {
            const first = await app().open()
            expect(await app().connect(first, options)).toEqual(USER)
            const second = await app().open()
            await second.evaluate(() => {
                const globals = window as unknown as Globals
                const { open } = window
                globals.opened = 0
                window.open = (...request) => {
                    globals.opened += 1
                    return open(...request)
                }
            })
            expect(await app().connect(second, options, false)).toEqual(USER)
            expect(await second.evaluate(() => (window as unknown as Globals).opened)).toBe(0)

            const [renewed, revoked] = [await renewals(), await revocations()]
            expire()
            expect(await Promise.all([call(first, 5), call(second, 5)])).toEqual([[200], [200]])
            expect((await renewals()) - renewed).toBe(1)
            await disconnect(first)
            expect(await call(second)).toEqual([200])
            expect((await revocations()) - revoked).toBe(0)
            await disconnect(second)
            expect((await revocations()) - revoked).toBe(2)
        })
    })

    it('H46 windows that do not share sign in separately', async () => {
        const first = await app().open()
        expect(await app().connect(first)).toEqual(USER)
        const second = await app().open()
        expect(await app().connect(second)).toEqual(USER)
        const [renewed, revoked] = [await renewals(), await revocations()]
        expire()
        expect(await Promise.all([call(first, 5), call(second, 5)])).toEqual([[200], [200]])
        expect((await renewals()) - renewed).toBe(2)
        await disconnect(first)
        expect((await revocations()) - revoked).toBe(0)
        expect(await call(second)).toEqual([200])
        await disconnect(second)
        expect(await revocations()).toBeGreaterThan(revoked)
    })

    it('opens the window while the click allows it, even if the shared worker is slow', async () => {
        const page = await app().open()
        const release = app().site.hold('/worker.js')
        const popup = await app().openPopup(page, { share: 'origin' })
        release()
        await answer(popup)
        expect(await outcomeOf(page)).toEqual(USER)
        await disconnect(page)
    })
}
