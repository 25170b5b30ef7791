import { createStoreContext, type StoreContext } from './support/store-context'

const TABLE = 'x_opfi_openfin_thing'

let instance: StoreContext
beforeAll(() => {
    instance = createStoreContext()
    const rows = [
        ['a', '1', '1'],
        ['b', '1', '5'],
        ['c', '2', '9'],
        ['d', null, '3'],
    ]
    for (const [name, state, count] of rows)
        instance.store.insert(TABLE, { name: name!, state: state!, count: count! })
})
afterAll(() => instance.close())

const json = (source: string) => instance.json(`var ga = new GlideAggregate('${TABLE}'); ${source}`)

describe('GlideAggregate', () => {
    it('counts', () => {
        expect(json("ga.addAggregate('COUNT'); ga.query(); ga.next(); ga.getAggregate('COUNT')")).toBe(4)
        expect(
            json(
                "ga.addQuery('count', '>', 2); ga.addAggregate('COUNT'); ga.query(); ga.next(); ga.getAggregate('COUNT')"
            )
        ).toBe(3)
    })

    it('computes sums, averages and extremes by group, in one statement', () => {
        const script = `ga.addAggregate('SUM', 'count'); ga.addAggregate('MIN', 'count'); ga.addAggregate('MAX', 'count');
            ga.addAggregate('AVG', 'count'); ga.groupBy('state'); ga.addNotNullQuery('state'); ga.orderBy('state');
            ga.query(); var all = [ga.getRowCount()];
            while (ga.next()) all.push([ga.getValue('state'), String(ga.state), ga.state.getDisplayValue(),
                Number(ga.getAggregate('SUM', 'count')), Number(ga.getAggregate('MIN', 'count')),
                Number(ga.getAggregate('MAX', 'count')), Number(ga.getAggregate('AVG', 'count'))]);
            all`
        expect(json(script)).toEqual([2, ['1', '1', 'New', 6, 1, 5, 3], ['2', '2', 'Done', 9, 9, 9, 9]])
        expect(instance.statements(`var ga = new GlideAggregate('${TABLE}'); ${script}`)).toBeLessThanOrEqual(
            1
        )
    })

    it('orders groups by an aggregate and gives the query of a group', () => {
        const script = `ga.addAggregate('SUM', 'count'); ga.groupBy('state'); ga.orderByAggregate('SUM', 'count');
            ga.query(); var all = []; while (ga.next()) all.push(ga.getAggregateEncodedQuery()); all`
        expect(json(script)).toEqual(['state=2', 'state=1', 'stateISEMPTY'])
    })

    it('forms a single group with setGroup(false)', () => {
        const script = `ga.addAggregate('COUNT'); ga.groupBy('state'); ga.setGroup(false); ga.query(); ga.next();
            [ga.getAggregate('COUNT'), ga.next(), ga.getAggregate('COUNT'), ga.getValue('state')]`
        expect(json(script)).toEqual(['4', false, null, null])
    })

    it('is empty for an unknown table, and rejects unknown functions and fields', () => {
        const none =
            "ga = new GlideAggregate('no_such'); ga.addAggregate('COUNT'); ga.query(); [ga.next(), ga.getRowCount()]"
        expect(json(none)).toEqual([false, 0])
        expect(() => json("ga.addAggregate('MEDIAN', 'count')")).toThrow('Unsupported aggregate: MEDIAN')
        expect(() => json("ga.addAggregate('SUM', 'size')")).toThrow('Unknown field size')
        expect(() => json("ga.groupBy('size')")).toThrow('Unknown field size')
    })
})
