import { access, json } from './support/scripted-instance'
import { createBench, type BenchPage, type WorkerBench } from './support/worker-bench'

const PATH = '/api/now/table/incident'
const text = (body: BodyInit | null, type: string, status = 200) =>
    new Response(body, { status, headers: { 'content-type': type } })

describe('requests', () => {
    let bench: WorkerBench
    let page: BenchPage
    const sent = () => bench.instance.to(PATH)
    beforeEach(async () => {
        bench = createBench()
        page = bench.page()
        await page.connect()
    })

    it.each<Record<string, string>>([
        { Authorization: 'Bearer mine' },
        { authorization: 'Basic mine', AUTHORIZATION: 'Bearer mine' },
        { AuThOrIzAtIoN: '' },
        { Cookie: 'mine=1' },
        { COOKIE: '' },
    ])('H34 refuses %j, and sends nothing', async (headers) => {
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

    it('H35 follows no redirect, and says that there was one', async () => {
        // What a browser shows of it: nothing.
        bench.instance.on[PATH] = () =>
            Object.defineProperty(Response.error(), 'type', { value: 'opaqueredirect' })
        expect(await page.get(PATH, { retry: 2 })).toMatchObject({
            ok: false,
            error: { kind: 'request', code: 'http', status: 0 },
        })
        // Twice, since the browser may have kept a redirect.
        expect(sent().map(({ init }) => init.redirect)).toEqual(['manual', 'manual'])
        expect(bench.instance.grants('authorization_code')[0]!.init).toMatchObject({
            redirect: 'manual',
            credentials: 'omit',
        })
    })

    it('H45 a POST that got 401 is sent once more with its body, and no third time', async () => {
        bench.instance.good = 'none'
        const body = JSON.stringify({ short_description: 'x' })
        expect((await page.get(PATH, { method: 'POST', body })).ok).toBe(true)
        expect(sent().map((seen) => [seen.method, seen.body])).toEqual([
            ['POST', body],
            ['POST', body],
        ])
        expect(new Set(sent().map(({ headers }) => headers['authorization'])).size).toBe(2)
    })

    it('H45 a file is replayed, too', async () => {
        bench.instance.good = 'none'
        const body = new Blob(['a file'])
        expect((await page.get(PATH, { method: 'POST', body })).ok).toBe(true)
        const bodies = await Promise.all(sent().map(({ init }) => new Response(init.body).text()))
        expect(bodies).toEqual(['a file', 'a file'])
    })

    it('H45 an answer of 2xx that breaks off is not asked for again, whatever retry says', async () => {
        bench.instance.on[PATH] = () =>
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
        bench.instance.on[PATH] = () => new Response(null, { status: 204 })
        expect(await page.get(PATH)).toMatchObject({ ok: true, status: 204, type: '' })
        bench.instance.on[PATH] = () => text('', 'application/json')
        expect(await page.get(PATH)).toMatchObject({ ok: true, status: 200, body: '' })
    })

    it('H47 what is no text comes byte for byte', async () => {
        const bytes = Uint8Array.from({ length: 256 }, (_, n) => n)
        bench.instance.on[PATH] = () => text(bytes, 'image/png')
        const { body, type } = await page.get(PATH)
        expect(type).toBe('image/png')
        expect(new Uint8Array(await (body as Blob).arrayBuffer())).toEqual(bytes)
    })

    it.each([
        'application/json',
        'application/json;charset=UTF-8',
        'APPLICATION/JSON',
        'application/hal+json',
    ])('H47 %s that is no UTF-8 is refused rather than mended', async (type) => {
        bench.instance.on[PATH] = () => text(Uint8Array.of(0x22, 0xff, 0xfe, 0x22), type)
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
        bench.instance.on[PATH] = () => new Response(latin, { headers: type ? { 'content-type': type } : {} })
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
            bench.instance.on[PATH] = () => text('<h1>hello', type)
            expect(await page.get(PATH, headers && { headers })).toMatchObject(
                isError
                    ? { ok: false, error: { code: 'http', status: 200, body: '<h1>hello' } }
                    : { ok: true, status: 200, body: '<h1>hello', type }
            )
        }
        bench.instance.on[PATH] = () => text('', 'text/html')
        expect((await page.get(PATH)).ok).toBe(true)
    })

    const JSON_TYPE = 'application/json'
    it.each<[string, object, Record<string, string | undefined>]>([
        ['nothing', {}, { accept: JSON_TYPE, 'content-type': undefined, 'x-no-response-body': undefined }],
        ['Accept', { headers: { Accept: 'text/csv' } }, { accept: 'text/csv' }],
        ['accept', { headers: { accept: 'text/csv' } }, { accept: 'application/json, text/csv' }],
        ['one name in two cases', { headers: { 'X-A': '1', 'x-a': '2' } }, { 'x-a': '1, 2' }],
        ['suppress', { suppress: true }, { 'x-no-response-body': 'true' }],
        [
            'both',
            { suppress: true, headers: { 'X-no-response-body': 'false' } },
            { 'x-no-response-body': 'true' },
        ],
        [
            'both in two cases',
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

    it('refuses methods and numbers of attempts that it does not know', async () => {
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

    it('H47 gives text as bytes where a download asks for them, but not a refusal', async () => {
        const latin = new Uint8Array([0x4b, 0xe4, 0x73, 0x65])
        bench.instance.on[PATH] = () => text(latin, 'text/csv')
        const { body } = (await page.get(PATH, { binary: true })) as { body: Blob }
        expect(new Uint8Array(await body.arrayBuffer())).toEqual(latin)
        bench.instance.on[PATH] = () => text('{"error":{}}', 'application/json', 404)
        expect(await page.get(PATH, { binary: true })).toMatchObject({ error: { body: '{"error":{}}' } })
    })

    it.each([
        ['image/png', false],
        ['text/plain', true],
    ])('H33 masks a token in bytes as well (%s)', async (type, binary) => {
        const echo = new TextEncoder().encode(`\u00ff ${access(1)} \u00ff`)
        bench.instance.on[PATH] = () => text(echo, type)
        const { body } = (await page.get(PATH, { binary })) as { body: string }
        expect(body).toContain('***')
        expect(body).not.toContain(access(1))
    })

    it('H47 an answer over the limit is given up as soon as it is over it', async () => {
        let pulled = 0
        let isCancelled = false
        bench.instance.on[PATH] = () =>
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
    ])('an answer %i with %j is %s', async (status, headers, what) => {
        let count = 0
        bench.instance.on[PATH] = () => new Response(`${++count}`, { status, headers })
        const answer = await page.get(PATH)
        const [first, ...more] = sent().map(({ init }) => init.cache)
        expect([first, more]).toEqual([undefined, what === 'kept' ? [] : ['no-store']])
        expect(JSON.stringify(answer.ok ? answer.body : answer.error.body)).toContain(`${count}`)
    })

    it('repeats only GET past the cache, and keeps tokens out of it', async () => {
        bench.instance.on[PATH] = () => json({}, 200, { 'cache-control': 'max-age=60' })
        for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) await page.get(PATH, { method })
        expect(sent()).toHaveLength(4)
        expect(bench.instance.grants('authorization_code')[0]!.init.cache).toBe('no-store')
    })

    it('tells of progress where it is asked to', async () => {
        bench.instance.on[PATH] = () =>
            new Response('0123456789', { headers: { 'content-type': 'text/plain', 'content-length': '10' } })
        await page.get(PATH)
        expect(bench.said.filter((said) => 'loaded' in (said as object))).toEqual([])
        await page.get(PATH, { progress: true })
        expect(bench.said.filter((said) => 'loaded' in (said as object))).toEqual([{ loaded: 10, total: 10 }])
    })

    it.each<[string, Record<string, string>, ResponseType]>([
        ['content that was compressed', { 'content-length': '20', 'content-encoding': 'gzip' }, 'basic'],
        ['another origin, which hides whether it was', { 'content-length': '20' }, 'cors'],
        ['chunks', {}, 'basic'],
        ['more than the length says', { 'content-length': '5' }, 'basic'],
        ['a malformed length', { 'content-length': 'many' }, 'basic'],
    ])('reports the total as unknown for %s', async (_, headers, type) => {
        bench.instance.on[PATH] = () =>
            Object.defineProperty(new Response('0123456789', { headers }), 'type', { value: type })
        await page.get(PATH, { progress: true })
        expect(bench.said.filter((said) => 'loaded' in (said as object))).toEqual([{ loaded: 10, total: 0 }])
    })

    it('shows the headers that the browser shows', async () => {
        bench.instance.on[PATH] = () =>
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
        bench.instance.on[PATH] = answer
        expect((await bench.pass(page.get(PATH, { retry: 2 }))).ok).toBe(false)
        expect(sent()).toHaveLength(times)
        await bench.pass(page.get(PATH))
        expect(sent()).toHaveLength(times + 1)
    })

    it.each([
        ['seconds', '10', 10_000],
        ['a date', () => new Date(Date.now() + 30_000).toUTCString(), 30_000],
    ])('Retry-After in %s is waited for', async (_, value, ms) => {
        const header = typeof value === 'function' ? value() : value
        bench.instance.on[PATH] = () =>
            sent().length > 1 ? undefined : json({}, 503, { 'retry-after': header })
        const call = page.get(PATH, { retry: 1 })
        await bench.clock.advance(ms - 2000)
        expect(sent()).toHaveLength(1)
        await bench.clock.advance(2001)
        expect((await call).ok).toBe(true)
        expect(sent()).toHaveLength(2)
    })

    it('a Retry-After of over a minute is the caller’s', async () => {
        bench.instance.on[PATH] = () => json({ error: { message: 'busy' } }, 503, { 'retry-after': '61' })
        expect(await page.get(PATH, { retry: 5 })).toMatchObject({
            ok: false,
            error: { status: 503, retryAfter: 61, body: '{"error":{"message":"busy"}}' },
        })
        expect(sent()).toHaveLength(1)
    })

    it.each(['', 'soon', '-5', 'NaN', 'Infinity'])(
        'a Retry-After of %j keeps to the usual pause',
        async (value) => {
            bench.instance.on[PATH] = () =>
                sent().length > 1 ? undefined : json({}, 503, { 'retry-after': value })
            const call = page.get(PATH, { retry: 1 })
            await bench.clock.advance(1000)
            if (value === 'Infinity') expect((await call).ok).toBe(false)
            else expect((await call).ok).toBe(true)
        }
    )

    it('a call that is called off ends its request', async () => {
        bench.instance.on[PATH] = () => new Promise(() => {})
        const { answer, abort } = page.start({
            type: 'request',
            endpoint: PATH,
            method: 'GET',
            retry: 2,
            maxBytes: 9,
        })
        await bench.clock.advance(0)
        expect(sent()[0]!.init.signal!.aborted).toBe(false)
        abort()
        expect(sent()[0]!.init.signal!.aborted).toBe(true)
        expect((await bench.pass(answer)).ok).toBe(false)
        expect(sent()).toHaveLength(1)
    })
})
