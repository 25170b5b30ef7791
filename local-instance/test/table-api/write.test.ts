import { StoreError, type Row } from '../../src/core/store/types'
import { tableApiPlugin } from '../../src/plugins/table-api/plugin'
import { corsPlugin } from '../../src/plugins/cors/plugin'
import { startInstance, URL_BASE, userId, type Answer, type Asked, type TestInstance } from './instance'
import { ZOO } from './zoo'

let instance: TestInstance
const TABLE = '/api/now/table/zoo_animal'

const post = (body: unknown, more: Asked & { path?: string } = {}): Promise<Answer> =>
    instance.send('POST', `${TABLE}${more.path ?? ''}`, { user: 'beth.anglin', body, ...more })
const stored = (sysId: string): Row => instance.host.store.get('zoo_animal', sysId) ?? {}
const created = async (body: unknown, more: Asked & { path?: string } = {}): Promise<Row> => {
    const { json } = await post(body, more)
    return stored((json.result as { sys_id: string }).sys_id)
}

beforeAll(async () => {
    instance = await startInstance({ plugins: [corsPlugin, tableApiPlugin], tables: ZOO })
    const { store } = instance.host
    store.insert('zoo_house', { name: 'Savanna', code: 'S' })
    store.addRule({
        table: 'zoo_animal',
        on: ['insert', 'update', 'delete'],
        run({ values, previous }) {
            if (values['name'] === 'Unicorn') throw new StoreError('refused', 'There are no unicorns')
            if (values['name'] === 'Zebra1') throw new StoreError('invalid_value', 'A name holds no digits')
            if (previous?.['name'] === 'Phoenix') throw new StoreError('refused', 'A phoenix stays')
        },
    })
    const acl = store.insert('sys_security_acl', {
        name: 'zoo_animal.diary',
        operation: 'write',
        type: 'record',
        active: '1',
    })
    const role = store.first('sys_user_role', 'name=admin')?.['sys_id'] ?? ''
    store.insert('sys_security_acl_role', { sys_security_acl: acl['sys_id'] ?? '', sys_user_role: role })
})

afterAll(() => instance.close())

describe('POST', () => {
    it('inserts a record, returns 201 with it and its location', async () => {
        const { status, headers, json } = await post({ name: 'Leo', weight: 190, tame: false })
        const result = json.result as Record<string, string>
        expect(status).toBe(201)
        expect(headers['location']).toBe(`${URL_BASE}${TABLE}/${result['sys_id']}`)
        expect(result).toMatchObject({
            name: 'Leo',
            weight: '190',
            tame: 'false',
            sys_created_by: 'beth.anglin',
        })
        expect(result['number']).toMatch(/^ANI\d{7}$/)
        expect(stored(result['sys_id'] ?? '')).toMatchObject({ name: 'Leo', weight: '190', tame: '0' })
    })

    it('honours the parameters in the response', async () => {
        const path = '?sysparm_fields=name,state&sysparm_display_value=true'
        const { json } = await post({ name: 'Leo', state: '2' }, { path })
        expect(json.result).toEqual({ name: 'Leo', state: 'Asleep' })
    })

    it('returns 204 without a body or a type on request', async () => {
        const { status, headers, text } = await post(
            { name: 'Quiet' },
            { headers: { 'X-no-response-body': 'true' } }
        )
        expect([status, text]).toEqual([204, ''])
        expect(headers).not.toHaveProperty('content-type')
        expect(headers['location']).toContain(TABLE)
        expect(instance.host.store.count('zoo_animal', { query: 'name=Quiet' })).toBe(1)
    })

    it('ignores unknown, read-only and system fields', async () => {
        const row = await created({
            name: 'Leo',
            number: 'ANI0000001',
            nonsense: 'x',
            'house.name': 'x',
            sys_id: '00000000000000000000000000000001',
            sys_created_by: 'somebody',
            sys_created_on: '1999-01-01 00:00:00',
            sys_mod_count: '7',
            sys_class_name: 'zoo_bird',
            __proto__: 'x',
        })
        expect(row).toMatchObject({
            sys_created_by: 'beth.anglin',
            sys_created_on: '2026-11-22 12:00:00',
            sys_mod_count: '0',
            sys_class_name: 'zoo_animal',
        })
        expect(row['number']).not.toBe('ANI0000001')
        expect(row['sys_id']).not.toBe('00000000000000000000000000000001')
    })

    it('accepts display values on request', async () => {
        const keeper = userId(instance, 'beth.anglin')
        const body = { name: 'Leo', house: 'Savanna', state: 'Asleep', keepers: keeper }
        const house = instance.host.store.first('zoo_house', 'name=Savanna')?.['sys_id']
        expect(await created(body, { path: '?sysparm_input_display_value=true' })).toMatchObject({
            house,
            state: '2',
            keepers: keeper,
        })
        expect(await created({ house }, { path: '?sysparm_input_display_value=true' })).toMatchObject({
            house,
        })
        expect(await created({ house: 'Savanna' })).toMatchObject({ house: 'Savanna' })
    })

    it('does not inject a display value into another query', async () => {
        const body = { house: 'Nowhere^ORname=Savanna' }
        const row = await created(body, { path: '?sysparm_input_display_value=true' })
        expect(row['house']).not.toBe(instance.host.store.first('zoo_house', 'name=Savanna')?.['sys_id'])
    })

    it('accepts XML', async () => {
        const headers = { 'Content-Type': 'application/xml', Accept: 'application/xml' }
        const body = '<request><entry><name>Leo &lt;3</name><tame>false</tame></entry></request>'
        const { status, headers: answered, text } = await post(body, { headers })
        expect([status, answered['content-type']]).toEqual([201, 'application/xml;charset=UTF-8'])
        expect(text).toMatch(/^<\?xml version="1.0" encoding="UTF-8"\?><response><result>/)
        expect(text).toContain('<name>Leo &lt;3</name>')
        expect(text).toContain('<tame>false</tame>')
    })

    it('requires the right to create', async () => {
        const before = instance.host.store.count('zoo_animal')
        expect(await post({ name: 'Leo' }, { user: 'abel.tuter' })).toMatchObject({
            status: 403,
            json: {
                error: {
                    message: 'Operation Failed',
                    detail: 'ACL Exception Insert Failed due to security constraints',
                },
                status: 'failure',
            },
        })
        expect((await post({ name: 'Leo' }, { user: null })).status).toBe(401)
        expect(instance.host.store.count('zoo_animal')).toBe(before)
    })
})

