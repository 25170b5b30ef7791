import { URL_BASE, userId, type TestInstance } from './instance'
import { readsFrom, type Result } from './zoo-requests'

/** The pages of a list. */
export function describePages(instance: () => TestInstance): void {
    const { get } = readsFrom(instance)

    describe('pages', () => {
        beforeAll(() => {
            const { store } = instance().host
            for (let index = 0; index < 25; index++) store.insert('zoo_house', { name: `House ${index}` })
        })

        const page = (more: string) =>
            get(`zoo_house?sysparm_query=nameSTARTSWITHHouse^ORDERBYsys_id&sysparm_fields=sys_id&${more}`)

        it('are limited by limit and offset, and link to each other', async () => {
            const first = await page('sysparm_limit=10')
            expect(first.headers['x-total-count']).toBe('25')
            const next = /<([^>]+)>;rel="next"/.exec(String(first.headers['link']))?.[1] ?? ''
            expect(next).toContain(`${URL_BASE}/api/now/table/zoo_house?`)
            const second = await instance().send('GET', next.slice(URL_BASE.length), { user: 'abel.tuter' })
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
}

/** Statements that a list takes. */
export function describeCost(instance: () => TestInstance): void {
    const { list } = readsFrom(instance)

    describe('the cost of a list', () => {
        it('depends on its rows, not on their references', async () => {
            const { store } = instance().host
            const cost = async (limit: number) => {
                const before = store.statements
                const rows = await list(
                    `zoo_house?sysparm_limit=${limit}&sysparm_display_value=all&sysparm_fields=name,keeper,keeper.name`
                )
                expect(rows).toHaveLength(limit)
                return store.statements - before
            }
            for (let index = 1; index < 20; index++) {
                store.insert('zoo_house', {
                    name: `House ${index}`,
                    keeper: userId(instance(), 'beth.anglin'),
                })
            }
            expect(await cost(20)).toBe(await cost(2))
        })

        it('does not depend on empty journals either', async () => {
            const { store } = instance().host
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
}
