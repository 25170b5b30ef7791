import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createInstanceClient, type Credentials } from './instance-client'
import { createTableClient, type TableClient } from './table-client'

interface Seen {
    method: string | undefined
    url: string | undefined
    headers: IncomingMessage['headers']
    body: string
}

describe('the Table API client', () => {
    let server: Server
    let url: string
    let seen: Seen | undefined
    let reply: (response: ServerResponse) => void

    beforeEach(async () => {
        seen = undefined
        server = createServer((request, response) => {
            let body = ''
            request.on('data', (chunk: Buffer) => (body += chunk.toString()))
            request.on('end', () => {
                seen = { method: request.method, url: request.url, headers: request.headers, body }
                reply(response)
            })
        })
        await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
        url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    })
    afterEach(() => new Promise<void>((resolve) => server.close(() => resolve())))

    const client = (credentials: Credentials = { authorization: 'Basic abc' }): TableClient =>
        createTableClient(createInstanceClient(url, { ...credentials, fetch }))
    const answer = (status: number, body: unknown, headers: Record<string, string> = {}) => {
        reply = (response) => {
            response.writeHead(status, {
                'content-type': 'application/json',
                connection: 'close',
                ...headers,
            })
            response.end(typeof body === 'string' ? body : JSON.stringify(body))
        }
    }

    it('requests stored values, and only the columns it needs', async () => {
        answer(200, { result: [{ sys_id: '1', name: 'OpenFin' }] })
        const rows = await client().query('sys_cors_rule', 'name=OpenFin – Table API^ORDERBYname', ['name'])
        expect(rows).toEqual([{ sys_id: '1', name: 'OpenFin' }])
        const { pathname, searchParams } = new URL(seen?.url ?? '', url)
        expect([seen?.method, pathname]).toEqual(['GET', '/api/now/table/sys_cors_rule'])
        expect(Object.fromEntries(searchParams)).toEqual({
            sysparm_query: 'name=OpenFin – Table API^ORDERBYname',
            sysparm_fields: 'sys_id,name',
            sysparm_display_value: 'false',
            sysparm_exclude_reference_link: 'true',
            sysparm_limit: '1000',
        })
        expect(seen?.headers).toMatchObject({ authorization: 'Basic abc', accept: 'application/json' })
    })

    it('creates and updates with JSON', async () => {
        answer(201, { result: { sys_id: '2' } })
        expect(await client().create('sys_cors_rule', { name: 'x', active: true })).toEqual({ sys_id: '2' })
        expect([seen?.method, seen?.body]).toEqual(['POST', '{"name":"x","active":true}'])
        answer(200, { result: { sys_id: '2' } })
        await client().update('sys_cors_rule', '2', { active: false })
        expect([seen?.method, new URL(seen?.url ?? '', url).pathname, seen?.body]).toEqual([
            'PATCH',
            '/api/now/table/sys_cors_rule/2',
            '{"active":false}',
        ])
    })

    it('authenticates for a signed-in page with the session’s token', async () => {
        answer(200, { result: [] })
        await client({ userToken: 'ck' }).query('oauth_entity', 'type=client', [])
        expect(seen?.headers['x-usertoken']).toBe('ck')
        expect(seen?.headers).not.toHaveProperty('authorization')
    })

    it.each([
        [401, { error: { message: 'User Not Authenticated' } }, 'not_authenticated'],
        [403, { error: { message: 'User Not Authorized' } }, 'not_authorized'],
        [400, { error: { message: 'Invalid table sys_cors_rule' } }, 'request_failed'],
        [500, '<html>', 'request_failed'],
        [200, '<html>', 'request_failed'],
        [200, 'null', 'request_failed'],
        [200, {}, 'request_failed'],
    ])('turns %i %p into a clear error', async (status, body, code) => {
        answer(status, body)
        await expect(client().query('oauth_entity', '', [])).rejects.toMatchObject({
            name: 'SetupError',
            code,
        })
    })

    it('includes the instance’s reason for a refusal', async () => {
        answer(400, { error: { message: 'domain: not a valid origin' } })
        await expect(client().create('sys_cors_rule', {})).rejects.toThrow('domain: not a valid origin')
    })

    it('sends its credentials nowhere else', async () => {
        answer(302, '', { location: 'http://127.0.0.1:9/' })
        await expect(client().query('oauth_entity', '', [])).rejects.toMatchObject({
            code: 'unreachable',
            message: expect.stringContaining('redirect') as string,
        })
    })

    it('reports the cause of a missing or truncated response, and a missing role', async () => {
        const query = () => client().query('oauth_entity', '', [])
        answer(403, { error: { message: 'Failed API level ACL Validation' } })
        await expect(query()).rejects.toThrow('Failed API level ACL Validation. This requires the role admin')
        reply = (response) => {
            response.writeHead(200, { 'content-length': '100' }).write('{"result"', () => response.destroy())
        }
        await expect(query()).rejects.toMatchObject({ code: 'unreachable' })
        await new Promise((resolve) => server.close(resolve))
        await expect(query()).rejects.toMatchObject({
            code: 'unreachable',
            message: `${url} does not respond (ECONNREFUSED).`,
        })
    })

    it.each([
        ['sys_cors_rule', 'the role admin, or both oauth_admin and web_service_admin.'],
        ['sys_properties', 'the role admin.'],
        ['x_opfi_openfin_token_status', 'the role x_opfi_openfin.viewer.'],
    ])('names the roles required for %s', async (table, roles) => {
        answer(403, {})
        await expect(client().query(table, '', [])).rejects.toThrow(`This requires ${roles}`)
    })

    it('reads page by page, and counts rows hidden behind a 200', async () => {
        const pages = [
            Array.from({ length: 1000 }, (_, index) => ({ sys_id: String(index) })),
            [{ sys_id: '1000' }, { sys_id: '1001' }],
        ]
        const offsets: (string | null)[] = []
        reply = (response) => {
            offsets.push(new URL(seen?.url ?? '', url).searchParams.get('sysparm_offset'))
            response.writeHead(200, { 'content-type': 'application/json', 'x-total-count': '1005' })
            response.end(JSON.stringify({ result: pages.shift() }))
        }
        const { rows, total, hidden } = await client().list('sys_cors_rule', '', [])
        expect([rows.length, total, hidden, offsets]).toEqual([1002, 1005, 3, [null, '1000']])
    })

    it('counts only rows within the limit', async () => {
        answer(200, { result: [{ sys_id: '1' }] }, { 'x-total-count': '500' })
        expect(await client().list('sys_cors_rule', '', [], 2)).toMatchObject({ total: 500, hidden: 1 })
        answer(200, { result: [{ sys_id: '1' }] })
        expect(await client().list('sys_cors_rule', '', [], 2)).toMatchObject({ total: null, hidden: 0 })
    })

    it('never echoes the credentials in an error', async () => {
        answer(401, {})
        const error = await client({ authorization: 'Basic canary' })
            .query('oauth_entity', '', [])
            .catch((thrown: unknown) => thrown)
        expect(JSON.stringify(error) + String(error)).not.toContain('canary')
    })
})
