import { corsPlugin } from '../../src/plugins/cors/plugin'
import { scriptedRestPlugin } from '../../src/plugins/scripted-rest/plugin'
import { TABLE_API_DEFINITION } from '../../src/plugins/scripted-rest/schema'
import { tableApiPlugin } from '../../src/plugins/table-api/plugin'
import { setProperty, startInstance, type TestInstance } from '../table-api/instance'
import { ZOO } from '../table-api/zoo'

const TABLE = '/api/now/table/zoo_animal'
const APP = 'https://app.example.com'
const CORS = /^access-control-/

let instance: TestInstance

const corsHeaders = (headers: Record<string, unknown>) =>
    Object.fromEntries(Object.entries(headers).filter(([name]) => CORS.test(name)))

async function preflight(origin: string | undefined, method: string, path = TABLE) {
    const headers = {
        ...(origin === undefined ? {} : { Origin: origin }),
        'Access-Control-Request-Method': method,
        'Access-Control-Request-Headers': 'authorization,content-type',
    }
    const { status, text, headers: answered } = await instance.send('OPTIONS', path, { user: null, headers })
    return { status, text, vary: answered['vary'], cors: corsHeaders(answered) }
}

async function asked(origin: string, path = TABLE, more: { user?: string | null; method?: string } = {}) {
    const { method = 'GET', user = 'admin' } = more
    const answer = await instance.send(method, path, { user, headers: { Origin: origin } })
    return { status: answer.status, vary: answer.headers['vary'], cors: corsHeaders(answer.headers) }
}

function addRule(values: Record<string, string>): string {
    const row = instance.host.store.insert('sys_cors_rule', {
        name: 'App',
        domain: APP,
        rest_api: TABLE_API_DEFINITION,
        get: '1',
        ...values,
    })
    return row['sys_id'] ?? ''
}

beforeEach(async () => {
    instance = await startInstance({
        plugins: [corsPlugin, tableApiPlugin, scriptedRestPlugin],
        tables: ZOO,
    })
})
afterEach(() => instance.close())

describe('a preflight', () => {
    it('H51 has no CORS headers if no rule allows it', async () => {
        expect(await preflight(APP, 'GET')).toEqual({ status: 200, text: '', vary: 'Origin', cors: {} })
        addRule({ domain: 'https://other.example.com' })
        expect((await preflight(APP, 'GET')).cors).toEqual({})
        expect((await preflight('null', 'GET')).cors).toEqual({})
    })

    it('returns origin, methods, headers and max age if a rule allows it', async () => {
        addRule({ post: '1', patch: '1', max_age: '86400', exposed_headers: 'Link' })
        expect(await preflight(APP, 'PATCH')).toEqual({
            status: 200,
            text: '',
            vary: 'Origin',
            cors: {
                'access-control-allow-origin': APP,
                'access-control-allow-methods': 'GET, POST, PATCH',
                'access-control-allow-headers':
                    'Authorization, Content-Type, Accept, X-no-response-body, X-UserToken',
                'access-control-max-age': '86400',
            },
        })
    })

    it('allows only the rule’s methods', async () => {
        addRule({ post: '1' })
        expect((await preflight(APP, 'POST')).cors).not.toEqual({})
        for (const method of ['DELETE', 'PUT', 'PATCH', 'TRACE', 'nonsense']) {
            expect((await preflight(APP, method)).cors).toEqual({})
        }
    })

    it('allows the headers that the rule lists', async () => {
        addRule({ access_control_allow_headers: 'Authorization,X-Mine' })
        expect((await preflight(APP, 'GET')).cors['access-control-allow-headers']).toBe(
            'Authorization,X-Mine'
        )
    })

    it('echoes the page’s own origin for a wildcard, and uses the most specific rule', async () => {
        addRule({ domain: 'https://*.example.com', max_age: '1' })
        addRule({ domain: 'https://*.app.example.com', max_age: '2' })
        const { cors } = await preflight('https://a.app.example.com', 'GET')
        expect(cors).toMatchObject({
            'access-control-allow-origin': 'https://a.app.example.com',
            'access-control-max-age': '2',
        })
    })

    it('signs no user in and runs nothing', async () => {
        addRule({})
        instance.host.stats.clear()
        await preflight(APP, 'GET')
        expect(instance.host.stats.all()).toEqual({})
    })

    it('is answered for the API of the rule', async () => {
        addRule({ rest_api: 'another' })
        expect((await preflight(APP, 'GET')).cors).toEqual({})
    })

    it('is answered for every spelling of the version, not for other paths', async () => {
        addRule({})
        for (const path of [
            '/api/now/table/x',
            '/api/now/v1/table/x',
            '/api/now/v2/table/x/y',
            '/api/now/table/x?sysparm_limit=1',
        ]) {
            expect((await preflight(APP, 'GET', path)).cors).not.toEqual({})
        }
        for (const path of [
            '/api/now/stats/x',
            '/api/now/table/../stats/x',
            '/api/x/table/x',
            '/api/now/tables/x',
        ]) {
            expect((await preflight(APP, 'GET', path)).cors).toEqual({})
        }
        const elsewhere = await preflight(APP, 'GET', '/login.do')
        expect(elsewhere.cors).toEqual({})
    })

    it('requires Origin and Access-Control-Request-Method', async () => {
        addRule({})
        const { status, headers } = await instance.send('OPTIONS', TABLE, { headers: { Origin: APP } })
        expect([status, corsHeaders(headers)]).toEqual([405, {}])
    })
})

