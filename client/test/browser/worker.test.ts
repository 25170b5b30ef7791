import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Page } from 'playwright-core'
import { startChromium, type TestBrowser } from '../../../test/support/chromium'
import { startAll } from '../../../test/support/start-all'
import { serveApp, type AppSite } from '../support/app-site'
import { outcomeOf, startConnect, type Outcome, type PlainOptions } from '../support/browser-app'
import { bundleForPage } from '../support/bundle'
import { fuzzMessages } from '../support/fuzz-messages'
import { until } from '../../../test/support/until'
import { overhear, type Overheard } from '../support/overhear'
import { serveScripted, type ScriptedServer } from '../support/scripted-server'
import { access, INTEGRATION, json, refresh, USER } from '../worker/support/scripted-instance'

type Connection = import('../../src/types/connection').ServiceNowConnection
interface Globals {
    client: typeof import('../../src/index')
    connection: Connection
    expired: number
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
    /** Whether tests share one page. */
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
        await browser.reset()
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
    /** Calls through the connection; an error as an app sees it. */
    const call = (...args: unknown[]) =>
        page.evaluate(async (args) => {
            const { connection } = window as unknown as Globals
            try {
                const call = connection.executeApiRequest as (
                    ...args: unknown[]
                ) => Promise<{ data?: unknown }>
                const answer = await call(...args)
                if (!(answer.data instanceof ArrayBuffer)) return answer
                return { ...answer, data: [...new Uint8Array(answer.data)] }
            } catch (error) {
                const { name, code, status, message, description, data } = error as Error &
                    Record<string, unknown>
                return { name, code, status, message, description, data }
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
        ['the inlined text', { workerUrl: undefined }],
        ['the file, shared', { share: 'origin' }],
        ['the inlined text, shared', { workerUrl: undefined, share: 'origin' }],
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

        it('the file loads, and anything else is an error: the page never holds tokens', async () => {
            const others = [undefined, '/missing.js', '/other.html', 'https://elsewhere.example/worker.js']
            for (const workerUrl of others) {
                expect((await connect({ workerUrl, share })).error).toMatchObject({
                    name: 'InitializationError',
                    code: 'worker_blocked',
                })
                expect(instance.seen).toEqual([])
                // The sign-in window is closed.
                await until(() => browser.context.pages().length === 2)
            }
            expect(await connect({ share })).toEqual(CONNECTED)
        })
    })

    it('H31 a script of the page cannot redirect the worker to another instance', async () => {
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

    it('H32 H33 20,000 random messages: the worker survives, replies to each, and reveals no token', async () => {
        await connect()
        const answered = await page.evaluate(fuzzMessages, { count: 20_000, seed: 7 })
        expect(answered).toBe(20_000)
        expect(await call(PATH)).toMatchObject({ status: 200 })
        expect(await leaks()).toEqual([])
        expect(instance.seen.length).toBeGreaterThan(100)
    })

    it('H33 no message contains a token, even if the instance’s responses do', async () => {
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

    it('H34 the access token is sent to the instance’s REST APIs only', async () => {
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
        for (const name of ['Authorization', 'authorization', 'COOKIE']) {
            await call(PATH, 'GET', undefined, false, { [name]: 'Basic x', 'X-Mine': 'yes' })
            const { headers } = instance.seen.at(-1)!
            expect(headers).toMatchObject({ authorization: `Bearer ${access(1)}`, 'x-mine': 'yes' })
            expect(headers).not.toHaveProperty('cookie')
        }
        await call(PATH, { headers: { 'X-Mine': 'yes' } })
        const { headers } = instance.seen.at(-1)!
        expect(headers).toMatchObject({ authorization: `Bearer ${access(1)}`, 'x-mine': 'yes' })
        expect(headers).not.toHaveProperty('cookie')
    })

    it('H35 a redirect to another origin is not followed', async () => {
        await connect()
        for (const status of [301, 302, 303, 307, 308]) await expectNotFollowed(status)
        expect(foreign.seen).toEqual([])
        // GET twice, since the browser may have kept a redirect.
        expect(instance.to(PATH)).toHaveLength(15)
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

    it('sends one preflight per URL, and uses no response from the browser’s cache', async () => {
        const kept = (status: number, headers: Record<string, string>) => () =>
            new Response(`${++count}`, { status, headers: { 'content-type': 'text/plain', ...headers } })
        let count = 0
        const tokens = { access_token: access(1), refresh_token: refresh(1), expires_in: 7200 }
        instance.good = access(1)
        instance.on[`${INTEGRATION}/request_tokens`] = () =>
            json(tokens, 200, { 'cache-control': 'max-age=600' })
        await connect()
        // The browser may have cached preflights of other tests.
        const once = `${PATH}?once`
        for (let n = 0; n < 5; n++) await call(once)
        for (let n = 0; n < 5; n++) await call(once, 'PATCH', {})
        // The second one is for the content type, which the first did not include.
        expect(instance.preflights.filter((path) => path === once)).toHaveLength(2)
        for (const [status, headers] of [
            [200, { 'cache-control': 'private, max-age=600' }],
            [200, { 'last-modified': 'Thu, 01 Jan 2026 00:00:00 GMT' }],
            [200, { expires: new Date(Date.now() + 600_000).toUTCString() }],
            [410, {}],
        ] as const) {
            instance.on[PATH] = kept(status, headers)
            const path = `${PATH}/${status}/${Object.keys(headers).join()}`
            const before = instance.to(path).length
            for (let n = 0; n < 3; n++) {
                const { data, description } = (await call(path)) as Record<string, string>
                expect(description ?? data).toBe(`${count}`)
            }
            expect(instance.to(path).length - before).toBeGreaterThanOrEqual(3)
        }
        const asked = instance.seen.length
        const status = await page.evaluate(
            async (url) => (await fetch(url, { cache: 'force-cache' })).status,
            `${instance.url}${INTEGRATION}/request_tokens`
        )
        expect([status, instance.seen.length - asked]).toEqual([200, 1])
    })

    it('H38 disconnect ends the worker, revokes a late renewal, and later calls reject', async () => {
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
        await page.evaluate(() => {
            const globals = window as unknown as {
                client: { connect(options: object): unknown }
                expired: number
            }
            const { connect, ...client } = globals.client
            const onSessionExpired = () => void globals.expired++
            globals.expired = 0
            globals.client = { ...client, connect: (options) => connect({ ...options, onSessionExpired }) }
        })
        const notified = () => page.evaluate(() => (window as unknown as Globals).expired)
        await connect()
        expect(await call(PATH)).toMatchObject({ status: 200 })
        expect(await notified()).toBe(0)
        instance.good = 'none'
        for (let n = 0; n < 2; n++) {
            expect(await call(PATH)).toMatchObject({ name: 'AuthTokenExpiredError', code: 'session_expired' })
        }
        expect(await notified()).toBe(1)
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

        it('a web page is an error with a snippet', async () => {
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

        it('a truncated response is an error with the instance’s message', async () => {
            const error = { message: 'Transaction cancelled: maximum execution time exceeded', detail: 'why' }
            const cut = JSON.stringify({ result: [{}], error, status: 'failure' })
            for (const body of [cut, cut.replace('{}', '{"number":"INC}""'), JSON.stringify({ error })]) {
                give(body, 'application/json')
                expect(await call(PATH)).toMatchObject({
                    name: 'ApiRequestError',
                    code: 'http',
                    status: 200,
                    message: error.message,
                    description: 'why',
                })
            }
        })

        it('a snippet ends with a complete character', async () => {
            give(`{${'x'.repeat(198)}\u{1f600}\u{1f600}`, 'application/json')
            const { description } = (await call(PATH)) as { description: string }
            expect(description).toBe(`{${'x'.repeat(198)}\u{1f600}`)
        })

        it('the size of compressed content is unknown, and progress never exceeds it', async () => {
            const zipped = gzipSync(Buffer.alloc(6_000_000, 'x'))
            instance.on[PATH] = () =>
                new Response(zipped, {
                    headers: {
                        'content-type': 'text/csv',
                        'content-encoding': 'gzip',
                        'content-length': `${zipped.length}`,
                    },
                })
            const seen = await page.evaluate(async (endpoint) => {
                const seen: { loaded: number; total: number }[] = []
                const send = (
                    window as unknown as { connection: Record<symbol, (request: object) => Promise<unknown>> }
                ).connection[Symbol.for('openfin-servicenow-client.request')]!
                await send({ endpoint, onProgress: (at: (typeof seen)[0]) => seen.push(at) })
                return seen
            }, PATH)
            expect(new Set(seen.map(({ total }) => total))).toEqual(new Set([0]))
            expect(seen.at(-1)!.loaded).toBe(6_000_000)
        })

        it('50 MB exceed the limit', async () => {
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
                message: expect.stringContaining('exceeds'),
            })
        })

        it('binary content becomes an ArrayBuffer, byte for byte', async () => {
            const bytes = Uint8Array.from({ length: 256 }, (_, n) => n)
            give(bytes, 'image/png')
            expect(await call(PATH)).toEqual({ status: 200, type: 'image/png', data: [...bytes] })
            give(new Uint8Array(), 'image/png')
            expect(await call(PATH)).toEqual({ status: 200, type: 'image/png', data: [] })
        })

        // Result of @openfin/servicenow 1.0.1 for the same responses.
        it.each<[string, string, unknown]>([
            ['a;b\r\n', 'text/csv', 'a;b\r\n'],
            ['\ufeff{"result":[]}', 'application/json;charset=UTF-8', []],
            ['{"serviced_requests":[]}', 'application/json', { serviced_requests: [] }],
            ['{"result":null}', 'application/json', { result: null }],
            ['{"result":0,"more":1}', 'application/hal+json', { result: 0, more: 1 }],
            ['[{"result":1}]', 'application/json', [{ result: 1 }]],
            ['"text"', 'application/json', 'text'],
            ['{"result":1}', 'text/json', '{"result":1}'],
            ['<a/>', 'application/soap+xml; charset=utf-8', '<a/>'],
            ['null', 'application/json', undefined],
            ['false', 'application/json', undefined],
            ['', 'text/plain', undefined],
            ['without a type', '', undefined],
        ])('%j of type %j', async (body, type, data) => {
            give(new TextEncoder().encode(body), type)
            expect(await call(PATH)).toEqual({ status: 200, ...(data !== undefined && { data, type }) })
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

        it('an error has the instance’s message and status', async () => {
            instance.on[PATH] = () =>
                json({ error: { message: 'No Record found', detail: 'ACL' }, status: 'failure' }, 404)
            expect(await call(PATH)).toEqual({
                name: 'ApiRequestError',
                code: 'http',
                status: 404,
                message: 'No Record found',
                description: 'ACL',
                data: { error: { message: 'No Record found', detail: 'ACL' }, status: 'failure' },
            })
            instance.on[PATH] = () => json({ error: 'invalid_request', error_description: 'no table' }, 400)
            expect(await call(PATH)).toMatchObject({ code: 'http', status: 400, message: 'no table' })
            instance.on[PATH] = () => json({ error: 'no such thing' }, 404)
            expect(await call(PATH)).toMatchObject({ code: 'http', status: 404, message: 'no such thing' })
            instance.on[PATH] = () =>
                json({ error: { message: 'no' }, access_token: 'abc', token: null, list: [1] }, 409)
            expect(await call(PATH)).toMatchObject({
                data: { error: { message: 'no' }, access_token: '***', token: null, list: [1] },
            })
            give('<h1>down', 'text/html', 503)
            expect(await call(PATH, 'POST')).toMatchObject({
                message: expect.stringMatching(/503/),
                description: '<h1>down',
                data: undefined,
            })
        })

        it.each<[string, unknown[], string, Record<string, string | undefined>]>([
            ['get', [], 'GET', { accept: 'application/json', 'content-type': undefined }],
            ['post', [{ a: 1 }], 'POST', { 'content-type': 'application/json' }],
            [
                'Patch',
                [null, true],
                'PATCH',
                { 'content-type': 'application/json', 'x-no-response-body': 'true' },
            ],
            ['DELETE', [undefined, false, null], 'DELETE', { 'content-type': undefined }],
            [
                'GET',
                [undefined, false, { 'X-Count': 5, 'X-Flag': true, 'X-Null': null }],
                'GET',
                { 'x-count': '5', 'x-flag': 'true', 'x-null': 'null' },
            ],
            ['GET', [undefined, false, [{ name: 'X-Mine', value: 'yes' }]], 'GET', { 'x-mine': 'yes' }],
            ['GET', [undefined, false, [['X-Mine', 'yes']]], 'GET', { 'x-mine': 'yes' }],
            ['GET', [undefined, false, []], 'GET', { accept: 'application/json' }],
            [
                'GET',
                [undefined, false, { accept: 'text/csv' }],
                'GET',
                { accept: 'application/json, text/csv' },
            ],
        ])('method %s with %j', async (method, rest, sent, expected) => {
            give('{"result":[]}', 'application/json')
            expect(await call(PATH, method, ...rest)).toMatchObject({ status: 200, data: [] })
            const { method: seen, headers } = instance.seen.at(-1)!
            expect(seen).toBe(sent)
            for (const [name, value] of Object.entries(expected))
                expect([name, headers[name]]).toEqual([name, value])
        })

        it('rejects invalid headers', async () => {
            const before = instance.seen.length
            for (const headers of [
                'x',
                [1],
                ['ab', 'c'],
                { 'a b': 'c' },
                { a: 'line\nbreak' },
                [{ name: 'X' }, 1],
            ])
                expect(await call(PATH, 'GET', undefined, false, headers)).toMatchObject({
                    name: 'ParameterError',
                    code: 'invalid_parameter',
                })
            expect(instance.seen).toHaveLength(before)
        })
    })

    describe('H49', () => {
        it('disconnect twice, and during calls, which all reject with the same error', async () => {
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

        it('a cancelled sign-in leaves no worker and no token', async () => {
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
            expect(instance.to(`${INTEGRATION}/revoke_token`).map(({ form }) => form['token'])).toEqual([
                refresh(1),
                access(1),
            ])
        })
    })

    it('logs each step if the app enables it, without query or token', async () => {
        await page.evaluate(() => {
            const { client, lines } = Object.assign(window as unknown as Globals & { lines: string[] }, {
                lines: [] as string[],
            })
            client.enableLogging(({ level, message }) => lines.push(`${level} ${message}`))
        })
        await connect()
        await call(`${PATH}?sysparm_query=caller_id.name=Abel`)
        await call(PATH, 'GET', undefined, false, { authorization: 'Basic YWRtaW46YWRtaW4=' })
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
            'warn ignored header authorization',
            `debug GET ${PATH}: 200`,
            `error POST ${PATH}: ApiRequestError: no good: Bearer ***`,
            'warn the session has ended',
            `error GET ${PATH}: AuthTokenExpiredError: The session has expired: connect again`,
            `info disconnected from ${instance.url}`,
        ])
    })

    it("sends the calls of OpenFin's workspace samples, as @openfin/servicenow does", async () => {
        await connect()
        const source = readFileSync(join(__dirname, '../types/workspace-samples.types.ts'), 'utf8')
        site.files['/workspace.js'] = await bundleForPage(source)
        for (const table of ['customer_contact', 'incident']) {
            instance.on[`/api/now/v2/table/${table}?`] = () => json({ result: [{ sys_id: '1', name: 'Ab' }] })
        }
        instance.on['/api/now/v2/table/sn_customerservice_case/1'] = () =>
            json({ result: { assigned_to: { display_value: 'Abel', link: 'x' }, account: '', state: 'New' } })
        instance.on['/api/now/v2/table/task'] = () => json({ result: [] }, 200)
        const before = instance.seen.length
        expect(
            await page.evaluate(`(async () => {
                const { Desk } = await import('/workspace.js')
                const desk = Object.assign(new Desk('', ''), { connection })
                return [
                    await desk.contacts('A b&c'),
                    await desk.search("Ü'"),
                    await desk.details('Case', { sys_id: '1' }),
                ]
            })()`)
        ).toEqual([
            [{ sys_id: '1', name: 'Ab' }],
            expect.arrayContaining(['Ab']),
            { 'Assigned to': 'Abel', State: 'New' },
        ])
        const found = (fields: string) =>
            `sysparm_query=${fields.replace(',', 'LIKE%C3%9C%27^OR')}LIKE%C3%9C%27^ORDERBYDESCsys_updated_on` +
            `&sysparm_limit=10&sysparm_fields=sys_id,${fields}`
        expect(instance.seen.slice(before).map(({ method, path, body }) => [method, path, body])).toEqual([
            ['GET', '/api/now/v2/table/customer_contact?sysparm_query=nameLIKEA%20b%26c', ''],
            ...[
                ['customer_contact', 'name'],
                ['customer_account', 'name'],
                ['sn_customerservice_case', 'number,short_description'],
                ['task', 'number,short_description'],
                ['incident', 'number,short_description'],
            ].map(([table, fields]) => ['GET', `/api/now/v2/table/${table}?${found(fields!)}`, '']),
            ['GET', '/api/now/v2/table/sn_customerservice_case/1?sysparm_display_value=true', ''],
        ])
        for (const { headers } of instance.seen.slice(before)) {
            expect(headers).toMatchObject({
                accept: 'application/json',
                authorization: `Bearer ${access(1)}`,
            })
            for (const name of ['content-type', 'cookie', 'x-no-response-body']) {
                expect(headers).not.toHaveProperty(name)
            }
        }
    })

    it('rejects invalid limits of a call, and those beyond the maximum of a timer', async () => {
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

    it('a call ends with its signal’s reason, and at its time limit', async () => {
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
