import { describeForms } from './forms'
import { answering } from './script-host'
import { startOrders, type OrdersInstance } from './instance'

let instance: OrdersInstance
const PATH = '/api/x_acme/v1/orders/form'
const FORM = 'application/x-www-form-urlencoded'

const post = (
    body: string | Buffer | undefined,
    type: string | undefined,
    more: Record<string, string> = {}
) =>
    instance.send('POST', PATH, {
        body,
        headers: { ...(type === undefined ? {} : { 'Content-Type': type }), ...more },
    })
const lastRequest = () => instance.scripts.jobs.at(-1)?.rest

beforeAll(async () => {
    instance = await startOrders()
})
afterEach(() => instance.reset())
afterAll(() => instance.close())

describe('the body of a request', () => {
    it('reaches the script unchanged', async () => {
        instance.operation({ http_method: 'POST', relative_path: '/form' })
        const body = Buffer.from([0x7b, 0xff, 0x00, 0x7d])
        expect((await post(body, 'application/json')).status).toBe(200)
        expect(Buffer.from(lastRequest()?.body ?? [])).toEqual(body)
        expect(lastRequest()?.contentType).toBe('application/json')
        expect(lastRequest()?.headers).toMatchObject({ 'content-type': 'application/json' })
    })

    it('may be JSON or XML unless the API or the operation restricts it', async () => {
        const operation = instance.operation({ http_method: 'POST', relative_path: '/form' })
        const statuses = async () =>
            Promise.all(
                ['application/json', 'text/xml', FORM, 'text/plain'].map(
                    async (type) => (await post('x', type)).status
                )
            )
        expect(await statuses()).toEqual([200, 200, 415, 415])
        const { store } = instance.host
        store.update('sys_ws_definition', instance.api, { consumes: 'text/plain', consumes_customized: '1' })
        expect(await statuses()).toEqual([415, 415, 415, 200])
        store.update('sys_ws_operation', operation, { consumes: FORM, consumes_customized: '1' })
        expect(await statuses()).toEqual([415, 415, 200, 415])
    })

    it('of a type that is not consumed gets 415 and the envelope', async () => {
        instance.operation({ http_method: 'POST', relative_path: '/form' })
        const { status, json } = await post('x', 'image/png')
        expect([status, json.status, json.error.message]).toEqual([415, 'failure', 'Unsupported media type'])
        expect(instance.scripts.jobs).toEqual([])
    })

    it('without a type counts as JSON', async () => {
        instance.operation({
            http_method: 'POST',
            relative_path: '/form',
            consumes: FORM,
            consumes_customized: '1',
        })
        expect((await instance.send('POST', PATH)).status).toBe(415)
    })

    it('is irrelevant for GET and DELETE', async () => {
        instance.operation({ http_method: 'DELETE', relative_path: '/form' })
        const { status } = await instance.send('DELETE', PATH, { headers: { 'Content-Type': 'image/png' } })
        expect(status).toBe(200)
    })

    it('of more than 10 MB is rejected before anything runs', async () => {
        instance.operation({ http_method: 'POST', relative_path: '/form' })
        const { status, json } = await post(Buffer.alloc(10 * 1024 * 1024 + 1, 'x'), 'application/json')
        expect([status, json.status]).toEqual([400, 'failure'])
        expect(instance.scripts.jobs).toEqual([])
    })
})

describeForms(() => instance)