describe('a response', () => {
    it('has origin and exposed headers if a rule allows the request', async () => {
        addRule({ exposed_headers: 'X-Total-Count, Link, Retry-After' })
        expect(await asked(APP)).toEqual({
            status: 200,
            vary: 'Origin',
            cors: {
                'access-control-allow-origin': APP,
                'access-control-expose-headers': 'X-Total-Count, Link, Retry-After',
            },
        })
    })

    it('H51 has them on errors too', async () => {
        addRule({ post: '1' })
        const allowed = { 'access-control-allow-origin': APP }
        expect(await asked(APP, TABLE, { user: null })).toMatchObject({ status: 401, cors: allowed })
        expect(await asked(APP, '/api/now/table/nonsense')).toMatchObject({ status: 400, cors: allowed })
        expect(await asked(APP, `${TABLE}/nonsense`)).toMatchObject({ status: 404, cors: allowed })
        expect(await asked(APP, TABLE, { method: 'POST' })).toMatchObject({ status: 400, cors: allowed })
        expect(await asked(APP, '/api/now/v9/table/x')).toMatchObject({ status: 400, cors: allowed })
    })

    it('has them if the instance fails, or has a fault injected', async () => {
        addRule({})
        instance.host.rights.can = () => {
            throw new Error('broken')
        }
        expect(await asked(APP)).toMatchObject({ status: 500, cors: { 'access-control-allow-origin': APP } })
    })

    it('H51 has none for other origins and methods, and is still sent', async () => {
        addRule({})
        expect(await asked('https://evil.example.com')).toMatchObject({
            status: 200,
            cors: {},
            vary: 'Origin',
        })
        expect(await asked('null')).toMatchObject({ status: 200, cors: {} })
        expect(await asked(APP, TABLE, { method: 'POST' })).toMatchObject({ cors: {} })
    })

    it('allows credentials if the rule does', async () => {
        addRule({ access_control_allow_credentials: '1' })
        expect((await asked(APP)).cors).toMatchObject({ 'access-control-allow-credentials': 'true' })
        expect((await preflight(APP, 'GET')).cors).toMatchObject({
            'access-control-allow-credentials': 'true',
        })
    })

    it('never echoes an invalid origin into a header', async () => {
        addRule({ domain: 'https://*.example.com' })
        for (const origin of [
            'https://a.example.com https://evil.com',
            'https://evil.com#.example.com',
            '*',
        ]) {
            expect((await asked(origin)).cors).toEqual({})
        }
    })
})

describe('rules', () => {
    it('take effect as soon as they are saved, changed or deleted', async () => {
        const { store } = instance.host
        const id = addRule({ active: '0' })
        expect((await asked(APP)).cors).toEqual({})
        store.update('sys_cors_rule', id, { active: '1' })
        expect((await asked(APP)).cors).not.toEqual({})
        store.update('sys_cors_rule', id, { use_resource_path: '1' })
        expect((await asked(APP)).cors).toEqual({})
        store.update('sys_cors_rule', id, { use_resource_path: '0', domain: 'https://b.example.com' })
        expect((await asked(APP)).cors).toEqual({})
        expect((await asked('https://b.example.com')).cors).not.toEqual({})
        store.delete('sys_cors_rule', id)
        expect((await asked('https://b.example.com')).cors).toEqual({})
    })

    it('have no effect if the property disables CORS', async () => {
        addRule({})
        setProperty(instance, 'glide.rest.cors.enabled', 'false')
        expect((await asked(APP)).cors).toEqual({})
        expect((await preflight(APP, 'GET')).cors).toEqual({})
        setProperty(instance, 'glide.rest.cors.enabled', 'true')
        expect((await asked(APP)).cors).not.toEqual({})
    })

    it('may be written only by their administrators', async () => {
        const body = { name: 'x', domain: APP, rest_api: TABLE_API_DEFINITION }
        const post = (user: string) => instance.send('POST', '/api/now/table/sys_cors_rule', { user, body })
        expect((await post('beth.anglin')).status).toBe(403)
        expect((await post('abel.tuter')).status).toBe(403)
        expect((await post('admin')).status).toBe(201)
    })
})
