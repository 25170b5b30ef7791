import { batchPlugin } from '../../src/plugins/batch/plugin'
import { corsPlugin } from '../../src/plugins/cors/plugin'
import { scriptedRestPlugin } from '../../src/plugins/scripted-rest/plugin'
import { BATCH_API_DEFINITION } from '../../src/plugins/scripted-rest/schema'
import { tableApiPlugin } from '../../src/plugins/table-api/plugin'
import { basic, setProperty, startInstance, type Asked, type TestInstance } from '../table-api/instance'
import { ZOO } from '../table-api/zoo'
import { oddResources } from './odd-resources'

const API = '/api/now/v1/batch'
const BETH = 'beth.anglin'

interface Serviced {
    id: string
    body: string
    status_code: number
    status_text: string
    headers: { name: string; value: string }[]
    execution_time: number
    redirect_url?: string
    error_message?: string
}
interface Outcome {
    batch_request_id: string
    serviced_requests: Serviced[]
    unserviced_requests: string[]
}

let instance: TestInstance

const send = (body: unknown, asked: Asked = {}) => instance.send('POST', API, { user: BETH, body, ...asked })
const batch = async (requests: object[], asked: Asked = {}): Promise<Outcome> => {
    const answer = await send({ batch_request_id: 'b1', rest_requests: requests }, asked)
    if (answer.status !== 200) throw new Error(answer.text)
    return answer.json as unknown as Outcome
}
const one = async (request: object, asked: Asked = {}): Promise<Serviced> =>
    (await batch([{ id: '1', method: 'GET', ...request }], asked)).serviced_requests[0] as Serviced
const base64 = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64')
const decoded = ({ body }: Serviced) =>
    JSON.parse(Buffer.from(body, 'base64').toString()) as { result: Record<string, string>; error: unknown }

beforeAll(async () => {
    const odd = oddResources((ms) => instance.clock.advance(ms))
    instance = await startInstance({
        plugins: [corsPlugin, tableApiPlugin, batchPlugin, odd, scriptedRestPlugin],
        tables: ZOO,
    })
})
afterAll(() => instance.close())

it('returns each response with status, headers and body in Base64, in order', async () => {
    const outcome = await batch([
        {
            id: 'new',
            method: 'POST',
            url: '/api/now/table/zoo_animal',
            headers: [{ name: 'Content-Type', value: 'application/json' }],
            body: base64({ name: 'Leo' }),
        },
        {
            id: 'list',
            method: 'GET',
            url: '/api/now/table/zoo_animal?sysparm_query=name=Leo&sysparm_fields=name',
        },
        {
            id: 'xml',
            method: 'GET',
            url: '/api/now/table/zoo_animal?sysparm_fields=name',
            headers: [{ name: 'Accept', value: 'application/xml' }],
            exclude_response_headers: true,
        },
    ])
    expect(outcome).toMatchObject({ batch_request_id: 'b1', unserviced_requests: [] })
    const [created, list, xml] = outcome.serviced_requests as [Serviced, Serviced, Serviced]
    expect([created.id, created.status_code, created.status_text]).toEqual(['new', 201, 'Created'])
    expect(created.headers).toContainEqual({
        name: 'content-type',
        value: 'application/json;charset=UTF-8',
    })
    expect(Number.isInteger(created.execution_time)).toBe(true)
    expect(decoded(created).result).toMatchObject({ name: 'Leo', sys_created_by: BETH })
    expect(decoded(list).result).toEqual([{ name: 'Leo' }])
    expect(Buffer.from(xml.body, 'base64').toString()).toContain('<name>Leo</name>')
    expect(xml.headers).toEqual([])
})

it('sends requests as its caller, regardless of their headers', async () => {
    const headers = [
        { name: 'Authorization', value: basic('admin') },
        { name: 'Cookie', value: 'JSESSIONID=x' },
        { name: 'X-UserToken', value: 'y' },
        { name: 'Origin', value: 'https://evil.example.com' },
        { name: 'Sec-Fetch-Site', value: 'cross-site' },
        { name: 'X-Own', value: 'kept' },
    ]
    const seen = JSON.parse(
        Buffer.from((await one({ url: '/api/test/headers', headers })).body, 'base64').toString()
    ) as Record<string, string>
    expect(seen['authorization']).toBe(basic(BETH))
    expect(seen['x-own']).toBe('kept')
    for (const name of ['cookie', 'x-usertoken', 'origin', 'sec-fetch-site'])
        expect(seen[name]).toBeUndefined()
    const vault = await one({ url: '/api/now/table/zoo_vault', headers })
    expect(vault.status_code).toBe(403)
})

it('limits the failure of a request to that request', async () => {
    const outcome = await batch([
        { id: 'a', method: 'GET', url: '/api/now/table/no_table' },
        { id: 'b', method: 'GET', url: '/api/now/table/zoo_house' },
        { id: 'c', method: 'PUT', url: '/api/now/table/zoo_house' },
        { id: 'd', method: 'GET', url: '/api/test/dead' },
    ])
    expect(outcome.serviced_requests.map(({ id, status_code }) => [id, status_code])).toEqual([
        ['a', 400],
        ['b', 200],
        ['c', 405],
        ['d', 500],
    ])
    expect(decoded(outcome.serviced_requests[0] as Serviced).error).toMatchObject({
        message: 'Invalid table no_table',
    })
})

