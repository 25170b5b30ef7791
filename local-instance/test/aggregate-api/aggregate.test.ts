import { aggregateApiPlugin } from '../../src/plugins/aggregate-api/plugin'
import { startInstance, type TestInstance } from '../table-api/instance'
import { ZOO } from '../table-api/zoo'

let instance: TestInstance
beforeAll(async () => {
    instance = await startInstance({ plugins: [aggregateApiPlugin], tables: ZOO })
    const { store } = instance.host
    const house = store.insert('zoo_house', { name: 'Aviary' })['sys_id'] as string
    for (const [state, weight, of] of [
        ['1', '10', house],
        ['1', '20', null],
        ['1', '33', house],
        ['2', '7', null],
    ] as const)
        store.insert('zoo_animal', { state, weight, house: of })
})
afterAll(() => instance.close())

/** The response to a user who may read the table. */
async function stats(query: string, table = 'zoo_animal', user = 'abel.tuter') {
    const answer = await instance.send('GET', `/api/now/stats/${table}?${query}`, { user })
    return { status: answer.status, result: answer.json?.result as unknown, error: answer.json?.error }
}

describe('the Aggregate API', () => {
    it('counts, and computes sums, averages, minima and maxima, all as strings', async () => {
        const { result } = await stats(
            'sysparm_count=true&sysparm_sum_fields=weight&sysparm_avg_fields=weight&sysparm_min_fields=weight&sysparm_max_fields=weight'
        )
        expect(result).toEqual({
            stats: {
                count: '4',
                sum: { weight: '70' },
                avg: { weight: '17.5000' },
                min: { weight: '7' },
                max: { weight: '33' },
            },
        })
    })

    it('groups, with display values on request', async () => {
        const { result } = await stats(
            'sysparm_count=true&sysparm_group_by=state&sysparm_display_value=true&sysparm_order_by=COUNT^DESC'
        )
        expect(result).toEqual([
            {
                stats: { count: '3' },
                groupby_fields: [{ field: 'state', value: '1', display_value: 'Awake' }],
            },
            {
                stats: { count: '1' },
                groupby_fields: [{ field: 'state', value: '2', display_value: 'Asleep' }],
            },
        ])
        const plain = await stats('sysparm_count=true&sysparm_group_by=house')
        expect(plain.result).toEqual([
            { stats: { count: '2' }, groupby_fields: [{ field: 'house', value: '' }] },
            {
                stats: { count: '2' },
                groupby_fields: [
                    { field: 'house', value: expect.stringMatching(/^[0-9a-f]{32}$/) as string },
                ],
            },
        ])
    })

    it.each([
        ['sysparm_having=count^state^>^2', ['1']],
        ['sysparm_having=sum^weight^<^10', ['2']],
        ['sysparm_order_by=sum^weight', ['2', '1']],
        ['sysparm_order_by=state^DESC', ['2', '1']],
        ['sysparm_query=weight>8', ['1']],
        ['state=Asleep', ['2']],
    ])('keeps and sorts groups by %s', async (query, states) => {
        const { result } = await stats(
            `sysparm_count=true&sysparm_sum_fields=weight&sysparm_group_by=state&${query}`
        )
        const groups = result as { groupby_fields: { value: string }[] }[]
        expect(groups.map((group) => group.groupby_fields[0]?.value)).toEqual(states)
    })

    it('computes nothing that was not requested', async () => {
        expect((await stats('')).result).toEqual({ stats: {} })
        expect((await stats('sysparm_group_by=state')).result).toEqual([])
    })

    it.each([
        ['zoo_bird', '', 'abel.tuter', 403],
        ['zoo_vault', '', 'abel.tuter', 403],
        ['zoo_shut', '', 'admin', 403],
        ['zoo_animal', '&sysparm_group_by=secret', 'admin', 403],
        ['zoo_animal', '&sysparm_group_by=nothing', 'admin', 400],
        ['local_zoo', '', 'admin', 400],
        ['nothing', '', 'admin', 400],
    ])('%s%s by %s is %i', async (table, query, user, status) => {
        expect((await stats(`sysparm_count=true${query}`, table, user)).status).toBe(status)
    })

    it('requires authentication', async () => {
        const url = '/api/now/stats/zoo_animal?sysparm_count=true'
        expect((await instance.send('GET', url, { user: null })).status).toBe(401)
        expect((await instance.send('GET', `${url.replace('now', 'now/v1')}`)).status).toBe(200)
        expect((await instance.send('GET', `${url.replace('now', 'now/v2')}`)).status).toBe(400)
    })
})
