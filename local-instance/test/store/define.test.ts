import { codeOf, column, openTestStore, type TestStore } from './open-test-store'
import { peopleSchema } from './people-schema'
import { schema as platform } from '../../src/plugins/platform/schema'

let test: TestStore
beforeEach(() => {
    test = openTestStore(platform, peopleSchema)
})
afterEach(() => test.close())

describe('define', () => {
    it('creates a table with the columns that every table has', () => {
        const table = test.store.dictionary.table('x_team')
        expect([...(table?.columns.keys() ?? [])]).toEqual([
            'sys_id',
            'sys_created_on',
            'sys_created_by',
            'sys_updated_on',
            'sys_updated_by',
            'sys_mod_count',
            'name',
            'town',
        ])
        expect(table).toMatchObject({
            label: 'Team',
            extends: null,
            lineage: ['x_team'],
            descendants: [],
            scope: 'global',
            displayColumn: 'name',
            crossScope: { read: true, create: false, update: false, delete: false },
            webServiceAccess: true,
            hidden: false,
        })
    })

    it('supports inheritance, and records the class from then on', () => {
        const { dictionary } = test.store
        expect(dictionary.table('x_person')?.descendants).toEqual(['x_manager'])
        expect(dictionary.table('x_manager')).toMatchObject({
            extends: 'x_person',
            lineage: ['x_manager', 'x_person'],
            displayColumn: 'name',
        })
        expect(dictionary.table('x_person')?.columns.has('sys_class_name')).toBe(true)
        expect(dictionary.table('x_person')?.columns.has('office')).toBe(false)
        expect(dictionary.table('x_manager')?.columns.has('nickname')).toBe(true)
    })

    it('gives existing rows of a new parent their class', () => {
        const { store } = test
        store.define({ name: 'x_town', label: 'Town', extends: 'x_team', columns: [] })
        expect(store.get('x_team', 'red')).toMatchObject({ sys_class_name: 'x_team' })
    })

    it('adds only what is new, to descendants as well', () => {
        const { store } = test
        store.define({
            name: 'x_person',
            label: 'Somebody',
            columns: [
                { name: 'name', type: 'integer' },
                { name: 'mail', type: 'email' },
                { name: 'vip', type: 'boolean' },
            ],
        })
        expect(store.dictionary.table('x_person')?.label).toBe('Person')
        expect(store.dictionary.table('x_person')?.columns.get('name')?.type).toBe('string')
        expect(store.update('x_manager', 'm1', { mail: 'mia@example.com' })).toMatchObject({
            mail: 'mia@example.com',
            vip: '0',
        })
    })

    it('rejects a parent that does not exist, and changes nothing then', () => {
        const run = () =>
            test.store.defineAll([
                { name: 'x_a', label: 'A', columns: [] },
                { name: 'x_b', label: 'B', extends: 'x_c', columns: [] },
            ])
        expect(codeOf(run)).toBe('unknown_table')
        expect(test.store.dictionary.table('x_a')).toBeUndefined()
        test.store.define({ name: 'x_a', label: 'A', columns: [] })
        expect(test.store.count('x_a')).toBe(0)
    })

    it('uses the choices of the nearest table that has any', () => {
        const { store } = test
        expect(store.dictionary.table('x_manager')?.columns.get('level')?.choices).toEqual({
            '1': 'Low',
            '2': 'High',
        })
        store.insert('sys_choice', { name: 'x_manager', element: 'level', value: '9', label: 'Top' })
        expect(store.dictionary.table('x_manager')?.columns.get('level')?.choices).toEqual({ '9': 'Top' })
        expect(store.dictionary.table('x_person')?.columns.get('level')?.choices).toEqual({
            '1': 'Low',
            '2': 'High',
        })
    })

    it('accepts reserved words of SQL as names', () => {
        const { store } = test
        const columns = ['order', 'group', 'table', 'index', 'unique'].map((name) => ({
            name,
            type: 'string',
        }))
        store.define({ name: 'x_words', label: 'Words', columns, indexes: [{ columns: ['order', 'group'] }] })
        const row = store.insert('x_words', { order: 'a', group: 'b', table: 'c', index: 'd', unique: 'e' })
        expect(store.query('x_words', { query: 'group=b^ORDERBYorder' })).toEqual([row])
    })

    it('hides internal tables of the instance only from scripts and APIs', () => {
        test.store.define({ name: 'local_things', label: 'Things', columns: [], hidden: true })
        expect(test.store.dictionary.table('local_things')?.hidden).toBe(true)
    })

    it('enforces unique indexes', () => {
        const { store } = test
        store.define({
            name: 'x_pair',
            label: 'Pair',
            columns: [
                { name: 'a', type: 'string' },
                { name: 'b', type: 'string' },
            ],
            indexes: [{ columns: ['a', 'b'], unique: true }],
        })
        store.insert('x_pair', { a: '1', b: '1' })
        store.insert('x_pair', { a: '1', b: '2' })
        expect(codeOf(() => store.insert('x_pair', { a: '1', b: '1' }))).toBe('duplicate_key')
    })
})

describe('the dictionary as records', () => {
    it('creates a table from a record in sys_db_object', () => {
        const { store } = test
        const parent = store.first('sys_db_object', 'name=x_person')?.['sys_id'] ?? null
        store.insert('sys_db_object', { name: 'x_clerk', label: 'Clerk', super_class: parent })
        store.insert('sys_dictionary', { name: 'x_clerk', element: 'desk', internal_type: 'integer' })
        expect(store.dictionary.table('x_clerk')?.lineage).toEqual(['x_clerk', 'x_person'])
        const row = store.insert('x_clerk', { name: 'Cleo', desk: '7' })
        expect(store.get('x_person', row['sys_id'] ?? '')).toMatchObject({
            sys_class_name: 'x_clerk',
            name: 'Cleo',
        })
    })

    it('makes a table without parent usable at once', () => {
        const { store } = test
        store.insert('sys_db_object', { name: 'x_lone', label: 'Lone' })
        expect(store.insert('x_lone', {})['sys_id']).toHaveLength(32)
    })

    it('rejects an invalid name, and keeps no record of it', () => {
        const { store } = test
        expect(codeOf(() => store.insert('sys_db_object', { name: 'x bad"', label: 'Bad' }))).toBe(
            'invalid_value'
        )
        expect(store.count('sys_db_object', { query: 'label=Bad' })).toBe(0)
    })

    it('lists own columns, and one entry for the table', () => {
        const rows = test.store.query('sys_dictionary', { query: 'name=x_manager' })
        expect(column(rows, 'element').sort()).toEqual([null, 'office'])
        expect(column(rows, 'internal_type').sort()).toEqual(['collection', 'string'])
    })

    it('contains labels, references and access flags', () => {
        const { store } = test
        const [row] = store.query('sys_dictionary', { query: 'name=x_person^element=team' })
        expect(row).toMatchObject({ internal_type: 'reference', reference: 'x_team', column_label: 'Team' })
        store.define({
            name: 'x_open',
            label: 'Open',
            columns: [],
            crossScope: { read: false, create: true },
            webServiceAccess: false,
        })
        expect(store.first('sys_db_object', 'name=x_open')).toMatchObject({
            read_access: '0',
            create_access: '1',
            ws_access: '0',
        })
        expect(store.dictionary.table('x_open')).toMatchObject({
            crossScope: { read: false, create: true, update: false, delete: false },
            webServiceAccess: false,
        })
    })
})