it('returns a redirect and does not follow it', async () => {
    expect(await one({ url: '/api/test/away' })).toMatchObject({
        status_code: 302,
        redirect_url: 'https://elsewhere.example.com/',
    })
})

it.each([
    ['https://elsewhere.example.com/api/now/table/x', 'GET'],
    ['//elsewhere.example.com/api/x', 'GET'],
    ['/inside.do', 'GET'],
    ['/local/log', 'GET'],
    ['/api\\..\\inside.do', 'GET'],
    [API, 'POST'],
    ['/api/now/batch?x', 'POST'],
    ['/api/now/table/zoo_house', 'OPTIONS'],
    ['/api/now/table/zoo_house', 'CONNECT'],
])('rejects %s by %s within a batch', async (url, method) => {
    expect(await one({ url, method })).toMatchObject({
        status_code: 400,
        error_message: 'Requested URI does not represent any resource',
    })
})

describe('limits', () => {
    const three = ['1', '2', '3'].map((id) => ({ id, method: 'GET', url: '/api/now/table/zoo_house' }))

    it('end the batch after 30 s, and list the unserviced requests', async () => {
        const [first, ...others] = three
        const outcome = await batch([
            first as object,
            { id: 'slow', method: 'GET', url: '/api/test/slow' },
            ...others,
        ])
        expect(outcome.serviced_requests.map(({ id }) => id)).toEqual(['1', 'slow'])
        expect(outcome.unserviced_requests).toEqual(['2', '3'])
    })

    it('on requests and responses come from properties and a header', async () => {
        const large = {
            id: 'large',
            method: 'POST',
            url: '/api/now/table/zoo_house',
            body: base64('x'.repeat(200)),
        }
        const ids = async (requests: object[], headers: Record<string, string> = {}) =>
            (await batch(requests, { headers })).unserviced_requests
        expect(await ids([large, ...three])).toEqual([])
        try {
            setProperty(instance, 'glide.rest.batch.max.inputSize', '100')
            expect(await ids([three[0] as object, large, three[1] as object])).toEqual(['large', '2'])
            setProperty(instance, 'glide.rest.batch.max.outputSize', '5')
            expect(await ids(three)).toEqual(['1', '2', '3'])
            setProperty(instance, 'glide.rest.batch.max.outputSize', '5000')
            expect(await ids(three)).toEqual([])
            expect(await ids(three, { 'X-BATCHREQUEST-MAX-OUTPUT-SIZE': '3' })).toEqual(['1', '2', '3'])
            expect(await ids(three, { 'X-BATCHREQUEST-MAX-OUTPUT-SIZE': '9999999' })).toEqual([])
        } finally {
            setProperty(instance, 'glide.rest.batch.max.inputSize', '')
            setProperty(instance, 'glide.rest.batch.max.outputSize', '')
        }
    })
})

it.each([
    ['nothing', ''],
    ['invalid JSON', '{'],
    ['a list', []],
    ['no requests', {}],
    ['requests that are not a list', { rest_requests: {} }],
    ['an invalid request', { rest_requests: [null] }],
    ['a request without id', { rest_requests: [{ method: 'GET', url: '/api/x' }] }],
    ['a request without method', { rest_requests: [{ id: '1', url: '/api/x' }] }],
    ['a request without url', { rest_requests: [{ id: '1', method: 'GET' }] }],
    ['a body that is not Base64', { rest_requests: [{ id: '1', method: 'GET', url: '/api/x', body: '{}' }] }],
    [
        'a header with a line break',
        {
            rest_requests: [
                { id: '1', method: 'GET', url: '/api/x', headers: [{ name: 'a', value: 'b\r\nc: d' }] },
            ],
        },
    ],
])('rejects %s with 400', async (_, body) => {
    expect((await send(body)).status).toBe(400)
})

it('requires authentication, POST, JSON and a version', async () => {
    expect((await send({ rest_requests: [] }, { user: null })).status).toBe(401)
    expect((await instance.send('GET', API)).status).toBe(405)
    expect((await send('x', { headers: { 'content-type': 'text/plain' } })).status).toBe(415)
    expect((await send({ rest_requests: [] }, { headers: { accept: 'multipart/mixed' } })).status).toBe(406)
    for (const path of ['/api/now/batch', '/api/now/v2/batch']) {
        const { status, json } = await instance.send('POST', path, { body: { rest_requests: [] } })
        expect([status, json.error.message]).toEqual([400, 'Requested URI does not represent any resource'])
    }
})

it('has its own CORS rules', async () => {
    const { store } = instance.host
    expect(store.first('sys_ws_definition', 'namespace=now^service_id=batch')).toMatchObject({
        name: 'Batch API',
        sys_id: BATCH_API_DEFINITION,
    })
    const domain = 'https://app.example.com'
    store.insert('sys_cors_rule', { name: 'B', domain, rest_api: BATCH_API_DEFINITION, post: '1' })
    const answer = await send({ rest_requests: [] }, { headers: { Origin: domain } })
    expect(answer.headers['access-control-allow-origin']).toBe(domain)
})
