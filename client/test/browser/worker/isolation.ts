import { fuzzMessages } from '../../support/fuzz-messages'
import { access, INTEGRATION, refresh } from '../../worker/support/scripted-instance'
import { PATH, withNewPages, type WorkerApp } from './worker-app'

/** What scripts of the page, and responses of the instance, cannot make the worker do or reveal. */
export function describeIsolation(app: () => WorkerApp): void {
    describe('isolates the tokens', () => {
        withNewPages(app)

        it('H31 a script of the page cannot redirect the worker to another instance', async () => {
            await app().connect()
            const pins = {
                instanceUrl: app().foreign.url,
                clientId: 'evil',
                redirectUri: 'x',
                tokenRoute: 'proxy',
            }
            expect(await app().ask({ type: 'init', pins })).toMatchObject({ ok: false })
            const request = { type: 'request', method: 'GET', retry: 0, maxBytes: 1e6 }
            for (const name of ['fetchUrl', 'url', 'instanceUrl', 'baseUrl', 'tokenUrl']) {
                expect(
                    await app().ask({ ...request, endpoint: PATH, [name]: app().foreign.url })
                ).toMatchObject({ ok: true })
            }
            expect(await app().ask({ ...request, endpoint: `${app().foreign.url}/api` })).toMatchObject({
                ok: false,
            })
            expect(app().foreign.seen).toEqual([])
            expect(app().instance.to(PATH)).toHaveLength(5)
        })

        it('H32 H33 20,000 random messages: the worker survives, replies to each, and reveals no token', async () => {
            await app().connect()
            const answered = await app().page.evaluate(fuzzMessages, { count: 20_000, seed: 7 })
            expect(answered).toBe(20_000)
            expect(await app().call(PATH)).toMatchObject({ status: 200 })
            expect(await app().leaks()).toEqual([])
            expect(app().instance.seen.length).toBeGreaterThan(100)
        })

        it('H33 no message contains a token, even if the instance’s responses do', async () => {
            await app().connect()
            const answer = (status: number, type: string) => () =>
                new Response(
                    JSON.stringify({
                        error: { message: access(1), detail: refresh(1) },
                        result: [access(1)],
                    }),
                    {
                        status,
                        headers: { 'content-type': type, link: refresh(1) },
                    }
                )
            for (const [status, type] of [
                [200, 'application/json'],
                [200, 'text/csv'],
                [200, 'application/octet-stream'],
                [200, 'text/html'],
                [404, 'application/json'],
                [500, 'text/html'],
            ] as const) {
                app().instance.on[PATH] = answer(status, type)
                await app().call(PATH)
            }
            delete app().instance.on[PATH]
            app().instance.good = 'none'
            await app().call(PATH)
            await app().disconnect()
            expect(app().instance.good).toBe(access(2))
            expect(await app().leaks()).toEqual([])
        })

        it('H34 the access token is sent to the instance’s REST APIs only', async () => {
            await app().connect()
            const before = app().instance.seen.length
            for (const endpoint of [
                `${app().foreign.url}/api/now/table/incident`,
                `//${new URL(app().foreign.url).host}/api`,
                `/\\${new URL(app().foreign.url).host}/api`,
                '/api/../oauth_token.do',
                '/api/%2e%2e/oauth_auth.do',
                '/oauth_revoke_token.do',
                `${INTEGRATION}/request_tokens`,
            ]) {
                expect(await app().call(endpoint)).toMatchObject({
                    name: 'ParameterError',
                    code: 'invalid_parameter',
                })
            }
            expect(app().foreign.seen).toEqual([])
            expect(app().instance.seen).toHaveLength(before)
            for (const headers of [{ authorization: 'Basic x' }, { COOKIE: 'a=b' }]) {
                expect(await app().call(PATH, { headers })).toMatchObject({ code: 'invalid_parameter' })
            }
            expect(app().instance.seen).toHaveLength(before)
            for (const name of ['Authorization', 'authorization', 'COOKIE']) {
                await app().call(PATH, 'GET', undefined, false, { [name]: 'Basic x', 'X-Mine': 'yes' })
                const { headers } = app().instance.seen.at(-1)!
                expect(headers).toMatchObject({ authorization: `Bearer ${access(1)}`, 'x-mine': 'yes' })
                expect(headers).not.toHaveProperty('cookie')
            }
            await app().call(PATH, { headers: { 'X-Mine': 'yes' } })
            const { headers } = app().instance.seen.at(-1)!
            expect(headers).toMatchObject({ authorization: `Bearer ${access(1)}`, 'x-mine': 'yes' })
            expect(headers).not.toHaveProperty('cookie')
        })

        it('H35 a redirect to another origin is not followed', async () => {
            await app().connect()
            for (const status of [301, 302, 303, 307, 308]) await expectNotFollowed(status)
            expect(app().foreign.seen).toEqual([])
            // GET twice, since the browser may have kept a redirect.
            expect(app().instance.to(PATH)).toHaveLength(15)
        })

        const expectNotFollowed = async (status: number) => {
            app().instance.on[PATH] = () =>
                new Response(null, { status, headers: { location: `${app().foreign.url}${PATH}` } })
            expect(await app().call(PATH)).toMatchObject({ name: 'ApiRequestError', code: 'http', status: 0 })
            expect(await app().call(PATH, 'POST', {})).toMatchObject({
                name: 'ApiRequestError',
                code: 'http',
                status: 0,
            })
        }
    })
}
