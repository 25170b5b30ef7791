import type { Row } from '../../src/core/store/types'
import { corsPlugin } from '../../src/plugins/cors/plugin'
import { tableApiPlugin } from '../../src/plugins/table-api/plugin'
import { setProperty, startInstance, URL_BASE, userId, type TestInstance } from './instance'
import { describeCost, describePages } from './pages'
import { describeUndisclosedData } from './undisclosed-data'
import { ZOO } from './zoo'
import { readsFrom, type Result } from './zoo-requests'

let instance: TestInstance
let lion: Row
let owl: Row
let house: Row

const { get, list, one } = readsFrom(() => instance)

beforeAll(async () => {
    instance = await startInstance({ plugins: [corsPlugin, tableApiPlugin], tables: ZOO })
    const { store } = instance.host
    house = store.insert('zoo_house', { name: 'Savanna', keeper: userId(instance, 'beth.anglin'), code: 'S' })
    lion = store.insert('zoo_animal', {
        name: 'Leo',
        house: house['sys_id'] ?? '',
        weight: '190250',
        born: '2020-02-29',
        state: '2',
        secret: 'cipher',
        diary: 'roared',
        keepers: `${userId(instance, 'beth.anglin')},${userId(instance, 'abel.tuter')},zoo@example.com`,
        checked: '2026-11-22 08:00:00',
    })
    store.update(
        'zoo_animal',
        lion['sys_id'] ?? '',
        { comments: 'sleeps a lot' },
        { userName: 'beth.anglin' }
    )
    owl = store.insert('zoo_bird', { name: 'Olive', wingspan: '90', weight: '2', tame: 'false' })
    const acl = store.insert('sys_security_acl', {
        name: 'zoo_animal.diary',
        operation: 'read',
        type: 'record',
        active: '1',
    })
    const role = store.first('sys_user_role', 'name=itil')?.['sys_id'] ?? ''
    store.insert('sys_security_acl_role', { sys_security_acl: acl['sys_id'] ?? '', sys_user_role: role })
})

afterAll(() => instance.close())

describe('a record', () => {
    it('has stored values as strings, references with a link, and no nulls', async () => {
        const { status, headers, json } = await get(`zoo_animal/${lion['sys_id']}`)
        expect(status).toBe(200)
        expect(headers['content-type']).toBe('application/json;charset=UTF-8')
        expect(json.result).toEqual({
            sys_id: lion['sys_id'],
            sys_class_name: 'zoo_animal',
            sys_created_on: '2026-11-22 12:00:00',
            sys_created_by: 'system',
            sys_updated_on: '2026-11-22 12:00:00',
            sys_updated_by: 'beth.anglin',
            sys_mod_count: '1',
            sys_tags: '',
            number: lion['number'],
            name: 'Leo',
            house: {
                link: `${URL_BASE}/api/now/table/zoo_house/${house['sys_id']}`,
                value: house['sys_id'],
            },
            tame: 'true',
            weight: '190250',
            born: '2020-02-29',
            state: '2',
            comments: '',
            secret: '',
            keepers: lion['keepers'],
            checked: '2026-11-22 08:00:00',
        })
    })

    it('has display values on request', async () => {
        const shown = await one(`zoo_animal/${lion['sys_id']}?sysparm_display_value=true`)
        expect(shown).toMatchObject({
            house: {
                display_value: 'Savanna',
                link: `${URL_BASE}/api/now/table/zoo_house/${house['sys_id']}`,
            },
            tame: 'true',
            weight: '190,250',
            state: 'Asleep',
            secret: '',
            keepers: 'Beth Anglin, Abel Tuter, zoo@example.com',
            sys_class_name: 'Animal',
        })
        expect(shown['house']).not.toHaveProperty('value')
        expect(shown['comments']).toBe('2026-11-22 12:00:00 - Beth Anglin (Comments)\nsleeps a lot\n\n')
    })

    it('has both on request, without links if excluded', async () => {
        const shown = await one(`zoo_animal/${lion['sys_id']}?sysparm_display_value=all`)
        expect(shown).toMatchObject({
            house: {
                display_value: 'Savanna',
                link: `${URL_BASE}/api/now/table/zoo_house/${house['sys_id']}`,
                value: house['sys_id'],
            },
            state: { display_value: 'Asleep', value: '2' },
            tame: { display_value: 'true', value: 'true' },
            sys_tags: { display_value: '', value: '' },
        })
        const unlinked = 'sysparm_exclude_reference_link=true'
        expect(await one(`zoo_animal/${lion['sys_id']}?sysparm_display_value=all&${unlinked}`)).toMatchObject(
            {
                house: { display_value: 'Savanna', value: house['sys_id'] },
            }
        )
        expect((await one(`zoo_animal/${lion['sys_id']}?${unlinked}`))['house']).toBe(house['sys_id'])
        const named = await one(`zoo_animal/${lion['sys_id']}?${unlinked}&sysparm_display_value=true`)
        expect(named['house']).toBe('Savanna')
    })

    it('has the requested fields, dot-walks included, and ignores unknown ones', async () => {
        const fields =
            'name,house,house.name,house.keeper,house.keeper.user_name,nonsense,house.nonsense,name.x,sys_idx'
        expect(await one(`zoo_animal/${lion['sys_id']}?sysparm_fields=${fields}`, 'admin')).toEqual({
            name: 'Leo',
            house: expect.objectContaining({ value: house['sys_id'] }),
            'house.name': 'Savanna',
            'house.keeper': expect.objectContaining({ value: userId(instance, 'beth.anglin') }),
            'house.keeper.user_name': 'beth.anglin',
        })
        expect(await one(`zoo_animal/${owl['sys_id']}?sysparm_fields=house,house.name`, 'admin')).toEqual({
            house: '',
            'house.name': '',
        })
    })

    it('has the version of the request in its links', async () => {
        const { json } = await instance.send('GET', `/api/now/v1/table/zoo_animal/${lion['sys_id']}`)
        expect((json.result as Result)['house']).toMatchObject({
            link: `${URL_BASE}/api/now/v1/table/zoo_house/${house['sys_id']}`,
        })
    })

    it('omits fields that the caller may not read', async () => {
        expect(await one(`zoo_animal/${lion['sys_id']}`)).not.toHaveProperty('diary')
        expect(await one(`zoo_animal/${lion['sys_id']}?sysparm_fields=name,diary`)).toEqual({ name: 'Leo' })
        expect(await one(`zoo_animal/${lion['sys_id']}`, 'beth.anglin')).toMatchObject({ diary: 'roared' })
    })

    it('is not found if it does not exist or the caller may not read it', async () => {
        const refusal = {
            error: {
                message: 'No Record found',
                detail: "Record doesn't exist or ACL restricts the record retrieval",
            },
            status: 'failure',
        }
        for (const path of [
            'zoo_animal/00000000000000000000000000000000',
            'zoo_animal/x',
            "zoo_animal/'%20OR%201=1--",
            `zoo_animal/${owl['sys_id']}`,
            `zoo_bird/${lion['sys_id']}`,
        ]) {
            const { status, json } = await get(path)
            expect([status, json]).toEqual([404, refusal])
        }
        expect((await get(`zoo_animal/${owl['sys_id']}`, 'beth.anglin')).status).toBe(200)
    })
})

