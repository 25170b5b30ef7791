import { doubtfulConditions } from '../../src/core/store/list-plan'
import { parseEncodedQuery } from '../../src/core/store/encoded-query'
import { codeOf, column, openTestStore, type TestStore } from './open-test-store'
import { peopleSchema } from './people-schema'
import { schema as platform } from '../../src/plugins/platform/schema'

let test: TestStore
beforeEach(() => {
    test = openTestStore(platform, peopleSchema)
})
afterEach(() => test.close())

describe('transaction', () => {
    it('is atomic', () => {
        const { store } = test
        expect(() =>
            store.transaction(() => {
                store.insert('x_team', { name: 'Green' })
                store.delete('x_person', 'p1')
                throw new Error('stop')
            })
        ).toThrow('stop')
        expect(store.count('x_team')).toBe(2)
        expect(store.get('x_person', 'p1')).toBeDefined()
        expect(store.transaction(() => store.insert('x_team', { name: 'Green' })['name'])).toBe('Green')
    })

    it('rolls back a nested failure alone, and everything on an outer failure', () => {
        const { store } = test
        const add = (name: string) => store.insert('x_team', { name })
        store.transaction(() => {
            add('Outer')
            expect(() =>
                store.transaction(() => {
                    add('Inner')
                    throw new Error('inner')
                })
            ).toThrow('inner')
            store.transaction(() => add('Second'))
        })
        expect(
            column(store.query('x_team', { query: 'nameINOuter,Inner,Second^ORDERBYname' }), 'name')
        ).toEqual(['Outer', 'Second'])
    })
})

describe('statements', () => {
    /** Number of statements that a call counts. */
    const cost = (run: () => unknown) => {
        const before = test.store.statements
        run()
        return test.store.statements - before
    }

    it('are counted once for each call', () => {
        const { store } = test
        expect(cost(() => store.get('x_person', 'm1'))).toBe(1)
        expect(cost(() => store.first('x_person', 'name=ann'))).toBe(1)
        expect(
            cost(() => store.query('x_person', { query: 'boss.team.name=Red^ORDERBYteam', limit: 1 }))
        ).toBe(1)
        expect(cost(() => store.count('x_person'))).toBe(1)
        expect(
            cost(() => store.aggregate('x_person', { aggregates: [{ function: 'COUNT', column: null }] }))
        ).toBe(1)
        expect(cost(() => store.insert('x_person', { notes: 'with a journal entry' }))).toBe(1)
        expect(cost(() => store.update('x_person', 'm1', { name: 'Mo' }))).toBe(1)
        expect(cost(() => store.updateMultiple('x_person', '', { level: '1' }))).toBe(1)
        expect(cost(() => store.deleteMultiple('x_person', 'name=bob'))).toBe(1)
        expect(cost(() => store.delete('x_person', 'p1'))).toBe(1)
    })

    it('do not include housekeeping: dictionary, properties, log, rules', () => {
        const { store } = test
        store.addRule({
            table: 'x_team',
            on: ['insert'],
            run: ({ store: inner }) => void inner.query('x_person'),
        })
        expect(cost(() => store.property('instance_name'))).toBe(0)
        expect(cost(() => store.dictionary.tables())).toBe(0)
        expect(cost(() => store.define({ name: 'x_more', label: 'More', columns: [] }))).toBe(0)
        expect(cost(() => store.insert('syslog', { message: 'x' }))).toBe(0)
        expect(cost(() => store.insert('x_team', {}))).toBe(1)
    })
})

describe('displayValue', () => {
    it.each([
        ['name', 'Ann'],
        ['team', 'Red'],
        ['boss', 'Mia'],
        ['active', 'true'],
        ['sys_class_name', 'Person'],
        ['level', ''],
        ['pin', ''],
        ['seen', '2026-11-22 07:30:00'],
        ['nonsense', ''],
    ])('of %s is %j', (name, expected) => {
        const { store } = test
        expect(store.displayValue('x_person', store.get('x_person', 'p1') ?? {}, name)).toBe(expected)
    })

    it('is the label of a choice, and the value if there is none', () => {
        const { store } = test
        expect(store.displayValue('x_person', { level: '2' }, 'level')).toBe('High')
        expect(store.displayValue('x_person', { level: '7' }, 'level')).toBe('7')
    })

    it('of a dangling reference is empty, of a large number has commas', () => {
        const { store } = test
        expect(store.displayValue('x_person', { team: 'gone' }, 'team')).toBe('')
        expect(store.displayValue('x_person', { age: '1234567' }, 'age')).toBe('1,234,567')
        expect(store.displayValue('x_person', { age: '-1234' }, 'age')).toBe('-1,234')
    })
})

