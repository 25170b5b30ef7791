import { openTestStore, type TestStore } from './open-test-store'
import { schema as platform } from '../../src/plugins/platform/schema'
import { schema as business } from '../../src/plugins/business-data/schema'

const ABEL = { userName: 'abel.tuter', reason: 'api' as const }
const CASE = 'dfa83216971eb110d16bf1d11153af8c'

let test: TestStore
beforeEach(() => {
    test = openTestStore(platform, business)
})
afterEach(() => test.close())

describe('journal columns', () => {
    it('append, read as empty, and show their entries newest first', () => {
        const { store, clock } = test
        store.update('sn_bom_financial_service', CASE, { comments: 'First' }, ABEL)
        clock.advance(90_000)
        const row = store.update('task', CASE, { comments: 'Second\nline', work_notes: 'Hidden' }, ABEL)
        expect(row).toMatchObject({ comments: null, work_notes: null })
        const stored = store.get('sn_customerservice_case', CASE) ?? {}
        expect(stored['comments']).toBeNull()
        expect(store.displayValue('sn_customerservice_case', stored, 'comments')).toBe(
            '2026-11-22 08:01:30 - Abel Tuter (Additional comments)\nSecond\nline\n\n' +
                '2026-11-22 08:00:00 - Abel Tuter (Additional comments)\nFirst\n\n'
        )
        const both = store.displayValue('task', stored, 'comments_and_work_notes')
        expect(both).toContain('(Work notes)\nHidden')
        expect(both).toContain('First')
    })

    it('keep their entries in sys_journal_field', () => {
        const { store } = test
        store.update('task', CASE, { comments: 'Hello' }, ABEL)
        expect(store.query('sys_journal_field')).toEqual([
            expect.objectContaining({
                name: 'sn_bom_financial_service',
                element: 'comments',
                element_id: CASE,
                value: 'Hello',
                sys_created_by: 'abel.tuter',
                sys_created_on: '2026-11-22 08:00:00',
            }),
        ])
    })

    it('accept a comment with a new record, and count as an update', () => {
        const { store } = test
        const row = store.insert('incident', { short_description: 'x', comments: 'With it' }, ABEL)
        expect(row['comments']).toBeNull()
        expect(store.displayValue('incident', row, 'comments')).toContain('With it')
        const before = store.get('incident', row['sys_id'] ?? '')
        store.update('incident', row['sys_id'] ?? '', { work_notes: 'More' }, ABEL)
        const after = store.get('incident', row['sys_id'] ?? '')
        expect(Number(after?.['sys_mod_count'])).toBe(Number(before?.['sys_mod_count']) + 1)
        store.update('incident', row['sys_id'] ?? '', { comments: '' }, ABEL)
        expect(store.count('sys_journal_field', { query: `element_id=${row['sys_id']}` })).toBe(2)
    })

    it('append to every record of a multiple update', () => {
        const { store } = test
        const count = store.updateMultiple(
            'sn_bom_financial_service',
            'active=true',
            { comments: 'All' },
            ABEL
        )
        expect(count).toBeGreaterThan(5)
        expect(store.count('sys_journal_field', { query: 'value=All' })).toBe(count)
    })

    it('are rolled back with a failed write', () => {
        const { store } = test
        expect(() =>
            store.transaction(() => {
                store.update('task', CASE, { comments: 'Never' }, ABEL)
                throw new Error('stop')
            })
        ).toThrow('stop')
        expect(store.count('sys_journal_field')).toBe(0)
    })
})
