import { codeOf, column, openTestStore, type TestStore } from './open-test-store'
import { peopleSchema } from './people-schema'
import { ALL, OPERATORS } from './operator-samples'
import { schema as platform } from '../../src/plugins/platform/schema'

let test: TestStore
beforeAll(() => {
    test = openTestStore(platform, peopleSchema)
})
afterAll(() => test.close())

/** sys_ids that a query finds, sorted. */
const find = (query: string, table = 'x_person') =>
    column(test.store.query(table, { query, userId: 'm1' }), 'sys_id').sort()

describe('operators', () => {
    it.each(OPERATORS)('%s', (query, expected) => {
        expect(find(query)).toEqual(expected)
    })

    it('treats LIKE wildcards in values as literals', () => {
        expect(find('nameLIKE%')).toEqual(['p3'])
        expect(find('nameLIKE_')).toEqual(['p3'])
        expect(find('nameSTARTSWITH%')).toEqual([])
    })

    it('compares display values for contains, starts with and ends with on references', () => {
        expect(find('teamLIKElu')).toEqual(['p2'])
        expect(find('teamSTARTSWITHr')).toEqual(['m1', 'p1'])
        expect(find('teamNOT LIKEred')).toEqual(['p2', 'p3'])
    })
})

describe('groups', () => {
    it('binds OR closer than AND', () => {
        expect(find('active=true^age=9^ORage=50')).toEqual(['m1', 'p1'])
    })

    it('finds what any alternative finds', () => {
        expect(find('name=ann^age=9^NQname=bob^active=false')).toEqual(['p1', 'p2'])
        expect(find('name=ann^age=10^NQname=bob')).toEqual(['p2'])
    })
})

describe('size', () => {
    it('may be large, and is rejected beyond the limit', () => {
        const many = (count: number, word: string) => Array(count).fill('name=ann').join(word)
        expect(find(many(3000, '^'))).toEqual(['p1'])
        expect(find(many(3000, '^OR'))).toEqual(['p1'])
        expect(find(many(3000, '^NQ'))).toEqual(['p1'])
        expect(codeOf(() => find(many(31_000, '^OR')))).toBe('invalid_query')
        expect(find(`${'boss.'.repeat(50)}name=ann`)).toEqual(ALL)
        expect(find(`name=${'x'.repeat(1_000_000)}`)).toEqual([])
    })
})

describe('dot-walks', () => {
    it.each([
        ['team.name=Red', ['m1', 'p1']],
        ['team.town=', ['p3']],
        ['team.name!=Red', ['p2', 'p3']],
        ['boss.team.town=bern', ['p1', 'p2']],
        ['boss.boss.name=mia', ['p3']],
        ['boss.name=mia', ['p1', 'p2']],
        ['boss.active=false', ['p3']],
        ['boss.nicknameISEMPTY', ['m1', 'p1', 'p2']],
        ['boss.team=red', ['p1', 'p2']],
    ])('%s', (query, expected) => {
        expect(find(query)).toEqual(expected)
    })
})

describe('dates', () => {
    it.each([
        ['seen>javascript:gs.beginningOfToday()', ['p1']],
        ['seenONToday@javascript:gs.beginningOfToday()@javascript:gs.endOfToday()', ['p1']],
        ['seenNOTONToday@javascript:gs.beginningOfToday()@javascript:gs.endOfToday()', ['m1', 'p2', 'p3']],
        ['seenON2026-11-21', ['p2']],
        ['seen>=javascript:gs.daysAgoStart(1)', ['p1', 'p2']],
        ['seenBETWEENjavascript:gs.daysAgoStart(1)@javascript:gs.daysAgoEnd(1)', ['p2']],
        ['seenRELATIVEGT@hour@ago@1', ['p1']],
        ['seenRELATIVELT@dayofweek@ago@1', ['p3']],
        ['seenRELATIVELE@month@ago@1', ['p3']],
        ['born=1990-05-01', ['m1', 'p1', 'p2']],
        ['bornON1990-05-01', ['m1', 'p1', 'p2']],
        ['born<=javascript:gs.beginningOfToday()', ['m1', 'p1', 'p2']],
        ['bornBETWEEN1990-05-01 10:00:00@1990-05-01 11:00:00', ['m1', 'p1', 'p2']],
    ])('%s', (query, expected) => {
        expect(find(query)).toEqual(expected)
    })

    it('resolves script values through the caller, and rejects them without a resolver', () => {
        const { store } = test
        const evaluate = (expression: string) => (expression === 'new Team().mine()' ? 'red' : '')
        expect(store.count('x_person', { query: 'team=javascript:new Team().mine()', evaluate })).toBe(2)
        expect(codeOf(() => store.query('x_person', { query: 'team=javascript:new Team().mine()' }))).toBe(
            'invalid_query'
        )
    })

    it('uses the querying user', () => {
        expect(find('boss=javascript:gs.getUserID()')).toEqual(['p1', 'p2'])
        expect(find('bossDYNAMIC90d1921e5f510100a9ad2572f2b477fe')).toEqual(['p1', 'p2'])
        expect(codeOf(() => find('bossDYNAMIC00000000000000000000000000000000'))).toBe('invalid_query')
    })
})

