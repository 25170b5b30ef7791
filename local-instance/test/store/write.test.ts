import { type WriteContext } from '../../src/core/store/types'
import { codeOf, openTestStore, type TestStore } from './open-test-store'
import { peopleSchema } from './people-schema'

const API: WriteContext = { userName: 'abel.tuter', reason: 'api' }

let test: TestStore
beforeEach(() => {
    test = openTestStore(peopleSchema)
})
afterEach(() => test.close())

describe('insert', () => {
    it('adds sys_id, system fields and defaults, and returns the stored row', () => {
        const { store } = test
        const row = store.insert('x_person', { name: 'Zoe' }, API)
        expect(row).toMatchObject({
            sys_id: expect.stringMatching(/^[0-9a-f]{32}$/),
            sys_created_on: '2026-11-22 08:00:00',
            sys_created_by: 'abel.tuter',
            sys_updated_on: '2026-11-22 08:00:00',
            sys_updated_by: 'abel.tuter',
            sys_mod_count: '0',
            sys_class_name: 'x_person',
            active: '1',
            nickname: null,
        })
        expect(store.get('x_person', row['sys_id'] ?? '')).toEqual(row)
    })

    it('lets deployments and the platform set system fields, others only the sys_id', () => {
        const { store } = test
        const given = { sys_id: 'a'.repeat(32), sys_created_on: '2020-01-01 00:00:00', sys_mod_count: '5' }
        expect(store.insert('x_team', given, API)).toMatchObject({
            sys_id: given.sys_id,
            sys_created_on: '2026-11-22 08:00:00',
            sys_mod_count: '0',
        })
        const deployed = { ...given, sys_id: 'b'.repeat(32) }
        expect(store.insert('x_team', deployed, { userName: 'admin', reason: 'deployment' })).toMatchObject(
            deployed
        )
    })

    it.each([
        ['active', 'true', '1'],
        ['active', 'YES', '1'],
        ['active', '0', '0'],
        ['active', 'nonsense', '0'],
        ['active', '', '0'],
        ['age', '007', '7'],
        ['age', '3.9', '3'],
        ['age', '-0', '0'],
        ['age', '', null],
        ['score', ' 1.50 ', '1.50'],
        ['name', 'x'.repeat(50), 'x'.repeat(40)],
        ['name', `${'x'.repeat(39)}😀`, 'x'.repeat(39)],
        ['name', 'a\0b', 'ab'],
        ['name', '\ud83d', '\ufffd'],
        ['name', '', null],
        ['born', '2026-02-28', '2026-02-28'],
        ['seen', '2026-11-22T08:00:00Z', '2026-11-22 08:00:00'],
        ['seen', '2026-11-22', '2026-11-22 00:00:00'],
    ])('stores %s %j as %j', (name, value, stored) => {
        const { store } = test
        const row = store.insert('x_person', { [name]: value })
        expect(row[name]).toBe(stored)
        expect(store.get('x_person', row['sys_id'] ?? '')?.[name]).toBe(stored)
    })

    it.each([
        ['age', 'abc'],
        ['age', '1e3'],
        ['age', '9'.repeat(20)],
        ['score', '1,5'],
        ['born', '22.11.2026'],
        ['seen', 'yesterday'],
        ['seen', '2026-13-01 00:00:00'],
    ])('rejects %s %j without repeating the value', (name, value) => {
        const run = () => test.store.insert('x_person', { [name]: value })
        expect(codeOf(run)).toBe('invalid_value')
        expect(run).toThrow(expect.objectContaining({ message: expect.not.stringContaining(value) }))
    })

    it('rejects columns and tables that do not exist', () => {
        expect(codeOf(() => test.store.insert('x_person', { nonsense: '1' }))).toBe('unknown_field')
        expect(codeOf(() => test.store.insert('x_nobody', {}))).toBe('unknown_table')
        expect(codeOf(() => test.store.insert('x_person', { sys_id: 'x'.repeat(33) }))).toBe('invalid_value')
    })

    it('assigns consecutive numbers without gaps from failed writes', () => {
        const { store } = test
        store.define({
            name: 'x_ticket',
            label: 'Ticket',
            columns: [
                { name: 'number', type: 'string', display: true },
                { name: 'code', type: 'string', unique: true },
            ],
            autoNumber: { prefix: 'TKT', digits: 7 },
        })
        store.define({ name: 'x_subticket', label: 'Sub', extends: 'x_ticket', columns: [] })
        expect(store.insert('x_ticket', { code: 'a' })['number']).toBe('TKT0010001')
        expect(codeOf(() => store.insert('x_ticket', { code: 'a' }))).toBe('duplicate_key')
        expect(store.insert('x_subticket', { code: 'b' })['number']).toBe('TKT0010002')
        expect(store.insert('x_ticket', { number: 'MINE' })['number']).toBe('MINE')
    })
})