describe('PUT and PATCH', () => {
    it.each(['PUT', 'PATCH'])('%s changes only the given fields', async (method) => {
        const row = await created({ name: 'Leo', weight: 5, state: '2' })
        const path = `${TABLE}/${row['sys_id']}`
        const { status, json } = await instance.send(method, path, {
            user: 'beth.anglin',
            body: { weight: 6 },
        })
        expect(status).toBe(200)
        expect(json.result).toMatchObject({ name: 'Leo', weight: '6', state: '2', sys_mod_count: '1' })
        const suppressed = await instance.send(method, path, {
            user: 'beth.anglin',
            body: { weight: 7 },
            headers: { 'X-No-Response-Body': 'TRUE' },
        })
        expect([suppressed.status, suppressed.text]).toEqual([204, ''])
        expect(suppressed.headers).not.toHaveProperty('content-type')
        expect(stored(row['sys_id'] ?? '')['weight']).toBe('7')
    })

    it('clear a field with an empty value or null', async () => {
        const row = await created({ name: 'Leo', weight: 5 })
        const path = `${TABLE}/${row['sys_id']}`
        await instance.send('PATCH', path, { body: { name: '', weight: null } })
        expect(stored(row['sys_id'] ?? '')).toMatchObject({ name: null, weight: null })
    })

    it('add to a journal', async () => {
        const row = await created({ name: 'Leo', comments: 'first' })
        const path = `${TABLE}/${row['sys_id']}?sysparm_display_value=true`
        const { json } = await instance.send('PATCH', path, {
            user: 'beth.anglin',
            body: { comments: 'second' },
        })
        const { comments } = json.result as { comments: string }
        expect(comments.indexOf('second')).toBeLessThan(comments.indexOf('first'))
        expect(comments).toContain('Beth Anglin (Comments)')
    })

    it('ignore a field that the caller may not write', async () => {
        const row = await created({ name: 'Leo', diary: 'x' })
        const path = `${TABLE}/${row['sys_id']}`
        const { status } = await instance.send('PATCH', path, {
            user: 'beth.anglin',
            body: { diary: 'y', weight: 9 },
        })
        expect(status).toBe(200)
        expect(stored(row['sys_id'] ?? '')).toMatchObject({ weight: '9', diary: 'x' })
        await instance.send('PATCH', path, { user: 'admin', body: { diary: 'z' } })
        expect(stored(row['sys_id'] ?? '')['diary']).toBe('z')
    })

    it('update a record through a parent table', async () => {
        const bird = instance.host.store.insert('zoo_bird', { name: 'Olive', wingspan: '90' })
        const path = `${TABLE}/${bird['sys_id']}`
        const { json } = await instance.send('PATCH', path, { body: { name: 'Otto', wingspan: '1' } })
        expect(json.result).toMatchObject({ name: 'Otto', sys_class_name: 'zoo_bird' })
        expect(instance.host.store.get('zoo_bird', bird['sys_id'] ?? '')).toMatchObject({
            name: 'Otto',
            wingspan: '90',
        })
    })

    it('are rejected for a record that is missing, not readable, or not writable', async () => {
        const row = await created({ name: 'Leo' })
        const bird = instance.host.store.insert('zoo_bird', { name: 'Olive' })
        const patch = (id: string | null | undefined) =>
            instance.send('PATCH', `${TABLE}/${id}`, { user: 'abel.tuter', body: { name: 'x' } })
        expect((await patch('00000000000000000000000000000000')).status).toBe(404)
        expect((await patch(bird['sys_id'])).status).toBe(404)
        expect(await patch(row['sys_id'])).toMatchObject({
            status: 403,
            json: { error: { detail: 'ACL Exception Update Failed due to security constraints' } },
        })
        expect(stored(row['sys_id'] ?? '')['name']).toBe('Leo')
    })
})

