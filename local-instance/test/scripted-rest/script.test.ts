import { allSchemas } from '../../src/plugins/all-schemas'
import { corsPlugin } from '../../src/plugins/cors/plugin'
import { scriptedRestPlugin } from '../../src/plugins/scripted-rest/plugin'
import { EXTERNAL_DEFAULT_ACL } from '../../src/plugins/scripted-rest/schema'
import { scriptsPlugin } from '../../src/script-engine/plugin'
import { startInstance, type TestInstance } from '../table-api/instance'

const BASE = '/api/x_acme/echo'
let instance: TestInstance

/** Adds an operation whose script is really run. */
function operation(relativePath: string, script: string, values: Record<string, string> = {}): void {
    instance.host.store.insert('sys_ws_operation', {
        name: relativePath,
        web_service_definition:
            instance.host.store.first('sys_ws_definition', 'service_id=echo')?.['sys_id'] ?? '',
        relative_path: relativePath,
        operation_script: script,
        requires_acl_authorization: '0',
        ...values,
    })
}

beforeAll(async () => {
    instance = await startInstance({
        plugins: [corsPlugin, scriptsPlugin, scriptedRestPlugin],
        schemas: allSchemas,
    })
    instance.host.store.insert('sys_ws_definition', {
        name: 'Echo',
        namespace: 'x_acme',
        service_id: 'echo',
        is_versioned: '0',
        enforce_acl: EXTERNAL_DEFAULT_ACL,
    })
})
afterAll(() => instance.close())

describe('a scripted REST operation', () => {
    it('responds with the body that its script sets', async () => {
        operation('/sum/{a}', 'response.setBody({ sum: +request.pathParams.a + +request.queryParams.b[0] })')
        const { status, json, headers } = await instance.send('GET', `${BASE}/sum/2?b=3`)
        expect([status, json]).toEqual([200, { result: { sum: 5 } }])
        expect(headers['content-type']).toMatch(/^application\/json/)
    })

    it('gets form fields as query parameters', async () => {
        operation(
            '/form',
            '(function process(request, response) { response.setBody(request.queryParams) })(request, response)',
            {
                http_method: 'POST',
                consumes: 'application/x-www-form-urlencoded',
                consumes_customized: '1',
                requires_authentication: '0',
                requires_snc_internal_role: '0',
            }
        )
        const { json } = await instance.send('POST', `${BASE}/form?name3=value3`, {
            user: null,
            body: 'name1=value1&redirect_uri=https://a.example.com/b',
            headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
        })
        expect(json).toEqual({
            result: { name1: ['value1'], name3: ['value3'], redirect_uri: ['https://a.example.com/b'] },
        })
    })

    it('writes without a wrapper if its script uses the stream', async () => {
        operation(
            '/stream',
            `response.setContentType('application/json'); response.setStatus(202);
            response.setHeader('X-Mine', 'yes'); response.getStreamWriter().writeString('{"top":1}')`
        )
        const { status, json, headers } = await instance.send('GET', `${BASE}/stream`)
        expect([status, json, headers['x-mine']]).toEqual([202, { top: 1 }, 'yes'])
    })

    it('returns the platform’s envelope if its script throws', async () => {
        operation('/throw', 'throw new Error("no such thing")')
        const { status, json } = await instance.send('GET', `${BASE}/throw`)
        expect([status, json.status, json.error.message]).toEqual([
            500,
            'failure',
            expect.stringContaining('no such'),
        ])
        expect(json.error.detail).toContain('Check logs for error trace')
    })

    it('runs as the caller', async () => {
        operation('/me', 'response.setBody(gs.getUserName())', { requires_acl_authorization: '1' })
        expect((await instance.send('GET', `${BASE}/me`, { user: 'abel.tuter' })).json.result).toBe(
            'abel.tuter'
        )
    })

    it('is denied to external users by the stock ACL, whose script is run', async () => {
        const { store } = instance.host
        const user = store.first('sys_user', 'user_name=beth.anglin')?.['sys_id'] ?? ''
        store.deleteMultiple('sys_user_has_role', `user=${user}^role.name=snc_internal`)
        store.insert('sys_user_has_role', {
            user,
            role: store.first('sys_user_role', 'name=snc_external')?.['sys_id'] ?? '',
        })
        expect((await instance.send('GET', `${BASE}/me`, { user: 'beth.anglin' })).status).toBe(403)
    })

    it('is counted with the statements of its script', async () => {
        operation(
            '/count',
            `var r = new GlideRecord('sys_user'); r.query(); response.setBody(r.getRowCount())`
        )
        instance.host.stats.clear()
        await instance.send('GET', `${BASE}/count`)
        const counter = instance.host.stats.all()['GET /api/x_acme/echo/count']
        expect(counter).toMatchObject({ transactions: 1, outbound_calls: 0 })
        expect(counter?.db_statements).toBeGreaterThan(0)
    })
})