describe('uniqueness', () => {
    it('applies to sys_ids and unique columns over a whole hierarchy, and the error contains no value', () => {
        const { store } = test
        store.insert('x_person', { code: 'secret-code' })
        const run = () => store.insert('x_manager', { code: 'SECRET-CODE' })
        expect(codeOf(run)).toBe('duplicate_key')
        expect(run).toThrow(expect.objectContaining({ message: expect.not.stringContaining('code-') }))
        expect(codeOf(() => store.insert('x_manager', { sys_id: 'p1' }))).toBe('duplicate_key')
        expect(codeOf(() => store.insert('x_person', { sys_id: 'p1' }))).toBe('duplicate_key')
        expect(codeOf(() => store.update('x_manager', 'm1', { code: 'secret-code' }))).toBe('duplicate_key')
        expect(store.update('x_manager', 'm1', { code: 'other' })).toMatchObject({ code: 'other' })
        expect(store.update('x_manager', 'm1', { code: 'other', age: '51' })).toMatchObject({ age: '51' })
    })

    it('permits several empty values', () => {
        test.store.insert('x_person', { code: null })
        expect(test.store.count('x_person', { query: 'code=' })).toBe(5)
    })
})

describe('update', () => {
    it('changes the given columns, and author and time', () => {
        const { store, clock } = test
        clock.advance(60_000)
        const row = store.update('x_person', 'p1', { name: 'Anna' }, API)
        expect(row).toMatchObject({
            name: 'Anna',
            age: '9',
            sys_mod_count: '1',
            sys_updated_on: '2026-11-22 08:01:00',
            sys_updated_by: 'abel.tuter',
            sys_created_on: '2026-11-22 08:00:00',
        })
        expect(store.get('x_person', 'p1')).toEqual(row)
    })

    it('leaves a record without changes alone', () => {
        const { store, clock } = test
        clock.advance(60_000)
        expect(store.update('x_person', 'p1', { name: 'Ann', active: 'true' }, API)).toEqual(
            store.get('x_person', 'p1')
        )
        expect(store.get('x_person', 'p1')).toMatchObject({
            sys_mod_count: '0',
            sys_updated_on: '2026-11-22 08:00:00',
        })
    })

    it('reports a missing record', () => {
        expect(test.store.update('x_person', 'nobody', { name: 'x' })).toBeUndefined()
        expect(test.store.delete('x_person', 'nobody')).toBe(false)
    })

    it('reaches a record through the parent, with the parent’s columns', () => {
        const { store } = test
        const row = store.update('x_person', 'm1', { name: 'Maria' })
        expect(row).toMatchObject({ name: 'Maria', sys_class_name: 'x_manager' })
        expect(row).not.toHaveProperty('office')
        expect(store.get('x_manager', 'm1')).toMatchObject({ name: 'Maria', office: '12' })
        expect(store.update('x_manager', 'p1', { name: 'x' })).toBeUndefined()
        expect(store.delete('x_person', 'm1')).toBe(true)
        expect(store.get('x_manager', 'm1')).toBeUndefined()
    })

    it('creates a record of the given class', () => {
        const row = test.store.insert('x_person', { name: 'Max', sys_class_name: 'x_manager' })
        expect(test.store.get('x_manager', row['sys_id'] ?? '')).toMatchObject({ name: 'Max' })
    })

    it('rejects a change of the class', () => {
        expect(codeOf(() => test.store.update('x_person', 'p1', { sys_class_name: 'x_manager' }))).toBe(
            'refused'
        )
        expect(test.store.update('x_person', 'p1', { sys_class_name: 'x_person', age: '10' })).toMatchObject({
            age: '10',
        })
    })

    it('never changes a sys_id', () => {
        expect(test.store.update('x_person', 'p1', { sys_id: 'other', age: '10' })).toMatchObject({
            sys_id: 'p1',
        })
        expect(test.store.get('x_person', 'other')).toBeUndefined()
    })
})
