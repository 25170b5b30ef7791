import { INSTANCE, INTEGRATION, USER, access, refresh } from './support/scripted-instance'
import { createFixture, PINS, type WorkerFixture } from './support/worker-fixture'

const INVALID = { ok: false, error: { kind: 'parameter', code: 'invalid_parameter' } }
const NOT_CONNECTED = { ok: false, error: { kind: 'request', code: 'disconnected' } }

describe('a worker and its pins', () => {
    let fixture: WorkerFixture
    beforeEach(() => {
        fixture = createFixture()
    })

    it('H31 is pinned by the first message: a second one is always rejected', async () => {
        const page = fixture.page()
        expect(await page.init()).toEqual({ ok: true })
        expect(await page.init({ ...PINS, instanceUrl: 'https://elsewhere.example' })).toMatchObject(INVALID)
        expect(await page.init()).toMatchObject(INVALID)
        const begun = await page.ask({ type: 'begin', scope: [], params: {} })
        expect(begun.url).toMatch(/^https:\/\/example\.service-now\.com\/oauth_auth\.do\?/)
    })

    it.each(['instanceUrl', 'clientId', 'redirectUri', 'tokenRoute'])(
        'H31 another page of a shared worker cannot change %s',
        async (pin) => {
            const worker = fixture.worker()
            expect((await fixture.page(worker).connect()).ok).toBe(true)
            const other = fixture.page(worker)
            const pins = { ...PINS, [pin]: pin === 'instanceUrl' ? 'https://elsewhere.example' : 'direct' }
            expect(await other.init(pins)).toMatchObject(INVALID)
            expect(await other.get('/api/now/table/incident')).toMatchObject(NOT_CONNECTED)
            const paths = fixture.instance.seen.map(({ path }) => path)
            expect(paths).toEqual([`${INTEGRATION}/request_tokens`, `${INTEGRATION}/user_info`])
        }
    )

    it('H31 a request to another origin is not sent', async () => {
        const page = fixture.page()
        await page.connect()
        const before = fixture.instance.seen.length
        for (const name of ['fetchUrl', 'url', 'instanceUrl', 'pins', 'tokenEndpoint']) {
            const answer = await page.get('/api/now/table/incident', { [name]: 'https://elsewhere.example' })
            expect(answer.ok).toBe(true)
        }
        expect(await page.get('https://elsewhere.example/api/now/table/incident')).toMatchObject(INVALID)
        const paths = fixture.instance.seen.slice(before).map(({ path }) => path)
        expect(paths).toEqual(Array(5).fill('/api/now/table/incident'))
    })

    it.each([
        { ...PINS, instanceUrl: 'https://example.service-now.com/path' },
        { ...PINS, instanceUrl: 'javascript:alert(1)' },
        { ...PINS, instanceUrl: '' },
        { ...PINS, instanceUrl: 7 },
        {},
        null,
        'pins',
    ])('H32 malformed pins do not pin the worker: %j', async (pins) => {
        const page = fixture.page()
        expect(await page.ask({ type: 'init', pins })).toMatchObject(INVALID)
        expect((await page.connect()).user).toEqual(USER)
    })

    it('H32 before init every message is rejected', async () => {
        const page = fixture.page()
        expect(await page.get('/api/now/table/incident')).toMatchObject(NOT_CONNECTED)
        expect(await page.ask({ type: 'begin', scope: [], params: {} })).toMatchObject(NOT_CONNECTED)
        expect(await page.ask({ type: 'finish', state: 's', code: 'c' })).toMatchObject(NOT_CONNECTED)
        expect(await page.disconnect()).toMatchObject(NOT_CONNECTED)
        expect(fixture.instance.seen).toEqual([])
    })

    it('H32 before the sign-in no request is sent', async () => {
        const page = fixture.page()
        await page.init()
        expect(await page.get('/api/now/table/incident')).toMatchObject(NOT_CONNECTED)
        expect(fixture.instance.seen).toEqual([])
    })

    it.each([
        ['nothing', undefined],
        ['null', null],
        ['text', 'init'],
        ['a list', ['init']],
        ['an unknown type', { type: 'tokens' }],
        ['a type of Object.prototype', { type: 'constructor' }],
        ['__proto__ as type', { type: '__proto__' }],
        ['a poisoned prototype', JSON.parse('{"__proto__": {"type": "request"}, "endpoint": "/api"}')],
        ['a type that is an object', { type: { toString: 'init' } }],
        ['a request without members', { type: 'request' }],
        ['an endpoint that is an object', { type: 'request', endpoint: {}, method: {}, headers: 5 }],
        ['malformed headers', { type: 'request', endpoint: '/api/x', method: 'GET', headers: { 'a b': '' } }],
        ['a begin without members', { type: 'begin' }],
        ['a finish without members', { type: 'finish' }],
        ['a huge type', { type: 'x'.repeat(5_000_000) }],
    ])('H32 rejects %s and survives', async (_, message) => {
        const page = fixture.page()
        await page.connect()
        page.post(message)
        const answer = await page.ask(message)
        expect(answer).toMatchObject({
            ok: false,
            error: { kind: expect.stringMatching(/^(parameter|authorization|request)$/) as unknown },
        })
        expect(await page.get('/api/now/table/incident')).toMatchObject({ ok: true, status: 200 })
    })

    it('H32 sends a huge endpoint to the instance and survives', async () => {
        const page = fixture.page()
        await page.connect()
        const endpoint = `/api/${'x'.repeat(5_000_000)}`
        expect(await page.get(endpoint, { maxBytes: 10_000_000 })).toMatchObject({ ok: true, status: 200 })
        expect(fixture.instance.seen.at(-1)?.path).toHaveLength(endpoint.length)
        expect(await page.get('/api/now/table/incident')).toMatchObject({ ok: true, status: 200 })
    })

    it.each(['tokens', 'constructor', '__proto__', 'INIT', '', 7, null])(
        'H32 rejects the type %p',
        async (type) => {
            const page = fixture.page()
            await page.connect()
            expect(await page.ask({ type })).toMatchObject(INVALID)
        }
    )

    it('H33 no message contains a token or a verifier, in success and failure', async () => {
        const { instance } = fixture
        const page = fixture.page()
        await page.connect()
        const secrets = [access(1), refresh(1)]
        secrets.push(instance.grants('authorization_code')[0]!.form['code_verifier']!)
        const echo = (status: number, type: string, headers?: Record<string, string>) => () =>
            new Response(JSON.stringify({ error: { message: secrets.join(' ') }, result: secrets }), {
                status,
                headers: { 'content-type': type, ...headers },
            })
        for (const status of [200, 400, 403, 404, 500]) {
            for (const type of [
                'application/json',
                'text/plain',
                'text/html',
                'application/xml',
                'text/csv',
            ]) {
                instance.on['/api/echo'] = echo(status, type, { 'x-token': access(1), link: refresh(1) })
                await page.get('/api/echo')
            }
        }
        instance.on[`${INSTANCE}`] = () => new TypeError(secrets.join())
        delete instance.on['/api/echo']
        instance.good = 'another'
        await fixture.pass(page.get('/api/now/table/incident'))
        expect(instance.good).toBe(access(2))
        secrets.push(access(2))
        instance.good = 'yet another'
        instance.on['/api/x_opfi'] = echo(503, 'application/json')
        await fixture.pass(page.get('/api/now/table/incident'))
        await fixture.clock.advance(60_000)
        instance.on['/api/x_opfi'] = echo(400, 'application/json')
        await fixture.pass(page.get('/api/now/table/incident'))
        for (const type of ['tokens', 'init', 'begin', 'finish', 'debug']) await page.ask({ type, ...PINS })
        await page.disconnect()
        const all = JSON.stringify([fixture.said, fixture.locks.held()])
        expect(all.length).toBeGreaterThan(1000)
        expect(secrets.filter((secret) => all.includes(secret))).toEqual([])
    })
})