describe('DELETE', () => {
    it('deletes a record and returns 204', async () => {
        const row = await created({ name: 'Leo' })
        const path = `${TABLE}/${row['sys_id']}`
        expect((await instance.send('DELETE', path, { user: 'abel.tuter' })).status).toBe(403)
        const { status, text, headers } = await instance.send('DELETE', path, { user: 'beth.anglin' })
        expect([status, text]).toEqual([204, ''])
        expect(headers).not.toHaveProperty('content-type')
        expect((await instance.send('DELETE', path, { user: 'beth.anglin' })).status).toBe(404)
        expect((await instance.send('DELETE', TABLE)).status).toBe(405)
    })
})

describe('a write that a rule rejects', () => {
    it('returns the reason, and nothing is stored', async () => {
        const count = () => instance.host.store.count('zoo_animal')
        const before = count()
        expect(await post({ name: 'Unicorn' })).toMatchObject({
            status: 403,
            json: {
                error: { message: 'Operation Failed', detail: 'There are no unicorns' },
                status: 'failure',
            },
        })
        expect(await post({ name: 'Zebra1' })).toMatchObject({
            status: 400,
            json: { error: { detail: 'A name holds no digits' } },
        })
        expect(await post({ weight: 'heavy' })).toMatchObject({ status: 400 })
        expect(count()).toBe(before)
        const phoenix = instance.host.store.insert('zoo_animal', { name: 'Phoenix' })
        expect((await instance.send('DELETE', `${TABLE}/${phoenix['sys_id']}`)).status).toBe(403)
        expect(stored(phoenix['sys_id'] ?? '')['name']).toBe('Phoenix')
    })

    it('includes a duplicate unique value', async () => {
        const { status, json } = await instance.send('POST', '/api/now/table/zoo_house', {
            body: { code: 'S' },
        })
        expect([status, json.error.message]).toEqual([403, 'Operation Failed'])
        expect(json.error.detail).not.toContain('"S"')
    })

    it('H52 includes a CORS rule whose domain violates the requirements', async () => {
        const table = '/api/now/table/sys_cors_rule'
        for (const domain of [
            'https://*com',
            'http://192.168.1.*',
            'http://blog.*.example.com',
            'example.com',
            '',
        ]) {
            const { status, json } = await instance.send('POST', table, {
                body: { name: 'x', rest_api: 'y', domain },
            })
            expect([domain, status]).toEqual([domain, 400])
            expect(json.error.detail).toMatch(/^Invalid domain: /)
        }
        expect(instance.host.store.count('sys_cors_rule')).toBe(0)
        const good = { name: 'x', rest_api: 'y', domain: 'http://localhost:8080' }
        const { status, json } = await instance.send('POST', table, { body: good })
        expect(status).toBe(201)
        const path = `${table}/${(json.result as { sys_id: string }).sys_id}`
        expect((await instance.send('PATCH', path, { body: { domain: 'https://*com' } })).status).toBe(400)
        expect((await instance.send('PATCH', path, { body: { max_age: '60' } })).status).toBe(200)
        expect((await instance.send('GET', path)).json.result).toMatchObject({
            domain: 'http://localhost:8080',
        })
    })
})

