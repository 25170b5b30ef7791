import { until } from '../../../../test/support/until'
import { access, INTEGRATION, json, refresh } from '../../worker/support/scripted-instance'
import { PATH, withNewPages, type Globals, type WorkerApp } from './worker-app'

/** Ends of a session: `disconnect()`, expiry, a cancelled sign-in. */
export function describeSessionEnd(app: () => WorkerApp): void {
    describe('ends a session', () => {
        withNewPages(app)

        it('H38 disconnect ends the worker, revokes a late renewal, and later calls reject', async () => {
            await app().connect()
            app().instance.good = 'none'
            let answer = (_: Response) => {}
            const asked = new Promise<void>((resolve) => {
                app().instance.on[`${INTEGRATION}/request_tokens`] = () => {
                    resolve()
                    return new Promise((resolve) => (answer = resolve))
                }
            })
            const pending = app().call(PATH)
            await asked
            const leaving = app().disconnect()
            expect(await pending).toMatchObject({ name: 'ApiRequestError', code: 'disconnected' })
            answer(json({ access_token: access(4), refresh_token: refresh(4) }))
            await leaving
            expect(
                app()
                    .instance.to(`${INTEGRATION}/revoke_token`)
                    .map(({ form }) => form['token'])
                    .sort()
            ).toEqual([access(4), refresh(4)])
            await until(() => app().page.workers().length === 0)
            expect(await app().call(PATH)).toMatchObject({ name: 'ApiRequestError', code: 'disconnected' })
            expect(await app().leaks()).toEqual([])
        })

        it('H40 without a refresh token: AuthTokenExpiredError at the end, and onSessionExpired once', async () => {
            app().instance.tokens = { refresh_token: undefined }
            await app().page.evaluate(() => {
                const globals = window as unknown as {
                    client: { connect(options: object): unknown }
                    expired: number
                }
                const { connect, ...client } = globals.client
                const onSessionExpired = () => void globals.expired++
                globals.expired = 0
                globals.client = {
                    ...client,
                    connect: (options) => connect({ ...options, onSessionExpired }),
                }
            })
            const notified = () =>
                app().page.evaluate(() => (window as unknown as { expired: number }).expired)
            await app().connect()
            expect(await app().call(PATH)).toMatchObject({ status: 200 })
            expect(await notified()).toBe(0)
            app().instance.good = 'none'
            for (let n = 0; n < 2; n++) {
                expect(await app().call(PATH)).toMatchObject({
                    name: 'AuthTokenExpiredError',
                    code: 'session_expired',
                })
            }
            expect(await notified()).toBe(1)
            expect(app().instance.grants('refresh_token')).toEqual([])
        })

        it('H49 disconnect twice, and during calls, which all reject with the same error', async () => {
            await app().connect()
            app().instance.on[PATH] = () => new Promise(() => {})
            const outcome = app().page.evaluate(async (path) => {
                const { connection } = window as unknown as Globals
                const calls = [1, 2, 3].map((n) =>
                    connection
                        .executeApiRequest(`${path}/${n}`)
                        .catch((error: { code: string }) => error.code)
                )
                await new Promise((resolve) => setTimeout(resolve))
                await Promise.all([connection.disconnect(), connection.disconnect()])
                await connection.disconnect()
                return Promise.all(calls)
            }, PATH)
            expect(await outcome).toEqual(['disconnected', 'disconnected', 'disconnected'])
            expect(app().instance.to(`${INTEGRATION}/revoke_token`)).toHaveLength(2)
        })

        it('H49 a cancelled sign-in leaves no worker and no token', async () => {
            let answer = (_: Response) => {}
            const asked = new Promise<void>((resolve) => {
                app().instance.on[`${INTEGRATION}/request_tokens`] = () => {
                    resolve()
                    return new Promise((resolve) => (answer = resolve))
                }
            })
            const connecting = app().connect({ abortable: true })
            await asked
            await app().page.evaluate(() =>
                (window as unknown as { controller: AbortController }).controller.abort(new Error('enough'))
            )
            expect((await connecting).error).toMatchObject({ name: 'Error', message: 'enough' })
            answer(json({ access_token: (app().instance.good = access(1)), refresh_token: refresh(1) }))
            await until(() => app().page.workers().length === 0)
            expect(app().instance.to(PATH)).toEqual([])
            expect(
                app()
                    .instance.to(`${INTEGRATION}/revoke_token`)
                    .map(({ form }) => form['token'])
            ).toEqual([refresh(1), access(1)])
        })
    })
}
