import { StoreError } from '../../src/core/store/types'
import { tableApiPlugin } from '../../src/plugins/table-api/plugin'
import { corsPlugin } from '../../src/plugins/cors/plugin'
import { describeCallers } from './callers'
import { startInstance, URL_BASE, userId, type TestInstance } from './instance'
import { describeRejectedWrites } from './rejected-writes'
import { ZOO } from './zoo'
import { ANIMALS, writesTo } from './zoo-requests'

let instance: TestInstance
const { post, stored, created } = writesTo(() => instance)

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
        expect(headers['location']).toBe(`${URL_BASE}${ANIMALS}/${result['sys_id']}`)
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
        expect(headers['location']).toContain(ANIMALS)
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
        const path = `${ANIMALS}/${row['sys_id']}`
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
        const path = `${ANIMALS}/${row['sys_id']}`
        await instance.send('PATCH', path, { body: { name: '', weight: null } })
        expect(stored(row['sys_id'] ?? '')).toMatchObject({ name: null, weight: null })
    })

    it('add to a journal', async () => {
        const row = await created({ name: 'Leo', comments: 'first' })
        const path = `${ANIMALS}/${row['sys_id']}?sysparm_display_value=true`
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
        const path = `${ANIMALS}/${row['sys_id']}`
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
        const path = `${ANIMALS}/${bird['sys_id']}`
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
            instance.send('PATCH', `${ANIMALS}/${id}`, { user: 'abel.tuter', body: { name: 'x' } })
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
        const path = `${ANIMALS}/${row['sys_id']}`
        expect((await instance.send('DELETE', path, { user: 'abel.tuter' })).status).toBe(403)
        const { status, text, headers } = await instance.send('DELETE', path, { user: 'beth.anglin' })
        expect([status, text]).toEqual([204, ''])
        expect(headers).not.toHaveProperty('content-type')
        expect((await instance.send('DELETE', path, { user: 'beth.anglin' })).status).toBe(404)
        expect((await instance.send('DELETE', ANIMALS)).status).toBe(405)
    })
})

describeRejectedWrites(() => instance)
describeCallers(() => instance)