describe('an invalid body', () => {
    it.each([
        ['', 400],
        ['{', 400],
        ['null', 400],
        ['[]', 400],
        ['"text"', 400],
        ['{"name": {"a": 1}}', 400],
        ['{"name": "x"}{"name": "y"}', 400],
        ['[{"name": "only the first"}, {"name": "counts"}]', 201],
    ])('%j gets %i', async (body, status) => {
        const before = instance.host.store.count('zoo_animal')
        const answer = await post(body, { headers: { 'Content-Type': 'application/json; charset=utf-8' } })
        expect(answer.status).toBe(status)
        if (status === 400) expect(answer.json.error.message).toBe('Exception while reading request')
        expect(instance.host.store.count('zoo_animal')).toBe(before + (status === 201 ? 1 : 0))
    })

    it('may have a type that the API does not accept', async () => {
        for (const type of [
            'text/plain',
            'application/x-www-form-urlencoded',
            'multipart/form-data; boundary=x',
        ]) {
            const { status, json } = await post('name=Leo', { headers: { 'Content-Type': type } })
            expect([type, status, json.status]).toEqual([type, 415, 'failure'])
        }
    })

    it('may be too large', async () => {
        const body = JSON.stringify({ name: 'x'.repeat(10 * 1024 * 1024) })
        expect((await post(body)).status).toBe(400)
    })
})

describe('an unknown path', () => {
    it.each([
        '/api/now/table',
        '/api/now/table/',
        '/api/now/v3/table/zoo_animal',
        '/api/now/table/zoo_animal/a/b',
        '/api/now/table/..%2fzoo_animal',
        '/api/now/table/zoo_animal/%2e%2e',
        '/api/now/table/zoo_animal/../../../local',
        '/api/now/table/zoo_animal%00',
        '/api/now/table//zoo_animal',
        '/api/now/table/%E0%A4%A',
    ])('%s gets 400', async (path) => {
        const { status, json } = await instance.send('GET', path)
        expect([status, json?.status ?? 'failure']).toEqual([400, 'failure'])
    })

    it('may support another method', async () => {
        for (const [method, path] of [
            ['POST', `${TABLE}/1`],
            ['PUT', TABLE],
            ['PATCH', TABLE],
        ] as const) {
            const { status, json } = await instance.send(method, path, { body: {} })
            expect([status, json.error.message]).toEqual([405, 'Method not supported'])
        }
    })
})

describe('a caller', () => {
    it('must authenticate', async () => {
        const attempts: Record<string, string>[] = [
            {},
            { authorization: 'Basic x' },
            { authorization: 'Bearer nonsense' },
        ]
        for (const headers of attempts) {
            const {
                status,
                headers: answered,
                json,
            } = await instance.send('GET', TABLE, { user: null, headers })
            expect(status).toBe(401)
            expect(answered['www-authenticate']).toBe('BASIC realm="Service-now"')
            expect(json).toEqual({
                error: { message: 'User Not Authenticated', detail: 'Required to provide Auth information' },
                status: 'failure',
            })
        }
    })

    it('does not learn whether a table exists before that', async () => {
        expect((await instance.send('GET', '/api/now/table/nonsense', { user: null })).status).toBe(401)
    })

    it('gets a supported response type, or 406', async () => {
        const get = (Accept: string) =>
            instance.send('GET', `${TABLE}?sysparm_limit=1`, { headers: { Accept } })
        expect((await get('*/*')).headers['content-type']).toBe('application/json;charset=UTF-8')
        expect((await get('text/xml')).headers['content-type']).toBe('text/xml;charset=UTF-8')
        expect((await get('application/xml')).text).toContain('<response><result>')
        expect(await get('image/png')).toMatchObject({ status: 406, json: { status: 'failure' } })
    })

    it('can use HEAD for the headers only', async () => {
        const { status, text, headers } = await instance.send('HEAD', `${TABLE}?sysparm_limit=1`)
        expect([status, text]).toEqual([200, ''])
        expect(Number(headers['x-total-count'])).toBeGreaterThan(0)
    })

    it('can override the method of an unsafe request in a header', async () => {
        const row = await created({ name: 'Leo' })
        const path = `${TABLE}/${row['sys_id']}`
        const headers = { 'X-HTTP-Method-Override': 'PATCH' }
        const { status } = await instance.send('POST', path, { body: { name: 'Lea' }, headers })
        expect([status, stored(row['sys_id'] ?? '')['name']]).toEqual([200, 'Lea'])
        await instance.send('GET', path, { headers: { 'X-HTTP-Method-Override': 'DELETE' } })
        expect(stored(row['sys_id'] ?? '')['name']).toBe('Lea')
    })

    it('is counted in the statistics', async () => {
        instance.host.stats.clear()
        await instance.send('GET', `${TABLE}?sysparm_limit=1`)
        await instance.send('GET', `${TABLE}/x`)
        const all = instance.host.stats.all()
        expect(all['GET /api/now/table/{tableName}']).toMatchObject({ transactions: 1 })
        expect(all['GET /api/now/table/{tableName}']?.db_statements).toBeGreaterThan(0)
        expect(all['GET /api/now/table/{tableName}/{sys_id}']).toMatchObject({ transactions: 1 })
    })
})
