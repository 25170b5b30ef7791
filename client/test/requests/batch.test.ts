import { batch, type BatchResult } from '../../src/requests/batch'
import { executeApiRequest } from '../../src/page/execute'
import type { RawRequest } from '../../src/page/raw-call'
import { senderOf } from '../../src/requests/sender-of'
import { itemsOf, serving, type Item } from './batch-answers'
import { connectionTo } from './connection'

const JSON_TYPE = [{ name: 'Content-Type', value: 'application/json;charset=UTF-8' }]
const typed = (value: string) => [{ name: 'content-type', value }]
const base64 = (text: string | Buffer) => Buffer.from(text as string).toString('base64')

describe('batch', () => {
    it('sends calls in the format of the Batch API, in one request without retries', async () => {
        const { connection, sent } = serving({}, {})
        await batch(connection, [
            { endpoint: '/api/now/table/incident?sysparm_query=a%5Eb' },
            {
                endpoint: 'https://example.service-now.com/api/now/table/incident',
                method: 'POST',
                data: { short_description: 'Käse \u{1f9c0}' },
                suppressResponseBody: true,
                headers: { 'X-Own': 'x' },
            },
        ])
        expect(sent).toHaveLength(1)
        expect(sent[0]).toMatchObject({ endpoint: '/api/now/v1/batch', method: 'POST', retry: 0 })
        const [get, post] = itemsOf(sent[0] as RawRequest) as [Item, Item]
        expect(get).toEqual({
            id: '0',
            method: 'GET',
            url: '/api/now/table/incident?sysparm_query=a%5Eb',
            headers: [{ name: 'Accept', value: 'application/json' }],
        })
        expect(Buffer.from(post.body ?? '', 'base64').toString()).toBe(
            '{"short_description":"Käse \u{1f9c0}"}'
        )
        expect(post.headers).toEqual([
            { name: 'Accept', value: 'application/json' },
            { name: 'Content-Type', value: 'application/json' },
            { name: 'X-no-response-body', value: 'true' },
            { name: 'X-Own', value: 'x' },
        ])
    })

    it('returns a result for each call, in the order of the calls', async () => {
        const error = { error: { message: 'No Record found', detail: 'gone' }, status: 'failure' }
        const { connection } = serving(
            { body: base64('{"result":[{"number":"Ä1"}]}'), headers: JSON_TYPE },
            { status_code: 404, body: base64(JSON.stringify(error)), headers: JSON_TYPE },
            { status_code: 204 },
            { body: base64(Buffer.from([0, 255])), headers: typed('image/png') },
            undefined,
            { body: '%%%', headers: JSON_TYPE },
            { body: base64('<html>'), status_code: 502, headers: typed('text/html') }
        )
        const calls = Array.from({ length: 7 }, () => ({ endpoint: '/api/x' }))
        const [list, missing, none, image, unserviced, broken, page] = (await batch(
            connection,
            calls
        )) as BatchResult[]
        expect(list).toMatchObject({
            ok: true,
            status: 200,
            data: [{ number: 'Ä1' }],
            type: 'application/json',
        })
        expect(missing).toMatchObject({
            ok: false,
            error: {
                name: 'ApiRequestError',
                code: 'http',
                status: 404,
                message: 'No Record found',
                description: 'gone',
            },
        })
        expect(none).toEqual({ ok: true, status: 204, headers: {} })
        expect(image).toMatchObject({ ok: true, type: 'image/png', data: new Uint8Array([0, 255]) })
        expect(unserviced).toMatchObject({ ok: false, error: { code: 'unserviced' } })
        expect(broken).toMatchObject({ ok: false, error: { code: 'http', status: 200 } })
        expect(page).toMatchObject({
            ok: false,
            error: { code: 'http', status: 502, message: 'The instance answered 502', description: '<html>' },
        })
    })

    it('reports a truncated response as a failed call', async () => {
        const error = { message: 'Transaction cancelled: maximum execution time exceeded', detail: 'why' }
        const envelope = { error, status: 'failure' }
        const cut = `${JSON.stringify({ result: [{}], ...envelope }).replace('{}', '{"number":"IN}""')}`
        const bodies = [
            JSON.stringify({ result: [{}], ...envelope }),
            JSON.stringify(envelope),
            JSON.stringify({ error, result: [] }),
            cut,
            '{"result":[{}',
            JSON.stringify({ result: envelope }),
        ]
        const { connection } = serving(
            ...bodies.map((body) => ({ body: base64(body), headers: JSON_TYPE })),
            { status_code: 202 }
        )
        const results = await batch(
            connection,
            Array.from({ length: 7 }, () => ({ endpoint: '/api/x' }))
        )
        const fields = { name: 'ApiRequestError', code: 'http', status: 200, message: error.message }
        expect(results.slice(0, 5)).toMatchObject([
            ...Array<object>(4).fill({ ok: false, error: fields }),
            { ok: false, error: { code: 'http', status: 200, message: 'The response is not valid JSON' } },
        ])
        expect(results.slice(5)).toMatchObject([
            { ok: true, data: envelope },
            { ok: true, status: 202 },
        ])
    })

    const file = new File(['Löwe'], 'x.png', { type: 'image/png' })
    const bytes = new Uint8Array([0, 255, 1])
    it.each<[string, unknown, string | Uint8Array, string]>([
        ['an object', { a: 'ü' }, '{"a":"ü"}', 'application/json'],
        ['a list', [1], '[1]', 'application/json'],
        ['null', null, 'null', 'application/json'],
        ['a number', 0, '0', 'application/json'],
        ['JSON in a text', '{"a":1}', '{"a":1}', 'application/json'],
        ['no text', '', '', 'application/json'],
        ['a file', file, 'Löwe', 'image/png'],
        ['a file without a type', new Blob([bytes]), bytes, ''],
        ['bytes', bytes, bytes, ''],
        ['a buffer', bytes.buffer, bytes, ''],
        ['a part of a buffer', new DataView(bytes.buffer, 1, 1), new Uint8Array([255]), ''],
        ['a list with toJSON', Object.assign(new Map(), { toJSON: () => [1] }), '[1]', 'application/json'],
        ['a date', new Date(0), '"1970-01-01T00:00:00.000Z"', 'application/json'],
    ])('sends %s like executeApiRequest', async (_, data, content, type) => {
        const { connection, sent } = serving({})
        await batch(connection, [{ endpoint: '/api/x', method: 'PUT', data }])
        const [item] = itemsOf(sent[0] as RawRequest)
        expect(item?.body).toBe(
            base64(typeof content === 'string' ? content : Buffer.from(content as Uint8Array))
        )
        const types = item?.headers.filter(({ name }) => name === 'Content-Type').map(({ value }) => value)
        expect(types).toEqual(type ? [type] : [])
        // The same without a batch: text and bytes are sent unchanged.
        const other = connectionTo(() => ({}))
        await executeApiRequest(senderOf(other.connection), ['/api/x', 'PUT', data])
        expect(Buffer.from(await new Response(other.sent[0]?.body).arrayBuffer()).toString('base64')).toBe(
            item?.body
        )
    })

    it.each<[string, unknown]>([
        ['FormData', new FormData()],
        ['URLSearchParams', new URLSearchParams({ a: 'b' })],
        ['Headers', new Headers()],
        ['a Map', new Map([[1, 2]])],
        ['a Set', new Set()],
        ['a stream', new ReadableStream()],
        ['a promise', Promise.resolve({})],
        ['a generator', (function* () {})()],
        ['shared memory', new SharedArrayBuffer(1)],
        ['bytes in shared memory', new Uint8Array(new SharedArrayBuffer(1))],
        ['a file in an object', { a: [{ file }] }],
        ['bytes in an object', { bytes }],
        ['a function', () => 1],
        ['a symbol', Symbol('x')],
        ['a bigint', 1n],
        [
            'a circle',
            (() => {
                const a: object[] = []
                a.push(a)
                return a
            })(),
        ],
    ])('rejects %s like executeApiRequest, and sends nothing', async (_, data) => {
        const { connection, sent } = serving({}, {})
        const refusal = { name: 'ParameterError', code: 'invalid_parameter' }
        const message = 'data must be JSON, text, a Blob or bytes'
        const requests = [{ endpoint: '/api/y' }, { endpoint: '/api/x', method: 'POST' as const, data }]
        await expect(batch(connection, requests)).rejects.toMatchObject({
            ...refusal,
            message: `requests[1]: ${message}`,
        })
        await expect(executeApiRequest(senderOf(connection), ['/api/x', 'POST', data])).rejects.toMatchObject(
            { ...refusal, message }
        )
        expect(sent).toEqual([])
    })

    it('sends no body with GET, and lets a call replace default headers case-insensitively', async () => {
        const { connection, sent } = serving({})
        const headers = { 'content-type': 'text/csv', ACCEPT: 'text/plain' }
        await batch(connection, [
            { endpoint: '/api/x', data: { a: 1 } },
            { endpoint: '/api/x', method: 'POST', data: 'a;b', headers },
        ])
        const [get, post] = itemsOf(sent[0] as RawRequest)
        expect(get).toMatchObject({ headers: [{ name: 'Accept', value: 'application/json' }] })
        expect(get).not.toHaveProperty('body')
        const unusable = batch(connection, [{ endpoint: '/api/x', data: new FormData() }])
        await expect(unusable).rejects.toMatchObject({ code: 'invalid_parameter' })
        expect(post?.headers).toEqual(Object.entries(headers).map(([name, value]) => ({ name, value })))
    })

    it('sends large bodies', async () => {
        const { connection, sent } = serving({})
        const text = 'ü'.repeat(200_000)
        await batch(connection, [{ endpoint: '/api/x', method: 'POST', data: { text } }])
        const [item] = itemsOf(sent[0] as RawRequest)
        expect(JSON.parse(Buffer.from(item?.body ?? '', 'base64').toString())).toEqual({ text })
    })

    it.each([
        ['another host', { endpoint: 'https://elsewhere.example.com/api/x' }],
        ['another host without a scheme', { endpoint: '//elsewhere.example.com/api/x' }],
        ['a page', { endpoint: '/oauth_token.do' }],
        ['a page by dots', { endpoint: '/api/../oauth_token.do' }],
        ['nothing', {}],
        ['an Authorization header', { endpoint: '/api/x', headers: { authorization: 'x' } }],
        ['a Cookie header', { endpoint: '/api/x', headers: { COOKIE: 'x' } }],
        ['a header with a line break', { endpoint: '/api/x', headers: { 'X-Own': 'a\r\nAuthorization: b' } }],
        ['a header with an unpaired surrogate', { endpoint: '/api/x', headers: { 'X-Own': '\ud83d' } }],
    ])('rejects %s before anything is sent', async (_, call) => {
        const { connection, sent } = serving({}, {})
        await expect(batch(connection, [{ endpoint: '/api/y' }, call as never])).rejects.toMatchObject({
            code: 'invalid_parameter',
            message: expect.stringContaining('requests[1]') as string,
        })
        expect(sent).toEqual([])
    })

    it('sends nothing for an empty list', async () => {
        const { connection, sent } = serving()
        expect(await batch(connection, [])).toEqual([])
        expect(sent).toEqual([])
    })

    it('rejects a response that is not a batch response', async () => {
        const { connection } = connectionTo(() => ({ data: {} }))
        await expect(batch(connection, [{ endpoint: '/api/x' }])).rejects.toMatchObject({ code: 'http' })
    })
})
