import { openTestStore, type TestStore } from './open-test-store'
import { peopleSchema } from './people-schema'

let test: TestStore
beforeAll(() => {
    test = openTestStore(peopleSchema)
})
afterAll(() => test.close())

const ATTACKS = [
    "' OR '1'='1",
    "'; DROP TABLE x_person; --",
    '" OR 1=1 --',
    "') UNION SELECT * FROM sys_user --",
    '?1',
    ':name',
    '%',
    '_',
    '\\',
    '*',
    '\u0000',
    '\ud800',
    '😀'.repeat(100),
    '%'.repeat(60_000),
    '${1}',
    "x'; ATTACH '/tmp/a' AS b; --",
]
const OPERATORS = [
    '=',
    '!=',
    '>',
    '<=',
    'LIKE',
    'NOT LIKE',
    'STARTSWITH',
    'ENDSWITH',
    'IN',
    'NOT IN',
    'BETWEEN',
    'ON',
    'INSTANCEOF',
    'SAMEAS',
]
/**
 * Fields without a stored multi-character attack, so a comparison with one finds no row, and its negation
 * every row.
 */
const TEXT_FIELDS = ['name', 'team.name', 'boss.boss.name', 'sys_id']
const FOUND: Record<string, number> = {
    ...Object.fromEntries(['=', 'LIKE', 'STARTSWITH', 'ENDSWITH', 'IN'].map((operator) => [operator, 0])),
    ...Object.fromEntries(['!=', 'NOT LIKE', 'NOT IN'].map((operator) => [operator, 4])),
}
const FIELDS = ['name', 'age', 'active', 'team', 'team.name', 'boss.boss.name', 'seen', 'score', 'sys_id']

describe('values of a query', () => {
    it('never become SQL', () => {
        const { store } = test
        for (const field of FIELDS) {
            for (const operator of OPERATORS) {
                for (const attack of ATTACKS) {
                    const rows = store.query('x_person', { query: `${field}${operator}${attack}`, limit: 10 })
                    const known = TEXT_FIELDS.includes(field) && attack.length > 1
                    const found = (known ? FOUND[operator] : undefined) ?? rows.length
                    expect([field, operator, attack, rows.length]).toEqual([field, operator, attack, found])
                }
            }
        }
        expect(store.count('x_person')).toBe(4)
    })

    it.each(ATTACKS)('find exactly the stored value (%#)', (attack) => {
        const { store } = test
        const stored = store.insert('x_team', { town: attack })
        const kept = stored['town'] ?? ''
        // A single NUL is stored as an empty field, which `town=` finds.
        expect(kept === '').toBe(attack === '\u0000')
        const query = `town=${kept.replaceAll('^', '^^')}`
        expect(store.query('x_team', { query }).map((row) => row['town'] ?? '')).toContain(kept)
        store.delete('x_team', stored['sys_id'] ?? '')
        expect(store.count('x_team')).toBe(2)
    })
})

describe('names of a query', () => {
    it.each(['name"', 'name;--', 'name/**/', '"name"', 'name)', 'rowid', 'sqlite_master.name', '1'])(
        'must be columns of the dictionary: %s',
        (field) => {
            const query = `${field}=x^ORDERBY${field}^ORDERBYDESC${field}`
            expect(() => test.store.query('x_person', { query, unknownField: 'refuse' })).toThrow(
                expect.objectContaining({ name: 'StoreError' })
            )
            expect(test.store.query('x_person', { query })).toHaveLength(4)
        }
    )

    it('cannot be tables of SQLite', () => {
        for (const table of ['sqlite_master', 'x_person" --', '', 'X_PERSON']) {
            expect(() => test.store.query(table)).toThrow('does not exist')
        }
    })

    it('are checked when a table is defined', () => {
        for (const name of ['x"y', 'x y', '', '1x', 'x;']) {
            expect(() => test.store.define({ name, label: 'X', columns: [] })).toThrow('Invalid name')
            expect(() =>
                test.store.define({ name: 'x_bad', label: 'X', columns: [{ name, type: 'string' }] })
            ).toThrow('Invalid name')
        }
        expect(test.store.dictionary.table('x_bad')).toBeUndefined()
    })
})