describe('a list', () => {
    it('contains the records that match the query, in its order', async () => {
        const names = async (query: string) =>
            (
                await list(
                    `zoo_animal?sysparm_fields=name&sysparm_query=${encodeURIComponent(query)}`,
                    'admin'
                )
            ).map((row) => row['name'])
        expect(await names('ORDERBYname')).toEqual(['Leo', 'Olive'])
        expect(await names('tame=true')).toEqual(['Leo'])
        expect(await names('house.keeper.user_name=beth.anglin')).toEqual(['Leo'])
        expect(await names('nameSTARTSWITHol')).toEqual(['Olive'])
        expect(await names('sys_created_on>=javascript:gs.beginningOfToday()^ORDERBYDESCname')).toEqual([
            'Olive',
            'Leo',
        ])
        expect(await names('sys_created_on<javascript:gs.daysAgoStart(1)')).toEqual([])
    })

    it('omits records that the caller may not read; the count is the query’s', async () => {
        const { json, headers } = await get('zoo_animal?sysparm_fields=name')
        expect(json.result).toEqual([{ name: 'Leo' }])
        expect(headers['x-total-count']).toBe('2')
    })

    it('filters by name-value pairs, by stored and display value', async () => {
        const names = async (pairs: string) =>
            (await list(`zoo_animal?sysparm_fields=name&${pairs}`, 'admin')).map((row) => row['name'])
        expect(await names('name=Leo')).toEqual(['Leo'])
        expect(await names('state=asleep&tame=true')).toEqual(['Leo'])
        expect(await names('state=2')).toEqual(['Leo'])
        expect(await names('house.name=Savanna')).toEqual(['Leo'])
        expect(await names('name=Leo%5EORname=Olive')).toEqual([])
        expect(await names('nonsense=1')).toHaveLength(2)
    })

    it('ignores unknown fields in the query, or finds nothing if the property is set', async () => {
        const query = 'zoo_animal?sysparm_query=nonsense=1^tame=true'
        expect(await list(query, 'admin')).toHaveLength(1)
        setProperty(instance, 'glide.invalid_query.returns_no_rows', 'true')
        const { status, json, headers } = await get(query, 'admin')
        expect([status, json.result, headers['x-total-count']]).toEqual([200, [], '0'])
        expect(await list('zoo_animal?sysparm_query=;;;', 'admin')).toEqual([])
        setProperty(instance, 'glide.invalid_query.returns_no_rows', 'false')
    })

    it('may be empty, which only version 1 treats as an error', async () => {
        const path = 'table/zoo_animal?sysparm_query=name=Nobody'
        for (const version of ['', 'v2/']) {
            const { status, json } = await instance.send('GET', `/api/now/${version}${path}`)
            expect([status, json.result]).toEqual([200, []])
        }
        const { status, json } = await instance.send('GET', `/api/now/v1/${path}`)
        expect([status, json.error.message]).toEqual([404, 'No Record found'])
    })

    it('accepts the parameters that change nothing here', async () => {
        const accepted = 'sysparm_view=mobile&sysparm_query_no_domain=true&sysparm_query_category=x'
        expect(await list(`zoo_animal?${accepted}`, 'admin')).toHaveLength(2)
    })
})

describePages(() => instance)
describeUndisclosedData(
    () => instance,
    () => lion['sys_id'] ?? ''
)
describeCost(() => instance)
