import type { Row } from '../../src/core/store/types'
import { corsPlugin } from '../../src/plugins/cors/plugin'
import { tableApiPlugin } from '../../src/plugins/table-api/plugin'
import { setProperty, startInstance, URL_BASE, userId, type TestInstance } from './instance'
import { ZOO } from './zoo'

type Result = Record<string, unknown>

let instance: TestInstance
let lion: Row
let owl: Row
let house: Row

const get = async (path: string, user: string | null = 'abel.tuter', headers: Record<string, string> = {}) =>
    instance.send('GET', `/api/now/table/${path}`, { user, headers })
const list = async (path: string, user?: string) => (await get(path, user)).json.result as unknown as Result[]
const one = async (path: string, user?: string) => (await get(path, user)).json.result as unknown as Result

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

describe('pages', () => {
    beforeAll(() => {
        const { store } = instance.host
        for (let index = 0; index < 25; index++) store.insert('zoo_house', { name: `House ${index}` })
    })

    const page = (more: string) =>
        get(`zoo_house?sysparm_query=nameSTARTSWITHHouse^ORDERBYsys_id&sysparm_fields=sys_id&${more}`)

    it('are limited by limit and offset, and link to each other', async () => {
        const first = await page('sysparm_limit=10')
        expect(first.headers['x-total-count']).toBe('25')
        const next = /<([^>]+)>;rel="next"/.exec(String(first.headers['link']))?.[1] ?? ''
        expect(next).toContain(`${URL_BASE}/api/now/table/zoo_house?`)
        const second = await instance.send('GET', next.slice(URL_BASE.length), { user: 'abel.tuter' })
        const third = await page('sysparm_limit=10&sysparm_offset=20')
        const ids = [first, second, third].flatMap(({ json }) =>
            (json.result as Result[]).map((row) => row['sys_id'])
        )
        expect(new Set(ids).size).toBe(25)
        expect(String(third.headers['link'])).not.toContain('rel="next"')
        expect((await page('sysparm_limit=10&sysparm_offset=100')).json.result).toEqual([])
    })

    it('omit the count or links on request', async () => {
        const uncounted = await page('sysparm_limit=10&sysparm_no_count=true')
        expect(uncounted.headers).not.toHaveProperty('x-total-count')
        expect(uncounted.headers).not.toHaveProperty('link')
        const unlinked = await page('sysparm_limit=10&sysparm_suppress_pagination_header=true')
        expect(unlinked.headers['x-total-count']).toBe('25')
        expect(unlinked.headers).not.toHaveProperty('link')
    })

    it.each(['-5', 'abc', '', '1e3', '99999999999999999999', '0x10', '1;DROP TABLE zoo_house'])(
        'ignore the limit or offset %j',
        async (value) => {
            const { status, json } = await page(`sysparm_limit=${encodeURIComponent(value)}`)
            expect([status, (json.result as Result[]).length]).toEqual([200, 25])
            const shifted = await page(`sysparm_offset=${encodeURIComponent(value)}`)
            expect((shifted.json.result as Result[]).length).toBe(25)
        }
    )
})

