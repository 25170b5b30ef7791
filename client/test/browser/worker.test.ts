import type { Page } from 'playwright-core'
import { startChromium, type TestBrowser } from '../../../test/support/chromium'
import { startAll } from '../../../test/support/start-all'
import { serveApp, type AppSite } from '../support/app-site'
import { outcomeOf, startConnect, type Outcome, type PlainOptions } from '../support/browser-app'
import { fuzzMessages } from '../support/fuzz-messages'
import { until } from '../../../test/support/until'
import { overhear, type Overheard } from '../support/overhear'
import { serveScripted, type ScriptedServer } from '../support/scripted-server'
import { access, INTEGRATION, json, refresh, USER } from '../worker/support/scripted-instance'

type Connection = import('../../src/types/connection').ServiceNowConnection
interface Globals {
    client: typeof import('../../src/index')
    connection: Connection
    overheard: Overheard
    pending: Promise<unknown>
}

const PATH = '/api/now/table/incident'
const CONNECTED: Outcome = { user: USER }

describe('the worker in Chromium', () => {
    let browser: TestBrowser
    let site: AppSite
    let instance: ScriptedServer
    let foreign: ScriptedServer
    let page: Page
    /** Whether tests go on in one page. */
    let isKept = false

    beforeAll(async () => {
        ;[browser, site, instance, foreign] = await startAll(
            startChromium(),
            serveApp(),
            serveScripted(),
            serveScripted()
        )
        await browser.context.addInitScript(overhear)
    })
    afterAll(async () => {
        await browser?.close()
        await Promise.all([site?.close(), instance?.close(), foreign?.close()])
    })
    beforeEach(() => (isKept ? undefined : open()))
    afterEach(async () => {
        if (isKept) return void delete instance.on[PATH]
        await close()
    })

    const close = async () => {
        await page?.close()
        delete site.headers['/']
        instance.reset()
        foreign.reset()
    }

    const open = async () => {
        page = await browser.context.newPage()
        await page.goto(`${site.origin}/`)
        await page.waitForFunction(() => 'ready' in window)
    }
    const connect = async (more: PlainOptions = {}): Promise<Outcome> => {
        await startConnect(page, {
            instanceUrl: instance.url,
            clientId: 'a1b2c3',
            callbackUrl: '/callback.html',
            workerUrl: '/worker.js',
            tokenRoute: 'proxy',
            ...more,
        })
        return outcomeOf(page)
    }
    /** Calls through the connection; an error as what an app sees of it. */
    const call = (...args: unknown[]) =>
        page.evaluate(async (args) => {
            const { connection } = window as unknown as Globals
            try {
                const call = connection.executeApiRequest as (
                    ...args: unknown[]
                ) => Promise<{ data?: unknown }>
                const answer = await call(...args)
                if (!(answer.data instanceof Blob)) return answer
                return { ...answer, data: [...new Uint8Array(await answer.data.arrayBuffer())] }
            } catch (error) {
                const { name, code, status, message, description } = error as Error & Record<string, unknown>
                return { name, code, status, message, description }
            }
        }, args)
    const ask = (message: unknown) =>
        page.evaluate((message) => (window as unknown as Globals).overheard.ask(message), message)
    const leaks = async () => {
        const said = await page.evaluate(() => (window as unknown as Globals).overheard.said())
        const verifiers = instance.grants('authorization_code').map(({ form }) => form['code_verifier']!)
        const secrets = [...[1, 2, 3, 4, 5].flatMap((n) => [access(n), refresh(n)]), ...verifiers]
        return secrets.filter((secret) => said.includes(secret))
    }

    it.each([
        ['the file', { workerUrl: '/worker.js' }],
        ['what the page brings along', { workerUrl: undefined }],
        ['the file, shared', { share: 'origin' }],
        ['what the page brings along, shared', { workerUrl: undefined, share: 'origin' }],
    ])('runs from %s', async (_, options) => {
        expect(await connect(options)).toEqual(CONNECTED)
        expect(await call(PATH)).toEqual({ status: 200, type: 'application/json', data: [PATH] })
        await page.evaluate(() => (window as unknown as Globals).connection.disconnect())
        expect(instance.to(`${INTEGRATION}/revoke_token`)).toHaveLength(2)
    })

    it('runs as a module worker, too', async () => {
        const answer = await page.evaluate((instanceUrl) => {
            new Worker('/worker.js', { type: 'module' })
            const pins = { instanceUrl, clientId: 'x', redirectUri: 'y', tokenRoute: 'auto' }
            return (window as unknown as Globals).overheard.ask({ type: 'init', pins })
        }, instance.url)
        expect(answer).toEqual({ ok: true })
    })

    describe.each(['window', 'origin'])('H15 under a CSP without blob:, shared by %s', (share) => {
        beforeEach(async () => {
            site.headers['/'] = { 'content-security-policy': "worker-src 'self'" }
            await page.close()
            await open()
        })

        it('the file loads, anything else is an error: no page-held tokens', async () => {
            const others = [undefined, '/missing.js', '/other.html', 'https://elsewhere.example/worker.js']
            for (const workerUrl of others) {
                expect((await connect({ workerUrl, share })).error).toMatchObject({
                    name: 'InitializationError',
                    code: 'worker_blocked',
                })
                expect(instance.seen).toEqual([])
                // The window that was opened for the sign-in is gone.
                await until(() => browser.context.pages().length === 2)
            }
            expect(await connect({ share })).toEqual(CONNECTED)
        })
    })

    it('H31 a page’s script that has the worker cannot turn it elsewhere', async () => {
        await connect()
        const pins = { instanceUrl: foreign.url, clientId: 'evil', redirectUri: 'x', tokenRoute: 'proxy' }
        expect(await ask({ type: 'init', pins })).toMatchObject({ ok: false })
        const request = { type: 'request', method: 'GET', retry: 0, maxBytes: 1e6 }
        for (const name of ['fetchUrl', 'url', 'instanceUrl', 'baseUrl', 'tokenUrl']) {
            expect(await ask({ ...request, endpoint: PATH, [name]: foreign.url })).toMatchObject({ ok: true })
        }
        expect(await ask({ ...request, endpoint: `${foreign.url}/api` })).toMatchObject({ ok: false })
        expect(foreign.seen).toEqual([])
        expect(instance.to(PATH)).toHaveLength(5)
    })

    it('H32 H33 20,000 messages of any shape: the worker lives, answers each, and says no token', async () => {
        await connect()
        const answered = await page.evaluate(fuzzMessages, { count: 20_000, seed: 7 })
        expect(answered).toBe(20_000)
        expect(await call(PATH)).toMatchObject({ status: 200 })
        expect(await leaks()).toEqual([])
        expect(instance.seen.length).toBeGreaterThan(100)
    })

    it('H33 no message holds a token, also where the instance’s answers do', async () => {
        await connect()
        const answer = (status: number, type: string) => () =>
            new Response(
                JSON.stringify({ error: { message: access(1), detail: refresh(1) }, result: [access(1)] }),
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
            instance.on[PATH] = answer(status, type)
            await call(PATH)
        }
        delete instance.on[PATH]
        instance.good = 'none'
        await call(PATH)
        await page.evaluate(() => (window as unknown as Globals).connection.disconnect())
        expect(instance.good).toBe(access(2))
        expect(await leaks()).toEqual([])
    })

    it('H34 the bearer goes to the instance’s REST APIs and nowhere else', async () => {
        await connect()
        const before = instance.seen.length
        for (const endpoint of [
            `${foreign.url}/api/now/table/incident`,
            `//${new URL(foreign.url).host}/api`,
            `/\\${new URL(foreign.url).host}/api`,
            '/api/../oauth_token.do',
            '/api/%2e%2e/oauth_auth.do',
            '/oauth_revoke_token.do',
            `${INTEGRATION}/request_tokens`,
        ]) {
            expect(await call(endpoint)).toMatchObject({ name: 'ParameterError', code: 'invalid_parameter' })
        }
        expect(foreign.seen).toEqual([])
        expect(instance.seen).toHaveLength(before)
        for (const headers of [{ authorization: 'Basic x' }, { COOKIE: 'a=b' }]) {
            expect(await call(PATH, { headers })).toMatchObject({ code: 'invalid_parameter' })
        }
        expect(instance.seen).toHaveLength(before)
        await call(PATH, { headers: { 'X-Mine': 'yes' } })
        const { headers } = instance.seen.at(-1)!
        expect(headers).toMatchObject({ authorization: `Bearer ${access(1)}`, 'x-mine': 'yes' })
        expect(headers).not.toHaveProperty('cookie')
    })

    it('H35 a redirect to another origin is not followed', async () => {
        await connect()
        for (const status of [301, 302, 303, 307, 308]) await expectNotFollowed(status)
        expect(foreign.seen).toEqual([])
        expect(instance.to(PATH)).toHaveLength(10)
    })
    const expectNotFollowed = async (status: number) => {
        instance.on[PATH] = () =>
            new Response(null, { status, headers: { location: `${foreign.url}${PATH}` } })
        expect(await call(PATH)).toMatchObject({ name: 'ApiRequestError', code: 'http', status: 0 })
        expect(await call(PATH, 'POST', {})).toMatchObject({
            name: 'ApiRequestError',
            code: 'http',
            status: 0,
        })
    }

    it('H38 disconnect ends the worker; a late renewal is revoked and later calls reject', async () => {
        await connect()
        instance.good = 'none'
        let answer = (_: Response) => {}
        const asked = new Promise<void>((resolve) => {
            instance.on[`${INTEGRATION}/request_tokens`] = () => {
                resolve()
                return new Promise((resolve) => (answer = resolve))
            }
        })
        const pending = call(PATH)
        await asked
        const leaving = page.evaluate(() => (window as unknown as Globals).connection.disconnect())
        expect(await pending).toMatchObject({ name: 'ApiRequestError', code: 'disconnected' })
        answer(json({ access_token: access(4), refresh_token: refresh(4) }))
        await leaving
        expect(
            instance
                .to(`${INTEGRATION}/revoke_token`)
                .map(({ form }) => form['token'])
                .sort()
        ).toEqual([access(4), refresh(4)])
        await until(() => page.workers().length === 0)
        expect(await call(PATH)).toMatchObject({ name: 'ApiRequestError', code: 'disconnected' })
        expect(await leaks()).toEqual([])
    })

    it('H40 without a refresh token: AuthTokenExpiredError at the end, and onSessionExpired once', async () => {
        instance.tokens = { refresh_token: undefined }
        await connect()
        expect(await call(PATH)).toMatchObject({ status: 200 })
        instance.good = 'none'
        for (let n = 0; n < 2; n++) {
            expect(await call(PATH)).toMatchObject({ name: 'AuthTokenExpiredError', code: 'session_expired' })
        }
        expect(instance.grants('refresh_token')).toEqual([])
    })

    describe('H47', () => {
        beforeAll(async () => {
            isKept = true
            await open()
            await connect()
        })
        afterAll(async () => {
            isKept = false
            await close()
        })
        const give = (body: BodyInit | null, type: string, status = 200) => {
            instance.on[PATH] = () =>
                new Response(body, { status, headers: type ? { 'content-type': type } : {} })
        }

        it('204 has no data', async () => {
            give(null, '', 204)
            expect(await call(PATH)).toEqual({ status: 204 })
            expect(await call(PATH, 'PATCH', { state: '3' }, true)).toEqual({ status: 204 })
            expect(instance.seen.at(-1)).toMatchObject({
                method: 'PATCH',
                body: '{"state":"3"}',
                headers: { 'x-no-response-body': 'true', 'content-type': 'application/json' },
            })
        })

        it('a page is an error with a snippet', async () => {
            give(`<html><h1>Maintenance</h1>${'x'.repeat(10_000)}`, 'text/html;charset=UTF-8')
            const answer = await call(PATH)
            expect(answer).toMatchObject({
                name: 'ApiRequestError',
                code: 'http',
                status: 200,
                description: expect.stringContaining('<h1>Maintenance</h1>'),
            })
            expect((answer as { description: string }).description.length).toBeLessThanOrEqual(200)
        })

        it('50 MB are over the limit', async () => {
            const part = 'x'.repeat(1_000_000)
            instance.on[PATH] = () => {
                let parts = 0
                const body = new ReadableStream({
                    pull(controller) {
                        if (parts++ < 50) controller.enqueue(new TextEncoder().encode(part))
                        else controller.close()
                    },
                })
                return new Response(body, { headers: { 'content-type': 'application/json' } })
            }
            expect(await call(PATH)).toMatchObject({
                name: 'ApiRequestError',
                code: 'http',
                status: 200,
                message: expect.stringContaining('over'),
            })
        })

        it('binary comes as a Blob, byte for byte', async () => {
            const bytes = Uint8Array.from({ length: 256 }, (_, n) => n)
            give(bytes, 'image/png')
            expect(await call(PATH)).toEqual({ status: 200, type: 'image/png', data: [...bytes] })
        })

        it('text is a string, JSON without a result is given whole', async () => {
            give('a;b\r\n', 'text/csv')
            expect(await call(PATH)).toEqual({ status: 200, type: 'text/csv', data: 'a;b\r\n' })
            give('{"serviced_requests":[]}', 'application/json')
            expect(await call(PATH)).toMatchObject({ data: { serviced_requests: [] } })
            give('{"result":null}', 'application/json')
            expect(await call(PATH)).toMatchObject({ data: null })
        })

        it.each([
            ['invalid UTF-8', Uint8Array.of(0x22, 0xff, 0x22), 'UTF-8'],
            ['invalid JSON', '{"result":', 'JSON'],
        ])('%s is an error', async (_, body, word) => {
            give(body, 'application/json')
            expect(await call(PATH)).toMatchObject({
                name: 'ApiRequestError',
                code: 'http',
                message: expect.stringContaining(word),
            })
        })

        it('an error has the instance’s words and its status', async () => {
            instance.on[PATH] = () =>
                json({ error: { message: 'No Record found', detail: 'ACL' }, status: 'failure' }, 404)
            expect(await call(PATH)).toEqual({
                name: 'ApiRequestError',
                code: 'http',
                status: 404,
                message: 'No Record found',
                description: 'ACL',
            })
            instance.on[PATH] = () => json({ error: 'invalid_request', error_description: 'no table' }, 400)
            expect(await call(PATH)).toMatchObject({ code: 'http', status: 400, message: 'no table' })
            instance.on[PATH] = () => json({ error: 'no such thing' }, 404)
            expect(await call(PATH)).toMatchObject({ code: 'http', status: 404, message: 'no such thing' })
        })
    })

    describe('H49', () => {
        it('disconnect twice, and during calls, which all reject with one known error', async () => {
            await connect()
            instance.on[PATH] = () => new Promise(() => {})
            const outcome = page.evaluate(async (path) => {
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
            expect(instance.to(`${INTEGRATION}/revoke_token`)).toHaveLength(2)
        })

        it('a sign-in that is called off leaves no worker and no token', async () => {
            let answer = (_: Response) => {}
            const asked = new Promise<void>((resolve) => {
                instance.on[`${INTEGRATION}/request_tokens`] = () => {
                    resolve()
                    return new Promise((resolve) => (answer = resolve))
                }
            })
            const connecting = connect({ abortable: true })
            await asked
            await page.evaluate(() =>
                (window as unknown as { controller: AbortController }).controller.abort(new Error('enough'))
            )
            expect((await connecting).error).toMatchObject({ name: 'Error', message: 'enough' })
            answer(json({ access_token: (instance.good = access(1)), refresh_token: refresh(1) }))
            await until(() => page.workers().length === 0)
            expect(instance.to(PATH)).toEqual([])
        })
    })

    it('logs each step where the app asks for it: no query, no token', async () => {
        await page.evaluate(() => {
            const { client, lines } = Object.assign(window as unknown as Globals & { lines: string[] }, {
                lines: [] as string[],
            })
            client.enableLogging(({ level, message }) => lines.push(`${level} ${message}`))
        })
        await connect()
        await call(`${PATH}?sysparm_query=caller_id.name=Abel`)
        instance.on[PATH] = ({ headers }) =>
            json({ error: { message: `no good: ${headers['authorization']}` } }, 403)
        await call(PATH, 'POST', {})
        instance.good = 'none'
        instance.on[`${INTEGRATION}/request_tokens`] = () => json({ error: { code: 'invalid_grant' } }, 400)
        delete instance.on[PATH]
        await call(PATH)
        await page.evaluate(() => (window as unknown as Globals).connection.disconnect())
        expect(await page.evaluate(() => (window as unknown as { lines: string[] }).lines)).toEqual([
            `info connected to ${instance.url}`,
            `debug GET ${PATH}: 200`,
            `error POST ${PATH}: ApiRequestError: no good: Bearer ***`,
            'warn the session is over',
            `error GET ${PATH}: AuthTokenExpiredError: The session has expired: connect again`,
            `info disconnected from ${instance.url}`,
        ])
    })

    it('refuses limits of a call that are none, or that no timer can wait for', async () => {
        await connect()
        const refused = await page.evaluate(async (path) => {
            const { connection } = window as unknown as Globals
            const limits = [0, -1, NaN, Infinity, 2 ** 31, '5'].map((timeoutMs) => ({ timeoutMs }))
            const retries = [-1, 11, 1.5, NaN, '2'].map((retry) => ({ retry }))
            const all: object[] = [...limits, ...retries, { signal: {} }, { signal: 'x' }]
            return Promise.all(
                all.map((options) =>
                    connection
                        .executeApiRequest(path, options)
                        .then(String, (error: { code: string }) => error.code)
                )
            )
        }, PATH)
        expect(new Set(refused)).toEqual(new Set(['invalid_parameter']))
        expect(instance.to(PATH)).toEqual([])
        expect(await call(PATH, { timeoutMs: 2 ** 31 - 1 })).toMatchObject({ status: 200 })
    })

    it('a call ends by its signal’s reason, and by its time limit', async () => {
        await connect()
        instance.on[PATH] = () => new Promise(() => {})
        expect(await call(PATH, { timeoutMs: 50 })).toMatchObject({
            name: 'ApiRequestError',
            code: 'timeout',
        })
        const reasons = await page.evaluate(async (path) => {
            const { connection } = window as unknown as Globals
            const controller = new AbortController()
            const reason = { mine: true }
            const call = connection.executeApiRequest(path, { signal: controller.signal })
            const ended = call.catch((error: unknown) => error === reason)
            controller.abort(reason)
            const late = connection.executeApiRequest(path, { signal: controller.signal })
            return [await ended, await late.catch((error: unknown) => error === reason)]
        }, PATH)
        expect(reasons).toEqual([true, true])
    })
})
