import { openDatabase, type Database } from '../../src/core/store/database'
import { parseEncodedQuery } from '../../src/core/store/encoded-query'
import { toSql } from '../../src/core/store/to-sql'
import type { Table } from '../../src/core/store/types'
import { column, openTestStore, type TestStore } from './open-test-store'
import { peopleSchema } from './people-schema'

/** Bosses are people, and people are stored in six tables. */
const KINDS = ['a', 'b', 'c', 'd'].map((kind) => ({
    name: `x_${kind}_person`,
    label: kind,
    extends: 'x_person',
    columns: [],
}))

let test: TestStore
let database: Database
beforeAll(() => {
    test = openTestStore(peopleSchema, { tables: KINDS })
    database = openDatabase(test.file)
    test.store.insert('x_a_person', { sys_id: 'a1', name: 'Ada', boss: 'p2' })
    test.store.insert('x_b_person', { sys_id: 'b1', name: 'Bo', boss: 'a1' })
    test.store.insert('x_person', { sys_id: 'p9', name: 'Cy', boss: 'b1' })
})
afterAll(() => {
    database.close()
    test.close()
})

const walk = (hops: number, end: string) => 'boss.'.repeat(hops) + end
const find = (query: string) => column(test.store.query('x_person', { query }), 'sys_id')

describe('a dot-walk through tables that others extend', () => {
    it.each([
        [`${walk(1, 'name')}=Bo`, ['p9']],
        [`${walk(2, 'name')}=Ada`, ['p9']],
        [`${walk(3, 'name')}=bob`, ['p9']],
        [`${walk(4, 'name')}STARTSWITHMi`, ['p9']],
        [`${walk(3, 'name')}!=bob^boss=b1`, []],
        [`${walk(2, 'name')}!=bob^boss=b1`, ['p9']],
        [`${walk(3, 'nickname')}SAMEAS${walk(3, 'nickname')}`, ['p9']],
        [`${walk(4, 'name')}ISEMPTY^boss=b1`, []],
        [`${walk(5, 'name')}ISEMPTY^boss=b1`, ['p9']],
    ])('finds the rows: %s', (query, expected) => {
        expect(find(query)).toEqual(expected)
    })

    it('sorts by its target', () => {
        expect(find(`sys_idINp9,b1,a1^ORDERBY${walk(2, 'name')}`)).toEqual(['p9', 'b1', 'a1'])
    })

    // SQLite queries each table separately; if the rest of the walk were repeated for each, 7 hops would take
    // minutes.
    it.each(['=x', '!=x', 'ISEMPTY', 'NSAMEASname'])('has a cost linear in its length (%s)', (rest) => {
        const [three, four, five] = [3, 4, 5].map((hops) => sizeOf(`${walk(hops, 'name')}${rest}`)) as [
            number,
            number,
            number,
        ]
        expect(five - four).toBeLessThan(2 * (four - three))
        expect(sizeOf(`ORDERBY${walk(5, 'name')}`)).toBeLessThan(2 * sizeOf(`ORDERBY${walk(4, 'name')}`))
    })
})

/** Instructions of SQLite's program for a query. */
function sizeOf(query: string): number {
    const { dictionary } = test.store
    const context = { dictionary, now: () => 0, options: {}, invalidFindsNothing: false }
    const { where, order } = toSql(dictionary.table('x_person') as Table, parseEncodedQuery(query), context)
    const bound = where.replaceAll('?', "'x'")
    const sql = `EXPLAIN SELECT 1 FROM "x_person" AS t WHERE ${bound}${order && ` ORDER BY ${order}`}`
    return database.all(sql).length
}
