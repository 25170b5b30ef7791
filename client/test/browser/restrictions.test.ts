import type { Page } from 'playwright-core'
import { startChromium, type TestBrowser } from '../../../test/support/chromium'
import { serveApp, type AppSite } from '../support/app-site'
import { connectScripted, holdTimer, type Outcome, type PlainOptions } from '../support/browser-app'
import { releaseLocksLate, withoutLocks } from '../support/page-restrictions'
import { serveScripted, type ScriptedServer } from '../support/scripted-server'
import { until } from '../../../test/support/until'
import { access, INTEGRATION, json, refresh, USER } from '../worker/support/scripted-instance'

interface Globals {
    client: typeof import('../../src/index')
    connection: import('../../src/types/connection').ServiceNowConnection
    trustedTypes: { createPolicy(name: string, rules: object): { createScriptURL(url: string): object } }
}

const CONNECTED: Outcome = { user: USER }

describe('what a browser or a policy of the page blocks', () => {
    let browser: TestBrowser
    let site: AppSite
    let instance: ScriptedServer
    let page: Page
    let worker: string

    beforeAll(async () => {
        ;[browser, site, instance] = await Promise.all([startChromium(), serveApp(), serveScripted()])
        worker = site.files['/worker.js']!
    })
    afterAll(async () => {
        await browser.close()
        await Promise.all([site.close(), instance.close()])
    })
    beforeEach(async () => {
        page = await browser.context.newPage()
    })
    afterEach(async () => {
        await browser.reset()
        for (const path of Object.keys(site.headers)) delete site.headers[path]
        site.files['/worker.js'] = worker
        instance.reset()
    })

    const open = async (origin = site.origin) => {
        await page.goto(`${origin}/`)
        await page.waitForFunction(() => 'ready' in window)
    }
    const connect = (more?: PlainOptions): Promise<Outcome> => connectScripted(page, instance.url, more)
    const revoked = () => instance.to(`${INTEGRATION}/revoke_token`).map(({ form }) => form['token'])
    /** Calls and disconnects, after which no token remains. */
    const expectWorking = async () => {
        const status = await page.evaluate(async () => {
            const { connection } = window as unknown as Globals
            const { status } = await connection.executeApiRequest('/api/now/table/incident')
            await connection.disconnect()
            return status
        })
        expect(status).toBe(200)
        expect(revoked()).toEqual([refresh(1), access(1)])
    }

    it.each([
        ['the page and the worker', 'rejects', 'window'],
        ['the page and the worker', 'rejects', 'origin'],
        ['the page and the worker', 'throws', 'origin'],
        ['the page and the worker', 'is missing', 'origin'],
        ['the worker', 'throws', 'window'],
        ['the worker', 'rejects', 'origin'],
    ])('Web Locks of %s, of which each call %s, shared by %s', async (where, how, share) => {
        if (where !== 'the worker') await page.addInitScript(withoutLocks(how))
        site.files['/worker.js'] = withoutLocks(how) + worker
        await open()
        expect(await connect({ share })).toEqual(CONNECTED)
        await expectWorking()
    })

    it.each([
        ['is missing', 'delete window.SharedWorker'],
        ['throws', "window.SharedWorker = class { constructor() { throw new DOMException('no') } }"],
    ])('a SharedWorker that %s: each window has its own worker', async (_what, script) => {
        await page.addInitScript(script)
        await open()
        expect(await connect({ share: 'origin' })).toEqual(CONNECTED)
        await expectWorking()
    })

    it('plain http is for loopback hosts, such as names below localhost', async () => {
        await open(site.origin.replace('localhost', 'app.localhost'))
        expect(await connect()).toEqual(CONNECTED)
    })

    it('the tokens of a sign-in that fails are revoked', async () => {
        await open()
        instance.on[`${INTEGRATION}/user_info`] = () => json({ error: { message: 'no' } }, 403)
        instance.on['/api/now/table/sys_user'] = () => json({ error: { message: 'no' } }, 403)
        expect((await connect()).error).toMatchObject({ name: 'AuthorizationError', code: 'http' })
        await until(() => page.workers().length === 0)
        expect(revoked()).toEqual([refresh(1), access(1)])
    })

    it.each(['window', 'origin'])(
        'a worker from a data: address runs as one of the page, shared by %s',
        async (share) => {
            await open()
            const text = encodeURIComponent(worker)
            for (const address of [
                `data:text/javascript;base64,${Buffer.from(worker).toString('base64')}`,
                `data:text/javascript;charset=utf-8,${text}`,
            ]) {
                expect(await connect({ workerUrl: address, share })).toEqual(CONNECTED)
                await expectWorking()
                instance.reset()
            }
        }
    )

    it('a page of an opaque origin is rejected before a window opens', async () => {
        site.headers['*'] = { 'access-control-allow-origin': '*' }
        site.headers['/'] = { 'content-security-policy': 'sandbox allow-scripts allow-popups' }
        await open()
        let popups = 0
        page.on('popup', () => popups++)
        const { error } = await connect({ callbackUrl: `${site.origin}/callback.html` })
        expect(error).toMatchObject({ name: 'ParameterError', code: 'invalid_parameter' })
        expect(error!.message).toContain("the page's origin null")
        expect(popups).toBe(0)
    })

    describe.each(['window', 'origin'])('a worker that cannot start, shared by %s', (share) => {
        it.each<[string, { workerUrl?: string | undefined }, string, RegExp]>([
            ['not found', { workerUrl: '/missing.js' }, '', /missing\.js .*status/],
            ['not a script by its type', { workerUrl: '/other.html' }, '', /other\.html .*MIME type/],
            ['on another origin', { workerUrl: 'https://elsewhere.example/w.js' }, '', /elsewhere.* origin/],
            ['blocked by CSP', {}, "worker-src 'none'", /worker\.js .*CSP/],
            ['inlined, by CSP', { workerUrl: undefined }, "worker-src 'self'", /blob: .*worker-src/],
            ['by Trusted Types', {}, "require-trusted-types-for 'script'", /worker\.js .*TrustedScriptURL/],
        ])('%s', async (_what, options, policy, message) => {
            site.headers['/'] = { 'content-security-policy': policy }
            await open()
            const { error } = await connect({ share, ...options })
            expect(error).toMatchObject({ name: 'InitializationError', code: 'worker_blocked' })
            expect(error!.message).toMatch(message)
        })
    })

    it('a shared worker that fails before the lock of its start is released', async () => {
        await page.addInitScript(releaseLocksLate)
        await open()
        const said: string[] = []
        page.on('console', (message) => said.push(message.text()))
        await page.evaluate(() => (window as unknown as Globals).client.enableLogging())
        await connect({ share: 'origin', workerUrl: '/missing.js' })
        expect(said).toContain('[openfin-servicenow] SharedWorker: [object Event]')
    })

    it('a worker without the page’s Cross-Origin-Embedder-Policy', async () => {
        site.headers['/'] = { 'cross-origin-embedder-policy': 'require-corp' }
        await open()
        const { error } = await connect()
        expect(error).toMatchObject({ code: 'worker_blocked' })
        expect(error!.message).toMatch(/worker\.js .*COEP/)
        site.headers['/worker.js'] = site.headers['/']
        expect(await connect()).toEqual(CONNECTED)
    })

    it('a foreign script as a worker', async () => {
        site.files['/worker.js'] = 'self.onmessage = () => {}'
        await open()
        const expire = await holdTimer(page, 10_000)
        const connecting = connect()
        await until(() => page.workers().length === 1)
        await expire()
        const { error } = await connecting
        expect(error).toMatchObject({ name: 'InitializationError', code: 'worker_blocked' })
        expect(error!.message).toMatch(/worker\.js .*No response within/)
    })

    it('a time limit during the code exchange, whose error does not mention the redirect URL', async () => {
        await open()
        const asked = new Promise<void>((resolve) => {
            instance.on[`${INTEGRATION}/request_tokens`] = () => {
                resolve()
                return new Promise(() => {})
            }
        })
        const expire = await holdTimer(page, 300_000)
        const connecting = connect()
        await asked
        await expire()
        expect((await connecting).error).toMatchObject({
            name: 'AuthorizationError',
            code: 'timeout',
            message: 'No sign-in within 300000 ms',
        })
    })

    describe('a page that requires Trusted Types', () => {
        const scripts = "script-src 'self'; worker-src 'self' blob:; require-trusted-types-for 'script'; "
        const policies = async (trustedTypes: string) => {
            const headers = { 'content-security-policy': scripts + trustedTypes }
            site.headers['/'] = site.headers['/callback.html'] = headers
            await open()
        }
        /** Makes the app's own policy trust the URL of the file. */
        const trustFile = () =>
            page.evaluate(() => {
                const globals = window as unknown as Globals
                const { connect, ...client } = globals.client
                const policy = globals.trustedTypes.createPolicy('app', { createScriptURL: String })
                const trusting = (options: object) =>
                    connect({ ...options, workerUrl: policy.createScriptURL('/worker.js') } as never)
                globals.client = { ...client, connect: trusting as typeof connect }
            })

        it.each(['window', 'origin'])('the file by the app’s policy, shared by %s', async (share) => {
            await policies('trusted-types app')
            await trustFile()
            expect(await connect({ share })).toEqual(CONNECTED)
            await expectWorking()
        })

        it.each(['window', 'origin'])(
            'the inlined worker by the default policy, shared by %s',
            async (share) => {
                await policies('trusted-types default')
                await page.evaluate(() => {
                    const globals = window as unknown as Globals
                    const createScriptURL = (url: string) => (url.startsWith('blob:') ? url : undefined)
                    globals.trustedTypes.createPolicy('default', { createScriptURL })
                })
                expect(await connect({ share, workerUrl: undefined })).toEqual(CONNECTED)
                await expectWorking()
            }
        )
    })
})