describe('order and pages', () => {
    const names = (query: string, more = {}) =>
        column(test.store.query('x_person', { query, ...more }), 'sys_id')

    it('sorts case-insensitively, and numbers numerically', () => {
        expect(names('ORDERBYname')).toEqual(['p1', 'p2', 'm1', 'p3'])
        expect(names('ORDERBYage')[0]).toBe('p1')
        expect(names('scoreISNOTEMPTY^ORDERBYDESCscore')).toEqual(['p2', 'p1'])
    })

    it('sorts references by display value', () => {
        expect(names('teamISNOTEMPTY^ORDERBYteam^ORDERBYname')).toEqual(['p2', 'p1', 'm1'])
        expect(names('teamISNOTEMPTY^ORDERBYDESCteam.town^ORDERBYname')).toEqual(['p2', 'p1', 'm1'])
    })

    it('returns pages that do not overlap although the order has ties', () => {
        const pages = [0, 1, 2, 3].flatMap((offset) => names('ORDERBYDESCactive', { limit: 1, offset }))
        expect(pages.sort()).toEqual(ALL)
    })

    it('counts and reads from an offset', () => {
        expect(test.store.count('x_person', { query: 'active=true' })).toBe(3)
        expect(names('ORDERBYsys_id', { offset: 2 })).toEqual(['p2', 'p3'])
        expect(names('ORDERBYsys_id', { limit: 0 })).toEqual([])
    })

    it('reads only the requested columns', () => {
        const [row] = test.store.query('x_person', { query: 'sys_id=p1', columns: ['age', 'nonsense'] })
        expect(row).toEqual({ sys_id: 'p1', age: '9' })
    })
})

describe('invalid conditions', () => {
    it('are ignored, as on the platform', () => {
        expect(find('nonsense=1^name=ann')).toEqual(['p1'])
        expect(find('team.nonsense=1^name=ann')).toEqual(['p1'])
        expect(find('name.town=1^NQname=ann')).toEqual(['p1'])
        expect(find('nonsense=1')).toEqual(ALL)
        expect(find('rubbish^ORDERBYnonsense')).toEqual(ALL)
    })

    it('find nothing if glide.invalid_query.returns_no_rows is true', () => {
        const { store } = test
        const row = store.insert('sys_properties', {
            name: 'glide.invalid_query.returns_no_rows',
            value: 'true',
        })
        expect(find('nonsense=1')).toEqual([])
        expect(find('name=ann')).toEqual(['p1'])
        store.delete('sys_properties', row['sys_id'] ?? '')
        expect(find('nonsense=1')).toEqual(ALL)
    })

    it.each([
        ['nonsense=1', 'unknown_field'],
        ['team.nonsense=1', 'unknown_field'],
        ['name.x=1', 'unknown_field'],
        ['ORDERBYnonsense', 'unknown_field'],
        ['nameSAMEASnonsense', 'unknown_field'],
        ['rubbish', 'invalid_query'],
        ['seenRELATIVEGT@year@ago@999999', 'invalid_query'],
        ['seenRELATIVELE@week@ahead@999999', 'invalid_query'],
        ['seenRELATIVEEE@constructor@ago@1', 'invalid_query'],
        ['seen>javascript:gs.daysAgo(999999)', 'invalid_query'],
        ['seen>javascript:gs.monthsAgo(-999999)', 'invalid_query'],
    ])('are rejected on request: %s', (query, code) => {
        expect(codeOf(() => test.store.query('x_person', { query, unknownField: 'refuse' }))).toBe(code)
    })

    it('include an unknown table', () => {
        expect(codeOf(() => test.store.query('x_nobody'))).toBe('unknown_table')
    })
})

describe('secrets', () => {
    it('cannot be guessed by conditions or order', () => {
        for (const query of [
            'pin=1234',
            'pinSTARTSWITH1',
            'pin!=9',
            'pin>0',
            'nameSAMEASpin',
            'boss.pin=1',
        ]) {
            expect(find(query)).toEqual([])
        }
        expect(find('pinISNOTEMPTY')).toEqual(['p1'])
        expect(
            column(test.store.query('x_person', { query: 'ORDERBYDESCpin^ORDERBYsys_id' }), 'sys_id')
        ).toEqual(ALL)
    })
})

describe('aggregates', () => {
    it('group and count, over the whole hierarchy', () => {
        const rows = test.store.aggregate('x_person', {
            groupBy: ['team'],
            aggregates: [
                { function: 'COUNT', column: null },
                { function: 'MAX', column: 'age' },
            ],
        })
        expect(rows).toEqual([
            { group: { team: null }, values: ['1', '30'] },
            { group: { team: 'blue' }, values: ['1', '30'] },
            { group: { team: 'red' }, values: ['2', '50'] },
        ])
    })

    it('sum, average and count distinct values of a query', () => {
        const [row] = test.store.aggregate('x_person', {
            query: 'active=true',
            aggregates: [
                { function: 'SUM', column: 'age' },
                { function: 'MIN', column: 'boss.age' },
                { function: 'COUNT(DISTINCT', column: 'team' },
                { function: 'AVG', column: 'score' },
            ],
        })
        expect(row).toEqual({ group: {}, values: ['89', '30', '1', '9.5'] })
    })

    it('reject an unknown column', () => {
        const aggregates = [{ function: 'SUM' as const, column: 'age) FROM x' }]
        expect(codeOf(() => test.store.aggregate('x_person', { aggregates }))).toBe('unknown_field')
    })
})
