import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { until } from '../../../test/support/until'
import type { Outcome } from '../support/browser-app'
import { bundleForPage } from '../support/bundle'
import { access, INTEGRATION, json, USER } from '../worker/support/scripted-instance'
import { describeIsolation } from './worker/isolation'
import { describeResponses } from './worker/responses'
import { describeSessionEnd } from './worker/session-end'
import { PATH, startWorkerApp, withNewPages, type Globals, type WorkerApp } from './worker/worker-app'

const CONNECTED: Outcome = { user: USER }

describe('the worker in Chromium', () => {
    let worker: WorkerApp
    const app = () => worker

    beforeAll(async () => {
        worker = await startWorkerApp()
    })
    afterAll(() => worker?.close())

    describe('starts', () => {
        withNewPages(app)

        it.each([
            ['the file', { workerUrl: '/worker.js' }],
            ['the inlined text', { workerUrl: undefined }],
            ['the file, shared', { share: 'origin' }],
            ['the inlined text, shared', { workerUrl: undefined, share: 'origin' }],
        ])('runs from %s', async (_, options) => {
            expect(await app().connect(options)).toEqual(CONNECTED)
            expect(await app().call(PATH)).toEqual({ status: 200, type: 'application/json', data: [PATH] })
            await app().disconnect()
            expect(app().instance.to(`${INTEGRATION}/revoke_token`)).toHaveLength(2)
        })

        it('runs as a module worker, too', async () => {
            const answer = await app().page.evaluate((instanceUrl) => {
                new Worker('/worker.js', { type: 'module' })
                const pins = { instanceUrl, clientId: 'x', redirectUri: 'y', tokenRoute: 'auto' }
                return (window as unknown as Globals).overheard.ask({ type: 'init', pins })
            }, app().instance.url)
            expect(answer).toEqual({ ok: true })
        })

        describe.each(['window', 'origin'])('H15 under a CSP without blob:, shared by %s', (share) => {
            beforeEach(async () => {
                app().site.headers['/'] = { 'content-security-policy': "worker-src 'self'" }
                await app().page.close()
                await app().open()
            })

            it('the file loads, and anything else is an error: the page never holds tokens', async () => {
                const others = [
                    undefined,
                    '/missing.js',
                    '/other.html',
                    'https://elsewhere.example/worker.js',
                ]
                for (const workerUrl of others) {
                    expect((await app().connect({ workerUrl, share })).error).toMatchObject({
                        name: 'InitializationError',
                        code: 'worker_blocked',
                    })
                    expect(app().instance.seen).toEqual([])
                    // The sign-in window is closed.
                    await until(() => app().browser.context.pages().length === 2)
                }
                expect(await app().connect({ share })).toEqual(CONNECTED)
            })
        })
    })

    describe('sends calls', () => {
        withNewPages(app)

        it('logs each step if the app enables it, without query or token', async () => {
            await app().page.evaluate(() => {
                const { client, lines } = Object.assign(window as unknown as Globals & { lines: string[] }, {
                    lines: [] as string[],
                })
                client.enableLogging(({ level, message }) => lines.push(`${level} ${message}`))
            })
            await app().connect()
            await app().call(`${PATH}?sysparm_query=caller_id.name=Abel`)
            await app().call(PATH, 'GET', undefined, false, { authorization: 'Basic YWRtaW46YWRtaW4=' })
            app().instance.on[PATH] = ({ headers }) =>
                json({ error: { message: `no good: ${headers['authorization']}` } }, 403)
            await app().call(PATH, 'POST', {})
            app().instance.good = 'none'
            app().instance.on[`${INTEGRATION}/request_tokens`] = () =>
                json({ error: { code: 'invalid_grant' } }, 400)
            delete app().instance.on[PATH]
            await app().call(PATH)
            await app().disconnect()
            expect(await app().page.evaluate(() => (window as unknown as { lines: string[] }).lines)).toEqual(
                [
                    `info connected to ${app().instance.url}`,
                    `debug GET ${PATH}: 200`,
                    'warn ignored header authorization',
                    `debug GET ${PATH}: 200`,
                    `error POST ${PATH}: ApiRequestError: no good: Bearer ***`,
                    'warn the session has ended',
                    `error GET ${PATH}: AuthTokenExpiredError: The session has expired: connect again`,
                    `info disconnected from ${app().instance.url}`,
                ]
            )
        })

        it("sends the calls of OpenFin's workspace samples, as @openfin/servicenow does", async () => {
            await app().connect()
            const source = readFileSync(join(__dirname, '../types/workspace-samples.types.ts'), 'utf8')
            app().site.files['/workspace.js'] = await bundleForPage(source)
            for (const table of ['customer_contact', 'incident']) {
                app().instance.on[`/api/now/v2/table/${table}?`] = () =>
                    json({ result: [{ sys_id: '1', name: 'Ab' }] })
            }
            app().instance.on['/api/now/v2/table/sn_customerservice_case/1'] = () =>
                json({
                    result: { assigned_to: { display_value: 'Abel', link: 'x' }, account: '', state: 'New' },
                })
            app().instance.on['/api/now/v2/table/task'] = () => json({ result: [] }, 200)
            const before = app().instance.seen.length
            expect(
                await app().page.evaluate(`(async () => {
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
            expect(
                app()
                    .instance.seen.slice(before)
                    .map(({ method, path, body }) => [method, path, body])
            ).toEqual([
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
            for (const { headers } of app().instance.seen.slice(before)) {
                expect(headers).toMatchObject({
                    accept: 'application/json',
                    authorization: `Bearer ${access(1)}`,
                })
                for (const name of ['content-type', 'cookie', 'x-no-response-body']) {
                    expect(headers).not.toHaveProperty(name)
                }
            }
        })

        it('a call ends with its signal’s reason, and at its time limit', async () => {
            await app().connect()
            app().instance.on[PATH] = () => new Promise(() => {})
            expect(await app().call(PATH, { timeoutMs: 50 })).toMatchObject({
                name: 'ApiRequestError',
                code: 'timeout',
            })
            const reasons = await app().page.evaluate(async (path) => {
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

    describeIsolation(app)
    describeResponses(app)
    describeSessionEnd(app)
})