describe('dotWalk', () => {
    it.each([
        ['name', 'Ann', 'Ann'],
        ['team', 'red', 'Red'],
        ['team.town', 'Bern', 'Bern'],
        ['boss.team', 'red', 'Red'],
        ['boss.team.name', 'Red', 'Red'],
        ['boss.active', '1', 'true'],
    ])('%s', (path, value, display) => {
        const { store } = test
        const row = store.get('x_person', 'p1') ?? {}
        expect(store.dotWalk('x_person', row, path)).toBe(value)
        expect(store.dotWalk('x_person', row, path, true)).toBe(display)
    })

    it.each(['nonsense', 'name.town', 'team.nonsense', 'boss.boss.name', ''])('ends at %j', (path) => {
        expect(test.store.dotWalk('x_person', test.store.get('x_person', 'p1') ?? {}, path)).toBeNull()
    })
})

describe('property', () => {
    it('follows the stored value', () => {
        const { store } = test
        expect(store.property('x.p')).toBeUndefined()
        const row = store.insert('sys_properties', { name: 'x.p', value: 'one' })
        expect(store.property('x.p')).toBe('one')
        store.update('sys_properties', row['sys_id'] ?? '', { value: 'two' })
        expect(store.property('x.p')).toBe('two')
        store.updateMultiple('sys_properties', 'name=x.p', { value: '' })
        expect(store.property('x.p')).toBe('')
        store.delete('sys_properties', row['sys_id'] ?? '')
        expect(store.property('x.p')).toBeUndefined()
    })
})

describe('snapshot and restore', () => {
    it('restore rows, tables and counters', () => {
        const { store } = test
        const people = store.query('x_person')
        store.snapshot()
        const version = store.metadataVersion()
        store.insert('x_person', { name: 'New' })
        store.update('x_person', 'p1', { name: 'Changed' })
        store.delete('x_person', 'm1')
        store.define({ name: 'x_new', label: 'New', columns: [] })
        store.define({ name: 'x_team', label: 'Team', columns: [{ name: 'motto', type: 'string' }] })
        store.insert('sys_properties', { name: 'x.new', value: '1' })
        store.restore()
        expect(store.query('x_person')).toEqual(people)
        expect(store.dictionary.table('x_new')).toBeUndefined()
        expect(store.property('x.new')).toBeUndefined()
        expect(store.metadataVersion()).toBeGreaterThan(version)
        expect(store.get('x_team', 'red')).not.toHaveProperty('motto')
        store.define({ name: 'x_new', label: 'New', columns: [] })
        expect(store.insert('x_new', {})['sys_id']).toHaveLength(32)
        store.insert('x_person', { code: 'a' })
        expect(codeOf(() => store.insert('x_person', { code: 'a' }))).toBe('duplicate_key')
    })

    it('can be repeated, and require a snapshot', () => {
        const { store } = test
        expect(codeOf(() => store.restore())).toBe('refused')
        store.snapshot()
        for (let round = 0; round < 2; round++) {
            store.deleteMultiple('x_person', '')
            store.restore()
            expect(store.count('x_person')).toBe(4)
        }
    })
})

describe('long lists', () => {
    const doubtful = (query: string, ...indexes: string[]) =>
        doubtfulConditions(
            parseEncodedQuery(query),
            indexes.map((index) => index.split(' '))
        )?.alternatives[0]?.map(([condition]) => condition?.path[0])

    it('avoid an index on a condition if the order has its own', () => {
        expect(doubtful('state=1^ORDERBYopened', 'state', 'opened')).toEqual(['state'])
        expect(doubtful('state=1^ORDERBYopened', 'state')).toBeUndefined()
        expect(doubtful('state=1^ORDERBYopened', 'opened')).toBeUndefined()
        expect(doubtful('state=1^ORDERBYopened', 'state opened', 'opened')).toBeUndefined()
        expect(doubtful('nameLIKEx^ORDERBYopened', 'name', 'opened')).toBeUndefined()
        expect(doubtful('state=1^NQstate=2^ORDERBYopened', 'state', 'opened')).toBeUndefined()
        expect(doubtful('state=1', 'state')).toBeUndefined()
    })

    it('return the same rows with any index', () => {
        const { store } = test
        store.define({
            name: 'x_event',
            label: 'Event',
            columns: [
                { name: 'state', type: 'integer' },
                { name: 'rank', type: 'integer' },
                { name: 'owner', type: 'reference', reference: 'x_team' },
            ],
            indexes: [{ columns: ['state'] }, { columns: ['rank'] }],
        })
        store.transaction(() => {
            for (let at = 0; at < 1300; at++) {
                const state = at % 100 === 0 ? '2' : '1'
                store.insert('x_event', {
                    state,
                    rank: String((at * 7) % 1300),
                    owner: at % 2 ? 'red' : 'blue',
                })
            }
        })
        const ranks = (query: string) =>
            column(store.query('x_event', { query: `${query}^ORDERBYDESCrank`, limit: 3 }), 'rank')
        expect(ranks('state=1')).toEqual(['1299', '1298', '1297'])
        expect(ranks('state=2')).toEqual(['1200', '1100', '1000'])
        expect(ranks('state=1^owner.name=Red^rank<10')).toEqual(['9', '7', '5'])
    })
})
