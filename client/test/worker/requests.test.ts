import { access, json, text } from './support/scripted-instance'
import { createFixture, type FixturePage, type WorkerFixture } from './support/worker-fixture'

const PATH = '/api/now/table/incident'

describe('requests', () => {
    let fixture: WorkerFixture
    let page: FixturePage
    const sent = () => fixture.instance.to(PATH)
    beforeEach(async () => {
        fixture = createFixture()
        page = fixture.page()
        await page.connect()
    })

    it.each<Record<string, string>>([
        { Authorization: 'Bearer mine' },
        { authorization: 'Basic mine', AUTHORIZATION: 'Bearer mine' },
        { AuThOrIzAtIoN: '' },
        { Cookie: 'mine=1' },
        { COOKIE: '' },
    ])('H34 rejects %j, and sends nothing', async (headers) => {
        expect(await page.get(PATH, { headers: { ...headers, 'X-Mine': 'yes' } })).toEqual({
            ok: false,
            error: { kind: 'parameter', code: 'invalid_parameter' },
        })
        expect(sent()).toEqual([])
        await page.get(PATH, { headers: { 'X-Mine': 'yes' } })
        expect(sent()[0]!.headers).toEqual({
            accept: 'application/json',
            authorization: `Bearer ${access(1)}`,
            'x-mine': 'yes',
        })
        expect(sent()[0]!.init.credentials).toBe('omit')
    })

    it('H35 does not follow a redirect, and reports it', async () => {
        // A browser exposes nothing of it.
        fixture.instance.on[PATH] = () =>
            Object.defineProperty(Response.error(), 'type', { value: 'opaqueredirect' })
        expect(await page.get(PATH, { retry: 2 })).toMatchObject({
            ok: false,
            error: { kind: 'request', code: 'http', status: 0 },
        })
        // Twice, since the browser may have kept a redirect.
        expect(sent().map(({ init }) => init.redirect)).toEqual(['manual', 'manual'])
        expect(fixture.instance.grants('authorization_code')[0]!.init).toMatchObject({
            redirect: 'manual',
            credentials: 'omit',
        })
    })

    it('H45 a POST with a 401 is repeated once with its body', async () => {
        fixture.instance.good = 'none'
        const body = JSON.stringify({ short_description: 'x' })
        expect((await page.get(PATH, { method: 'POST', body })).ok).toBe(true)
        expect(sent().map((seen) => [seen.method, seen.body])).toEqual([
            ['POST', body],
            ['POST', body],
        ])
        expect(new Set(sent().map(({ headers }) => headers['authorization'])).size).toBe(2)
    })

    it('H45 a file is repeated as well', async () => {
        fixture.instance.good = 'none'
        const body = new Blob(['a file'])
        expect((await page.get(PATH, { method: 'POST', body })).ok).toBe(true)
        const bodies = await Promise.all(sent().map(({ init }) => new Response(init.body).text()))
        expect(bodies).toEqual(['a file', 'a file'])
    })

    it('H45 a 2xx response that breaks off is never requested again, even with retry', async () => {
        fixture.instance.on[PATH] = () =>
            text(
                new ReadableStream({
                    pull: (controller) => controller.error(new TypeError('network error')),
                }),
                'application/json',
                201
            )
        for (const method of ['POST', 'GET']) {
            expect(await page.get(PATH, { method, retry: 5 })).toMatchObject({
                ok: false,
                error: { code: 'network', status: 201 },
            })
        }
        expect(sent()).toHaveLength(2)
    })

    const JSON_TYPE = 'application/json'
    it.each<[string, object, Record<string, string | undefined>]>([
        ['nothing', {}, { accept: JSON_TYPE, 'content-type': undefined, 'x-no-response-body': undefined }],
        ['Accept', { headers: { Accept: 'text/csv' } }, { accept: 'text/csv' }],
        ['accept', { headers: { accept: 'text/csv' } }, { accept: 'application/json, text/csv' }],
        ['a name in two spellings', { headers: { 'X-A': '1', 'x-a': '2' } }, { 'x-a': '1, 2' }],
        ['suppress', { suppress: true }, { 'x-no-response-body': 'true' }],
        [
            'both',
            { suppress: true, headers: { 'X-no-response-body': 'false' } },
            { 'x-no-response-body': 'true' },
        ],
        [
            'both in two spellings',
            { suppress: true, headers: { 'x-NO-response-body': 'no' } },
            { 'x-no-response-body': 'no, true' },
        ],
        ['POST without a body', { method: 'POST' }, { 'content-type': JSON_TYPE }],
        ['PUT', { method: 'PUT', body: '{}' }, { 'content-type': JSON_TYPE }],
        ['PATCH', { method: 'PATCH', body: '' }, { 'content-type': JSON_TYPE }],
        [
            'a type',
            { method: 'POST', body: 'x', headers: { 'CONTENT-TYPE': 'text/plain' } },
            { 'content-type': 'text/plain' },
        ],
        [
            'a file',
            { method: 'POST', body: new Blob(['x'], { type: 'image/png' }) },
            { 'content-type': undefined },
        ],
        ['DELETE', { method: 'DELETE' }, { 'content-type': undefined }],
    ])('sends the headers of a call: %s', async (_, message, expected) => {
        await page.get(PATH, message)
        const { headers } = sent()[0]!
        for (const [name, value] of Object.entries(expected))
            expect([name, headers[name]]).toEqual([name, value])
    })

    it('rejects unknown methods and invalid retry values', async () => {
        for (const method of ['get', 'TRACE', 'HEAD', 'GETX', '', 5, null]) {
            expect(await page.get(PATH, { method } as object)).toMatchObject({
                error: { code: 'invalid_parameter', message: expect.stringContaining('method') },
            })
        }
        for (const retry of [-1, 11, 1.5, NaN, '2', null]) {
            expect(await page.get(PATH, { retry } as object)).toMatchObject({
                error: { code: 'invalid_parameter', message: expect.stringContaining('retry') },
            })
        }
        expect(sent()).toEqual([])
    })

    it.each([
        ['a network fault', () => new TypeError('Failed to fetch'), 3],
        ['429', () => json({}, 429), 3],
        ['503', () => json({}, 503), 3],
        ['500', () => json({}, 500), 1],
        ['404', () => json({}, 404), 1],
        ['403', () => json({}, 403), 1],
    ])('%s with retry 2 is attempted', async (_, answer, times) => {
        fixture.instance.on[PATH] = answer
        expect((await fixture.pass(page.get(PATH, { retry: 2 }))).ok).toBe(false)
        expect(sent()).toHaveLength(times)
        await fixture.pass(page.get(PATH))
        expect(sent()).toHaveLength(times + 1)
    })

    it.each([
        ['seconds', '10', 10_000],
        ['a date', () => new Date(Date.now() + 30_000).toUTCString(), 30_000],
    ])('Retry-After in %s is honoured', async (_, value, ms) => {
        const header = typeof value === 'function' ? value() : value
        fixture.instance.on[PATH] = () =>
            sent().length > 1 ? undefined : json({}, 503, { 'retry-after': header })
        const call = page.get(PATH, { retry: 1 })
        await fixture.clock.advance(ms - 2000)
        expect(sent()).toHaveLength(1)
        await fixture.clock.advance(2001)
        expect((await call).ok).toBe(true)
        expect(sent()).toHaveLength(2)
    })

    it('a Retry-After of more than a minute is reported to the caller', async () => {
        fixture.instance.on[PATH] = () => json({ error: { message: 'busy' } }, 503, { 'retry-after': '61' })
        expect(await page.get(PATH, { retry: 5 })).toMatchObject({
            ok: false,
            error: { status: 503, retryAfter: 61, body: '{"error":{"message":"busy"}}' },
        })
        expect(sent()).toHaveLength(1)
    })

    it.each(['', 'soon', '-5', 'NaN', 'Infinity'])(
        'a Retry-After of %j results in the usual pause',
        async (value) => {
            fixture.instance.on[PATH] = () =>
                sent().length > 1 ? undefined : json({}, 503, { 'retry-after': value })
            const call = page.get(PATH, { retry: 1 })
            await fixture.clock.advance(1000)
            if (value === 'Infinity') expect((await call).ok).toBe(false)
            else expect((await call).ok).toBe(true)
        }
    )

    it('a cancelled call aborts its request', async () => {
        fixture.instance.on[PATH] = () => new Promise(() => {})
        const { answer, abort } = page.start({
            type: 'request',
            endpoint: PATH,
            method: 'GET',
            retry: 2,
            maxBytes: 9,
        })
        await fixture.clock.advance(0)
        expect(sent()[0]!.init.signal!.aborted).toBe(false)
        abort()
        expect(sent()[0]!.init.signal!.aborted).toBe(true)
        expect((await fixture.pass(answer)).ok).toBe(false)
        expect(sent()).toHaveLength(1)
    })
})
