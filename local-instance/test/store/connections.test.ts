import { createStore, openStore } from '../../src/core/store/open-store'
import { applySchemas } from '../../src/core/store/apply-schema'
import { openTestStore, type TestStore } from './open-test-store'
import { peopleSchema } from './people-schema'
import { schema as platform } from '../../src/plugins/platform/schema'

let test: TestStore
beforeEach(() => {
    test = openTestStore(platform, peopleSchema)
})
afterEach(() => test.close())

describe('metadataVersion', () => {
    it('increases with records of tables that extend sys_metadata, and with nothing else', () => {
        const { store } = test
        const start = store.metadataVersion()
        store.insert('x_team', { name: 'Green' })
        store.insert('syslog', { message: 'hello' })
        store.query('sys_properties')
        expect(store.metadataVersion()).toBe(start)
        const row = store.insert('sys_properties', { name: 'x.a', value: '1' })
        const inserted = store.metadataVersion()
        expect(inserted).toBeGreaterThan(start)
        store.update('sys_metadata', row['sys_id'] ?? '', { sys_name: 'A' })
        const updated = store.metadataVersion()
        expect(updated).toBeGreaterThan(inserted)
        store.deleteMultiple('sys_properties', 'name=x.a')
        const deleted = store.metadataVersion()
        expect(deleted).toBeGreaterThan(updated)
        store.define({ name: 'x_new', label: 'New', columns: [] })
        expect(store.metadataVersion()).toBeGreaterThan(deleted)
    })

    it('is shared with other connections of the same database, as are tables and properties', () => {
        const { store } = test
        const other = openStore(store.handle)
        expect(other.property('x.shared')).toBeUndefined()
        const start = other.metadataVersion()
        store.insert('sys_properties', { name: 'x.shared', value: 'yes' })
        store.define({ name: 'x_shared', label: 'Shared', columns: [] })
        expect(other.metadataVersion()).toBeGreaterThan(start)
        expect(other.property('x.shared')).toBe('yes')
        expect(other.dictionary.table('x_shared')?.label).toBe('Shared')
        other.close()
    })

    it('leaves no cache of rolled-back changes', () => {
        const { store } = test
        const other = openStore(store.handle)
        expect(() =>
            store.transaction(() => {
                store.insert('sys_properties', { name: 'x.gone', value: '1' })
                store.define({ name: 'x_gone', label: 'Gone', columns: [] })
                expect(store.property('x.gone')).toBe('1')
                expect(other.property('x.gone')).toBeUndefined()
                throw new Error('no')
            })
        ).toThrow('no')
        for (const one of [store, other]) {
            expect(one.property('x.gone')).toBeUndefined()
            expect(one.dictionary.table('x_gone')).toBeUndefined()
        }
        other.close()
    })
})

describe('a reopened database', () => {
    it('still has its tables, rows, numbers and one set of initial records', () => {
        const { store, file, clock } = test
        store.define({
            name: 'x_numbered',
            label: 'Numbered',
            columns: [{ name: 'number', type: 'string' }],
            autoNumber: { prefix: 'NUM', digits: 7 },
        })
        expect(store.insert('x_numbered', {})['number']).toBe('NUM0010001')
        const tables = store.dictionary.tables().length
        const users = store.count('sys_user')
        store.close()
        const again = createStore({ file, clock })
        applySchemas(again, [platform, peopleSchema], clock)
        expect(again.dictionary.tables()).toHaveLength(tables)
        expect(again.count('sys_user')).toBe(users)
        expect(again.insert('x_numbered', {})['number']).toBe('NUM0010002')
        again.close()
    })

    it('gets tables and columns of a newer version', () => {
        const { store, file, clock } = test
        store.close()
        const again = createStore({ file, clock })
        const [, person] = peopleSchema.tables
        const newer = person && { ...person, columns: [...person.columns, { name: 'fax', type: 'string' }] }
        applySchemas(again, [platform, { tables: newer ? [newer] : [] }], clock)
        expect(again.update('x_person', 'p1', { fax: '1' })).toMatchObject({ fax: '1', name: 'Ann' })
        again.close()
    })
})