describe('undisclosed data', () => {
    it('is not revealed by a query on fields that the caller may not read', async () => {
        for (const query of [
            'diarySTARTSWITHr',
            'nameISNOTEMPTY^ORdiary=x',
            'ORDERBYdiary',
            'ORDERBYDESCdiary',
            'name=x^NQdiary=y',
            'nameSAMEASdiary',
            'weightGT_FIELDdiary',
        ]) {
            const { status, json } = await get(`zoo_animal?sysparm_query=${encodeURIComponent(query)}`)
            expect([query, status, json?.error]).toEqual([
                query,
                403,
                {
                    message: 'Insufficient rights to query records',
                    detail: 'Field(s) present in the query do not have permission to be read',
                },
            ])
        }
        expect((await get('zoo_animal?diary=roared')).status).toBe(403)
        expect((await get('zoo_animal?sysparm_query=diary=roared', 'beth.anglin')).status).toBe(200)
    })

    it('includes secret columns, even for administrators', async () => {
        for (const path of ['sys_user?user_name=admin', `zoo_animal/${lion['sys_id']}`]) {
            for (const mode of ['true', 'false', 'all']) {
                const { text } = await get(
                    `${path}${path.includes('?') ? '&' : '?'}sysparm_display_value=${mode}`,
                    'admin'
                )
                expect(text).not.toContain('cipher')
                expect(text).not.toMatch(/scrypt|"user_password":"[^"]/)
            }
        }
        expect((await get('zoo_animal?sysparm_query=secretSTARTSWITHc', 'admin')).status).toBe(403)
        expect((await get('sys_user?sysparm_query=user_passwordISNOTEMPTY', 'admin')).status).toBe(403)
        expect((await get('zoo_house?sysparm_query=keeper.user_passwordSTARTSWITHs', 'admin')).status).toBe(
            403
        )
    })

    it('includes tables that the caller may not read, or that are hidden from APIs', async () => {
        expect(await get('zoo_vault')).toMatchObject({
            status: 403,
            json: { error: { message: 'User Not Authorized', detail: 'Failed API level ACL Validation' } },
        })
        expect((await get('zoo_vault', 'admin')).status).toBe(200)
        expect((await get('zoo_shut', 'admin')).status).toBe(403)
        for (const name of [
            'local_zoo',
            'nonsense',
            'sqlite_master',
            'zoo_animal%20',
            'ZOO_ANIMAL',
            '%22',
            'constructor',
        ]) {
            const { status, json } = await get(name, 'admin')
            expect([name, status]).toEqual([name, 400])
            expect(json.error.message).toMatch(/^Invalid table /)
        }
    })

    it('is not reachable by a query with SQL or a script', async () => {
        const queried = (query: string) => get(`zoo_animal?sysparm_query=${encodeURIComponent(query)}`)
        for (const query of ["name=' OR '1'='1", 'name=1) UNION SELECT * FROM sys_user--']) {
            expect(await queried(query)).toMatchObject({ status: 200, json: { result: [] } })
        }
        // A malformed condition is ignored: the rows are those of the list without a query.
        const malformed = await queried("name';DROP TABLE zoo_animal;--=x")
        expect(malformed.json.result).toEqual(await list('zoo_animal'))
        for (const query of ['name=javascript:gs.getProperty("x")', 'name=javascript:while(true){}']) {
            expect(await queried(query)).toMatchObject({
                status: 400,
                json: { error: { detail: 'This javascript: value is not supported in a query' } },
            })
        }
        expect(await list('zoo_animal', 'admin')).toHaveLength(2)
    })
})

describe('the cost of a list', () => {
    it('depends on its rows, not on their references', async () => {
        const { store } = instance.host
        const cost = async (limit: number) => {
            const before = store.statements
            const rows = await list(
                `zoo_house?sysparm_limit=${limit}&sysparm_display_value=all&sysparm_fields=name,keeper,keeper.name`
            )
            expect(rows).toHaveLength(limit)
            return store.statements - before
        }
        for (let index = 1; index < 20; index++) {
            store.insert('zoo_house', { name: `House ${index}`, keeper: userId(instance, 'beth.anglin') })
        }
        expect(await cost(20)).toBe(await cost(2))
    })

    it('does not depend on empty journals either', async () => {
        const { store } = instance.host
        const cost = async (limit: number) => {
            const before = store.statements
            const rows = await list(
                `zoo_animal?sysparm_limit=${limit}&sysparm_display_value=true&sysparm_fields=comments`,
                'admin'
            )
            expect(rows).toHaveLength(limit)
            return store.statements - before
        }
        const few = await cost(1)
        for (let index = 0; index < 20; index++) store.insert('zoo_animal', { name: 'Mouse' })
        expect(await cost(20)).toBe(few)
    })
})
