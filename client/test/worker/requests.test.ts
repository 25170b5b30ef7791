import { access, json } from './support/scripted-instance'
import { createFixture, type FixturePage, type WorkerFixture } from './support/worker-fixture'

const PATH = '/api/now/table/incident'
const text = (body: BodyInit | null, type: string, status = 200) =>
    new Response(body, { status, headers: { 'content-type': type } })

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

    it('H47 204 and an empty body', async () => {
        fixture.instance.on[PATH] = () => new Response(null, { status: 204 })
        expect(await page.get(PATH)).toMatchObject({ ok: true, status: 204, type: '' })
        fixture.instance.on[PATH] = () => text('', 'application/json')
        expect(await page.get(PATH)).toMatchObject({ ok: true, status: 200, body: '' })
    })

    it('H47 binary content is unchanged', async () => {
        const bytes = Uint8Array.from({ length: 256 }, (_, n) => n)
        fixture.instance.on[PATH] = () => text(bytes, 'image/png')
        const { body, type } = await page.get(PATH)
        expect(type).toBe('image/png')
        expect(new Uint8Array(await (body as Blob).arrayBuffer())).toEqual(bytes)
    })

    it.each([
        'application/json',
        'application/json;charset=UTF-8',
        'APPLICATION/JSON',
        'application/hal+json',
    ])('H47 %s that is not UTF-8 is rejected, not repaired', async (type) => {
        fixture.instance.on[PATH] = () => text(Uint8Array.of(0x22, 0xff, 0xfe, 0x22), type)
        expect(await page.get(PATH)).toMatchObject({
            ok: false,
            error: { code: 'http', status: 200, message: expect.stringContaining('UTF-8') },
        })
    })

    it.each([
        ['text/csv', true],
        ['text/csv;charset=ISO-8859-1', true],
        ['TEXT/PLAIN', true],
        ['text/json', true],
        ['application/xml', true],
        ['application/soap+xml; charset=utf-8', true],
        ['application/rdf-xml', true],
        ['image/svg+xml', true],
        ['image/png', false],
        ['application/pdf', false],
        ['application/octet-stream', false],
        ['application/vnd.api+json', false],
        ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', false],
        ['application/x-ndjson', false],
        ['application/zip', false],
        ['', false],
    ])('H47 reads %s as text: %s', async (type, isText) => {
        const latin = Uint8Array.of(0x4b, 0xe4, 0x73, 0x65)
        fixture.instance.on[PATH] = () =>
            new Response(latin, { headers: type ? { 'content-type': type } : {} })
        const { body } = await page.get(PATH)
        if (isText) expect(body).toBe('K\ufffdse')
        else expect(new Uint8Array(await (body as Blob).arrayBuffer())).toEqual(latin)
    })

    it.each([
        [undefined, true],
        [{ Accept: 'application/xml' }, true],
        [{ Accept: 'text/html' }, false],
        [{ accept: 'text/html' }, false],
        [{ ACCEPT: 'application/xhtml+xml' }, false],
        [{ Accept: '*/*' }, false],
        [{ Accept: 'text/*;q=0.5' }, false],
    ])('H47 with headers %j a web page is an error: %s', async (headers, isError) => {
        for (const type of ['text/html;charset=UTF-8', 'TEXT/HTML', 'application/xhtml+xml']) {
            fixture.instance.on[PATH] = () => text('<h1>hello', type)
            expect(await page.get(PATH, headers && { headers })).toMatchObject(
                isError
                    ? { ok: false, error: { code: 'http', status: 200, body: '<h1>hello' } }
                    : { ok: true, status: 200, body: '<h1>hello', type }
            )
        }
        fixture.instance.on[PATH] = () => text('', 'text/html')
        expect((await page.get(PATH)).ok).toBe(true)
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

    it('H47 returns text as bytes if a download requests them, except for an error', async () => {
        const latin = new Uint8Array([0x4b, 0xe4, 0x73, 0x65])
        fixture.instance.on[PATH] = () => text(latin, 'text/csv')
        const { body } = (await page.get(PATH, { binary: true })) as { body: Blob }
        expect(new Uint8Array(await body.arrayBuffer())).toEqual(latin)
        fixture.instance.on[PATH] = () => text('{"error":{}}', 'application/json', 404)
        expect(await page.get(PATH, { binary: true })).toMatchObject({ error: { body: '{"error":{}}' } })
    })

    it.each([
        ['image/png', false],
        ['text/plain', true],
    ])('H33 masks a token in bytes as well (%s)', async (type, binary) => {
        const echo = new TextEncoder().encode(`\u00ff ${access(1)} \u00ff`)
        fixture.instance.on[PATH] = () => text(echo, type)
        const { body } = (await page.get(PATH, { binary })) as { body: string }
        expect(body).toContain('***')
        expect(body).not.toContain(access(1))
    })

    it('H47 a response is cancelled as soon as it exceeds the limit', async () => {
        let pulled = 0
        let isCancelled = false
        fixture.instance.on[PATH] = () =>
            text(
                new ReadableStream({
                    pull(controller) {
                        if (++pulled > 40) return controller.close()
                        controller.enqueue(new Uint8Array(65_536))
                    },
                    cancel() {
                        isCancelled = true
                    },
                }),
                'application/octet-stream'
            )
        expect(await page.get(PATH, { maxBytes: 1_000_000 })).toMatchObject({
            ok: false,
            error: { code: 'http', status: 200, message: expect.stringContaining('1000000') },
        })
        expect(pulled).toBeLessThan(20)
        expect(isCancelled).toBe(true)
    })

    const PAST = 'Thu, 01 Jan 2026 00:00:00 GMT'
    it.each<[number, Record<string, string>, 'kept' | 'repeated']>([
        [200, {}, 'kept'],
        [
            200,
            { 'cache-control': 'no-cache,no-store,must-revalidate,max-age=-1', 'last-modified': PAST },
            'kept',
        ],
        [200, { 'cache-control': 'No-Cache', etag: '"1"', 'last-modified': PAST }, 'kept'],
        [200, { 'cache-control': 'private, max-age=0', 'last-modified': PAST }, 'kept'],
        [200, { etag: '"1"' }, 'kept'],
        [404, {}, 'kept'],
        [200, { 'cache-control': 'private, max-age=60' }, 'repeated'],
        [200, { 'cache-control': 'MAX-AGE="060"' }, 'repeated'],
        [200, { 'cache-control': 'max-age=0, stale-while-revalidate=60' }, 'repeated'],
        [200, { 'cache-control': 'no-cache="set-cookie", max-age=60' }, 'repeated'],
        [200, { 'cache-control': 'private', 'last-modified': PAST }, 'repeated'],
        [200, { 'last-modified': PAST }, 'repeated'],
        [200, { expires: PAST }, 'repeated'],
        [404, { 'last-modified': PAST }, 'repeated'],
        [300, {}, 'repeated'],
        [301, {}, 'repeated'],
        [308, {}, 'repeated'],
        [410, {}, 'repeated'],
        [410, { 'cache-control': 'no-store' }, 'kept'],
    ])('a response %i with %j is %s', async (status, headers, what) => {
        let count = 0
        fixture.instance.on[PATH] = () => new Response(`${++count}`, { status, headers })
        const answer = await page.get(PATH)
        const [first, ...more] = sent().map(({ init }) => init.cache)
        expect([first, more]).toEqual([undefined, what === 'kept' ? [] : ['no-store']])
        expect(JSON.stringify(answer.ok ? answer.body : answer.error.body)).toContain(`${count}`)
    })

    it('repeats only GET past the cache, and keeps tokens out of it', async () => {
        fixture.instance.on[PATH] = () => json({}, 200, { 'cache-control': 'max-age=60' })
        for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) await page.get(PATH, { method })
        expect(sent()).toHaveLength(4)
        expect(fixture.instance.grants('authorization_code')[0]!.init.cache).toBe('no-store')
    })

    it('reports progress on request', async () => {
        fixture.instance.on[PATH] = () =>
            new Response('0123456789', { headers: { 'content-type': 'text/plain', 'content-length': '10' } })
        await page.get(PATH)
        expect(fixture.said.filter((said) => 'loaded' in (said as object))).toEqual([])
        await page.get(PATH, { progress: true })
        expect(fixture.said.filter((said) => 'loaded' in (said as object))).toEqual([
            { loaded: 10, total: 10 },
        ])
    })

    it.each<[string, Record<string, string>, ResponseType]>([
        ['content that was compressed', { 'content-length': '20', 'content-encoding': 'gzip' }, 'basic'],
        ['another origin, which hides the encoding', { 'content-length': '20' }, 'cors'],
        ['chunks', {}, 'basic'],
        ['more than the length says', { 'content-length': '5' }, 'basic'],
        ['a malformed length', { 'content-length': 'many' }, 'basic'],
    ])('reports the total as unknown for %s', async (_, headers, type) => {
        fixture.instance.on[PATH] = () =>
            Object.defineProperty(new Response('0123456789', { headers }), 'type', { value: type })
        await page.get(PATH, { progress: true })
        expect(fixture.said.filter((said) => 'loaded' in (said as object))).toEqual([
            { loaded: 10, total: 0 },
        ])
    })

    it('returns the headers that the browser exposes', async () => {
        fixture.instance.on[PATH] = () =>
            json({}, 200, { link: '<https://x>;rel="next"', 'x-total-count': '7' })
        expect((await page.get(PATH)).headers).toEqual(
            expect.arrayContaining([
                ['link', '<https://x>;rel="next"'],
                ['x-total-count', '7'],
            ])
        )
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
