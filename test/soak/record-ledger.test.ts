import { judgeRows, RecordLedger, type FoundRow, type RecordEntry } from './record-ledger'

describe('the ledger of records', () => {
    let ledger: RecordLedger
    let entry: RecordEntry
    const row = (values: Partial<FoundRow> = {}): FoundRow => ({
        sys_id: 'one',
        short_description: 'marker',
        description: 'value 1',
        sys_created_by: 'beth',
        sys_mod_count: '0',
        ...values,
    })

    beforeEach(() => {
        ledger = new RecordLedger()
        entry = ledger.creating({ table: 'incident', marker: 'marker', user: 'beth', value: 'value 1' })
    })
    const acknowledge = () => {
        entry.state = 'acknowledged'
        entry.sysId = 'one'
    }

    it('expects an acknowledged record once, as acknowledged, by its user', () => {
        acknowledge()
        expect(judgeRows(entry, [row()])).toBeUndefined()
        expect(judgeRows(entry, [])).toBe('an acknowledged record is lost')
        expect(judgeRows(entry, [row(), row({ sys_id: 'two' })])).toBe('a created record is there twice')
        expect(judgeRows(entry, [row({ sys_id: 'two' })])).toBe('an acknowledged record has another sys_id')
        expect(judgeRows(entry, [row({ sys_created_by: 'abel' })])).toBe(
            'a record was created as another user'
        )
        expect(judgeRows(entry, [row({ description: '' })])).toBe('an acknowledged update is lost')
    })

    it('expects a record in doubt at most once, and a refused one never', () => {
        expect(judgeRows(entry, [])).toBeUndefined()
        expect(judgeRows(entry, [row()])).toBeUndefined()
        expect(judgeRows(entry, [row(), row()])).toBe('a created record is there twice')
        entry.state = 'refused'
        expect(judgeRows(entry, [])).toBeUndefined()
        expect(judgeRows(entry, [row()])).toBe('a refused record was created')
    })

    it('expects the last acknowledged value, or one sent since without a response', () => {
        acknowledge()
        ledger.updated(entry, 'value 2', 'in doubt')
        ledger.updated(entry, 'value 3', 'acknowledged')
        ledger.updated(entry, 'value 4', 'refused')
        ledger.updated(entry, 'value 5', 'in doubt')
        const judge = (description: string, sys_mod_count: string) =>
            judgeRows(entry, [row({ description, sys_mod_count })])
        expect(judge('value 3', '1')).toBeUndefined()
        expect(judge('value 3', '2')).toBeUndefined()
        expect(judge('value 5', '3')).toBeUndefined()
        for (const value of ['value 1', 'value 2', 'value 4']) {
            expect(judge(value, '1')).toBe('an acknowledged update is lost')
        }
        expect(judge('value 3', '0')).toBe('an acknowledged update was not made')
        expect(judge('value 3', '4')).toBe('an update was made twice')
    })
})
