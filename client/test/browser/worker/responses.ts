import { gzipSync } from 'node:zlib'
import { access, INTEGRATION, json, refresh } from '../../worker/support/scripted-instance'
import { PATH, withNewPages, type WorkerApp } from './worker-app'

/** Responses that only a browser shows: streams, compression, its cache. */
export function describeResponses(app: () => WorkerApp): void {
    describe('H47 reads responses', () => {
        beforeAll(async () => {
            await app().open()
            await app().connect()
        })
        afterEach(() => void delete app().instance.on[PATH])
        afterAll(() => app()?.reset())

        const give = (body: BodyInit | null, type: string, status = 200) => {
            app().instance.on[PATH] = () =>
                new Response(body, { status, headers: type ? { 'content-type': type } : {} })
        }

        it('204 has no data', async () => {
            give(null, '', 204)
            expect(await app().call(PATH)).toEqual({ status: 204 })
            expect(await app().call(PATH, 'PATCH', { state: '3' }, true)).toEqual({ status: 204 })
            expect(app().instance.seen.at(-1)).toMatchObject({
                method: 'PATCH',
                body: '{"state":"3"}',
                headers: { 'x-no-response-body': 'true', 'content-type': 'application/json' },
            })
        })

        it('the size of compressed content is unknown, and progress never exceeds it', async () => {
            const zipped = gzipSync(Buffer.alloc(6_000_000, 'x'))
            app().instance.on[PATH] = () =>
                new Response(zipped, {
                    headers: {
                        'content-type': 'text/csv',
                        'content-encoding': 'gzip',
                        'content-length': `${zipped.length}`,
                    },
                })
            const seen = await app().page.evaluate(async (endpoint) => {
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
            app().instance.on[PATH] = () => {
                let parts = 0
                const body = new ReadableStream({
                    pull(controller) {
                        if (parts++ < 50) controller.enqueue(new TextEncoder().encode(part))
                        else controller.close()
                    },
                })
                return new Response(body, { headers: { 'content-type': 'application/json' } })
            }
            expect(await app().call(PATH)).toMatchObject({
                name: 'ApiRequestError',
                code: 'http',
                status: 200,
                message: expect.stringContaining('exceeds'),
            })
        })

        it('binary content becomes an ArrayBuffer, byte for byte', async () => {
            const bytes = Uint8Array.from({ length: 256 }, (_, n) => n)
            give(bytes, 'image/png')
            expect(await app().call(PATH)).toEqual({ status: 200, type: 'image/png', data: [...bytes] })
            give(new Uint8Array(), 'image/png')
            expect(await app().call(PATH)).toEqual({ status: 200, type: 'image/png', data: [] })
        })
    })

    describe('with the cache of the browser', () => {
        withNewPages(app)

        it('sends one preflight per URL, and uses no response from the browser’s cache', async () => {
            const kept = (status: number, headers: Record<string, string>) => () =>
                new Response(`${++count}`, { status, headers: { 'content-type': 'text/plain', ...headers } })
            let count = 0
            const tokens = { access_token: access(1), refresh_token: refresh(1), expires_in: 7200 }
            app().instance.good = access(1)
            app().instance.on[`${INTEGRATION}/request_tokens`] = () =>
                json(tokens, 200, { 'cache-control': 'max-age=600' })
            await app().connect()
            // The browser may have cached preflights of other tests.
            const once = `${PATH}?once`
            for (let n = 0; n < 5; n++) await app().call(once)
            for (let n = 0; n < 5; n++) await app().call(once, 'PATCH', {})
            // The second one is for the content type, which the first did not include.
            expect(app().instance.preflights.filter((path) => path === once)).toHaveLength(2)
            for (const [status, headers] of [
                [200, { 'cache-control': 'private, max-age=600' }],
                [200, { 'last-modified': 'Thu, 01 Jan 2026 00:00:00 GMT' }],
                [200, { expires: new Date(Date.now() + 600_000).toUTCString() }],
                [410, {}],
            ] as const) {
                app().instance.on[PATH] = kept(status, headers)
                const path = `${PATH}/${status}/${Object.keys(headers).join()}`
                const before = app().instance.to(path).length
                for (let n = 0; n < 3; n++) {
                    const { data, description } = (await app().call(path)) as Record<string, string>
                    expect(description ?? data).toBe(`${count}`)
                }
                expect(app().instance.to(path).length - before).toBeGreaterThanOrEqual(3)
            }
            const asked = app().instance.seen.length
            const status = await app().page.evaluate(
                async (url) => (await fetch(url, { cache: 'force-cache' })).status,
                `${app().instance.url}${INTEGRATION}/request_tokens`
            )
            expect([status, app().instance.seen.length - asked]).toEqual([200, 1])
        })
    })
}
