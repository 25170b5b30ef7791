import { access, json, text } from './support/scripted-instance'
import { createFixture, type FixturePage, type WorkerFixture } from './support/worker-fixture'

const PATH = '/api/now/table/incident'

describe('responses', () => {
    let fixture: WorkerFixture
    let page: FixturePage
    const sent = () => fixture.instance.to(PATH)
    beforeEach(async () => {
        fixture = createFixture()
        page = fixture.page()
        await page.connect()
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
})
