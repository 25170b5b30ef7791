import { startOrders, type OrdersInstance } from './instance'

let instance: OrdersInstance
const BASE = '/api/x_acme/v1/orders'

beforeAll(async () => {
    instance = await startOrders()
})
afterEach(() => instance.reset())
afterAll(() => instance.close())

const statusOf = async (method: string, path: string) => (await instance.send(method, path)).status
const lastJob = () => instance.scripts.jobs.at(-1)

describe('an operation', () => {
    it('is found by method, version and path, and gets the parameters of the path', async () => {
        instance.operation({ name: 'Item', relative_path: '/items/{id}/lines/{line}' })
        expect(await statusOf('GET', `${BASE}/items/a%20b/lines/7?x=1`)).toBe(200)
        expect(lastJob()?.rest).toMatchObject({
            method: 'GET',
            uri: `${BASE}/items/a%20b/lines/7`,
            url: `http://local.test${BASE}/items/a%20b/lines/7?x=1`,
            queryString: 'x=1',
            pathParams: { id: 'a b', line: '7' },
            queryParams: { x: ['1'] },
        })
        expect(lastJob()).toMatchObject({
            scope: 'global',
            source: 'respond()',
            label: 'sys_ws_operation.Item',
            clientIp: '127.0.0.1',
            user: { userName: 'admin' },
        })
    })

    it('is found without a version if that is the default one', async () => {
        instance.operation({ relative_path: '/items' })
        const { store } = instance.host
        expect(await statusOf('GET', '/api/x_acme/orders/items')).toBe(200)
        store.update('sys_ws_version', instance.version, { is_default: '0' })
        expect(await statusOf('GET', '/api/x_acme/orders/items')).toBe(400)
        expect(await statusOf('GET', `${BASE}/items`)).toBe(200)
    })

    it('belongs to its version alone', async () => {
        const { store } = instance.host
        const second = store.insert('sys_ws_version', {
            web_service_definition: instance.api,
            version: '2',
            version_id: 'v2',
        })
        instance.operation({ name: 'Old', relative_path: '/items' })
        instance.operation({
            name: 'New',
            relative_path: '/items',
            web_service_version: second['sys_id'] ?? '',
        })
        await instance.send('GET', '/api/x_acme/v2/orders/items')
        expect(lastJob()?.label).toBe('sys_ws_operation.New')
        await instance.send('GET', '/api/x_acme/orders/items')
        expect(lastJob()?.label).toBe('sys_ws_operation.Old')
        expect(await statusOf('GET', '/api/x_acme/v3/orders/items')).toBe(400)
    })

    it('needs no version if its API has none', async () => {
        const { store } = instance.host
        store.update('sys_ws_definition', instance.api, { is_versioned: '0' })
        instance.operation({ relative_path: '/items', web_service_version: '' })
        expect(await statusOf('GET', '/api/x_acme/orders/items')).toBe(200)
        expect(await statusOf('GET', `${BASE}/items`)).toBe(400)
    })

    it('at the root of its API is found with and without a slash', async () => {
        instance.operation({ relative_path: '/' })
        expect(await statusOf('GET', BASE)).toBe(200)
        expect(await statusOf('GET', `${BASE}/`)).toBe(200)
        expect(await statusOf('GET', `${BASE}/x`)).toBe(400)
    })

    it('with literal segments precedes one with parameters', async () => {
        instance.operation({ name: 'One', relative_path: '/items/{id}' })
        instance.operation({ name: 'Count', relative_path: '/items/count' })
        await instance.send('GET', `${BASE}/items/count`)
        expect(lastJob()?.label).toBe('sys_ws_operation.Count')
        await instance.send('GET', `${BASE}/items/5`)
        expect(lastJob()?.label).toBe('sys_ws_operation.One')
    })

    it('does not exist while it, its version or its API is inactive, and exists again afterwards', async () => {
        const operation = instance.operation({ relative_path: '/items' })
        for (const [table, sysId] of [
            ['sys_ws_operation', operation],
            ['sys_ws_version', instance.version],
            ['sys_ws_definition', instance.api],
        ] as const) {
            instance.host.store.update(table, sysId, { active: '0' })
            expect([table, await statusOf('GET', `${BASE}/items`)]).toEqual([table, 400])
            instance.host.store.update(table, sysId, { active: '1' })
            expect([table, await statusOf('GET', `${BASE}/items`)]).toEqual([table, 200])
        }
    })

    it('runs in the scope that its record belongs to', async () => {
        const { store } = instance.host
        store.define({
            name: 'sys_scope',
            label: 'Application',
            columns: [{ name: 'scope', type: 'string' }],
        })
        const scope = store.insert('sys_scope', { scope: 'x_acme' })
        instance.operation({ relative_path: '/items', sys_scope: scope['sys_id'] ?? '' })
        await instance.send('GET', `${BASE}/items`)
        expect(lastJob()?.scope).toBe('x_acme')
    })

    it('responds to HEAD as to GET, without a body', async () => {
        instance.operation({ relative_path: '/items' })
        const { status, text } = await instance.send('HEAD', `${BASE}/items`)
        expect([status, text]).toEqual([200, ''])
    })
})

describe('an unknown path', () => {
    beforeEach(() => void instance.operation({ relative_path: '/items/{id}' }))

    it.each([
        '/api/',
        '/api/x_acme',
        '/api/nobody/v1/orders/items/1',
        '/api/x_acme/v1/nothing/items/1',
        '/api/x_acme/v1/orders/nothing',
        '/api/x_acme/v1/orders/items',
        '/api/x_acme/v1/orders/items/1/2',
        '/api/x_acme/V1/orders/items/1',
        '/api/x_acme/v1/orders/items/..%2f..%2fsecret',
        '/api/x_acme/v1/orders/items/%2e%2e',
        '/api/x_acme/v1/orders/items//',
        '/api/x_acme/v1/orders/items/%00',
        '/api/x_acme/../x_acme/v1/orders/items/1',
    ])('%s gets 400', async (path) => {
        const { status, json } = await instance.send('GET', path)
        expect([status, json]).toEqual([
            400,
            {
                error: { message: 'Requested URI does not represent any resource', detail: null },
                status: 'failure',
            },
        ])
        expect(instance.scripts.jobs).toEqual([])
    })

    it.each(['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])(
        'for %s but another method gets 405',
        async (method) => {
            const { status, json } = await instance.send(method, `${BASE}/items/1`)
            expect([status, json.error.message]).toEqual([405, 'Method not supported'])
            expect(instance.scripts.jobs).toEqual([])
        }
    )
})