describe('the response', () => {
    beforeEach(() => void instance.operation({ relative_path: '/form' }))
    const get = (headers: Record<string, string> = {}) => instance.send('GET', PATH, { headers })

    it('is set by the script: status, type, headers and text', async () => {
        instance.scripts.operation = answering({
            status: 201,
            contentType: 'text/plain',
            headers: { 'X-Mine': 'yes', 'Cache-Control': 'no-store' },
            body: 'as it is',
        })
        const { status, headers, text } = await get()
        expect([status, text, headers['x-mine'], headers['cache-control']]).toEqual([
            201,
            'as it is',
            'yes',
            'no-store',
        ])
        expect(headers['content-type']).toMatch(/^text\/plain/)
    })

    it('is not cacheable unless the script sets it', async () => {
        expect((await get()).headers['cache-control']).toBe('no-cache,no-store,must-revalidate,max-age=-1')
    })

    it('has no body and no type with 204', async () => {
        instance.scripts.operation = answering({ status: 204, body: '' })
        const { status, text, headers } = await get()
        expect([status, text]).toEqual([204, ''])
        expect(headers).not.toHaveProperty('content-type')
    })

    it.each([0, 42, 99, 100, 101, 600, 1000, 200.5, NaN])(
        'with the status %p is an error',
        async (status) => {
            instance.scripts.operation = answering({ status })
            expect((await get()).status).toBe(500)
        }
    )

    it('cannot set headers of the connection or cookies, nor split headers', async () => {
        instance.scripts.operation = answering({
            headers: {
                'Set-Cookie': 'a=b',
                'Content-Length': '1',
                'Transfer-Encoding': 'chunked',
                Connection: 'x',
            },
        })
        const { headers, text } = await get()
        expect(headers).not.toHaveProperty('set-cookie')
        expect(text).toBe('{"result":"ok"}')
        const bads: Record<string, string>[] = [
            { 'X-A': 'b\r\nSet-Cookie: c=d' },
            { 'X A': 'b' },
            { 'X-A\r\n': 'b' },
        ]
        for (const headers of bads) {
            instance.scripts.operation = answering({ headers })
            expect((await get()).status).toBe(500)
        }
    })

    it('has the type that the caller accepts, or is 406', async () => {
        await get({ Accept: 'text/xml, */*;q=0.1' })
        expect(lastRequest()).toMatchObject({
            accept: 'text/xml',
            produces: ['application/json', 'application/xml', 'text/xml'],
        })
        const before = instance.scripts.jobs.length
        expect(await get({ Accept: 'image/png' })).toMatchObject({ status: 406, json: { status: 'failure' } })
        expect(instance.scripts.jobs).toHaveLength(before)
    })

    it('is the platform’s envelope if the script throws', async () => {
        const error = { message: 'x is not defined', line: 3, code: 'script_error' as const }
        instance.scripts.operation = () => ({ error })
        expect(await get()).toMatchObject({
            status: 500,
            json: {
                error: {
                    message: 'x is not defined',
                    detail:
                        'x is not defined Check logs for error trace or enable glide.rest.debug property to ' +
                        'verify REST request processing',
                },
                status: 'failure',
            },
        })
    })

    it('is the thrown error if it is a service error', async () => {
        const error = { message: 'No such order', line: 3, code: 'script_error' as const }
        const body = '{"error":{"message":"No such order","detail":null},"status":"failure"}'
        instance.scripts.operation = () => ({ error, ...answering({ status: 404, body })() })
        const { status, text } = await get()
        expect([status, text]).toEqual([404, body])
    })

    it('has no type without a body', async () => {
        instance.scripts.operation = answering({ contentType: null, body: '' })
        const { status, text, headers } = await get()
        expect([status, text]).toEqual([200, ''])
        expect(headers).not.toHaveProperty('content-type')
        instance.scripts.operation = () => ({})
        expect((await get()).headers).not.toHaveProperty('content-type')
    })

    it('reports a script that times out, or whose thread was lost', async () => {
        instance.scripts.operation = () => ({ error: { message: 'late', line: null, code: 'time_limit' } })
        const late = await get()
        expect([late.status, late.json.error.message]).toEqual([
            500,
            'Transaction cancelled: maximum execution time exceeded',
        ])
        instance.scripts.operation = () => ({ error: { message: 'gone', line: null, code: 'thread_lost' } })
        expect((await get()).status).toBe(503)
    })

    it('is counted by operation', async () => {
        instance.host.stats.clear()
        await get()
        await get()
        expect(instance.host.stats.all()).toEqual({
            'GET /api/x_acme/v1/orders/form': {
                transactions: 2,
                db_statements: 4,
                outbound_calls: 2,
                ms: 10,
            },
        })
    })
})
