import { StoreError, type WriteContext } from '../../src/core/store/types'
import { codeOf, column, openTestStore, type TestStore } from './open-test-store'
import { peopleSchema } from './people-schema'

const API: WriteContext = { userName: 'abel.tuter', reason: 'api' }

let test: TestStore
beforeEach(() => {
    test = openTestStore(peopleSchema)
})
afterEach(() => test.close())

describe('writes to many records', () => {
    it('update those of the query, over the hierarchy, and count the changes', () => {
        const { store } = test
        expect(store.updateMultiple('x_person', 'active=true', { level: '2' }, API)).toBe(2)
        expect(column(store.query('x_person', { query: 'level=2^ORDERBYsys_id' }), 'sys_id')).toEqual([
            'm1',
            'p1',
            'p3',
        ])
        expect(store.get('x_person', 'p1')).toMatchObject({
            sys_mod_count: '1',
            sys_updated_by: 'abel.tuter',
        })
        expect(store.get('x_person', 'p3')).toMatchObject({ sys_mod_count: '0' })
    })

    it('delete those of the query', () => {
        expect(test.store.deleteMultiple('x_person', 'boss.name=mia')).toBe(2)
        expect(column(test.store.query('x_person', { query: 'ORDERBYsys_id' }), 'sys_id')).toEqual([
            'm1',
            'p3',
        ])
    })

    it('never affect all records because of a typo', () => {
        const { store } = test
        expect(codeOf(() => store.deleteMultiple('x_person', 'nmae=ann'))).toBe('unknown_field')
        expect(codeOf(() => store.updateMultiple('x_person', 'rubbish', { name: 'x' }))).toBe('invalid_query')
        expect(codeOf(() => store.updateMultiple('x_person', '', { nonsense: 'x' }))).toBe('unknown_field')
        expect(store.count('x_person')).toBe(4)
    })

    it('apply rules, atomically', () => {
        const { store } = test
        store.addRule({
            table: 'x_person',
            on: ['update', 'delete'],
            run({ previous }) {
                if (previous?.['sys_id'] === 'p2') throw new StoreError('refused', 'not Bob')
            },
        })
        expect(codeOf(() => store.updateMultiple('x_person', '', { age: '1' }))).toBe('refused')
        expect(codeOf(() => store.deleteMultiple('x_person', ''))).toBe('refused')
        expect(store.count('x_person', { query: 'age=1' })).toBe(0)
        expect(store.updateMultiple('x_person', 'sys_id!=p2', { age: '50' })).toBe(2)
        expect(store.deleteMultiple('x_person', 'sys_id!=p2')).toBe(3)
    })
})

describe('rules', () => {
    it('get the change and may modify it, for descendants as well', () => {
        const { store } = test
        store.addRule({
            table: 'x_person',
            on: ['insert', 'update'],
            run({ values, previous, table, context }) {
                values['nickname'] = `${table.name} ${context.userName} ${previous?.['name'] ?? '-'}`
                values['active'] = 'false'
            },
        })
        expect(store.insert('x_manager', { name: 'Max' }, API)).toMatchObject({
            nickname: 'x_manager abel.tuter -',
            active: '0',
        })
        expect(store.update('x_person', 'p1', { age: '10' }, API)).toMatchObject({
            nickname: 'x_person abel.tuter Ann',
            active: '0',
        })
    })

    it('reject a write together with everything that it caused', () => {
        const { store } = test
        store.addRule({
            table: 'x_person',
            on: ['insert'],
            run({ store: inner }) {
                inner.insert('x_team', { name: 'Half' })
                throw new StoreError('refused', 'no')
            },
        })
        expect(codeOf(() => store.insert('x_person', {}))).toBe('refused')
        store.transaction(() => {
            expect(codeOf(() => store.insert('x_person', {}))).toBe('refused')
            store.insert('x_team', { name: 'Whole' })
        })
        expect(column(store.query('x_team', { query: 'nameINHalf,Whole' }), 'name')).toEqual(['Whole'])
    })

    it('cannot set values that cannot be stored', () => {
        const { store } = test
        store.addRule({
            table: 'x_team',
            on: ['insert'],
            run: ({ values }) => void (values['nonsense'] = '1'),
        })
        store.addRule({
            table: 'x_person',
            on: ['insert'],
            run: ({ values }) => void (values['age'] = 'old'),
        })
        expect(codeOf(() => store.insert('x_team', {}))).toBe('unknown_field')
        expect(codeOf(() => store.insert('x_person', {}))).toBe('invalid_value')
    })
})
