import { toGlideDateTime } from '../../src/core/clock'
import type { Row } from '../../src/core/store/types'
import { startInstance, type JobsInstance } from './instance'

const DAY_S = 86_400

let instance: JobsInstance

beforeAll(async () => {
    instance = await startInstance()
    const { store } = instance.host
    store.define({
        name: 'u_note',
        label: 'Note',
        columns: [
            { name: 'name', type: 'string' },
            { name: 'seen', type: 'glide_date_time' },
        ],
    })
    store.define({
        name: 'u_reply',
        label: 'Reply',
        columns: [{ name: 'note', type: 'reference', reference: 'u_note' }],
    })
    store.snapshot()
})

afterEach(() => instance.host.store.restore())

afterAll(() => instance.close())

const ago = (days: number) => toGlideDateTime(instance.clock.now() - days * DAY_S * 1000)
const note = (name: string, days: number, values: Row = {}) =>
    instance.add('u_note', { name, sys_created_on: ago(days), ...values })
const rule = (values: Row) =>
    instance.add('sys_auto_flush', { tablename: 'u_note', age: String(7 * DAY_S), ...values })
const names = () =>
    instance.host.store
        .query('u_note')
        .map(({ name }) => name)
        .sort()

describe('the table cleaner', () => {
    it('deletes records older than the age of its rule, by creation', async () => {
        note('old', 8)
        note('young', 6)
        rule({})
        await instance.run('Table Cleaner')
        expect(names()).toEqual(['young'])
    })

    it('uses another time column if the rule names one; a record without a value stays', async () => {
        note('old but seen', 30, { seen: ago(1) })
        note('unseen', 30)
        note('seen long ago', 1, { seen: ago(9) })
        rule({ matchfield: 'seen' })
        await instance.run('Table Cleaner')
        expect(names()).toEqual(['old but seen', 'unseen'])
    })

    it('applies the conditions, and the age to each alternative', async () => {
        for (const name of ['a', 'b', 'c']) note(name, 30)
        note('a', 1)
        rule({ conditions: 'name=a^NQname=b^EQ' })
        await instance.run('Table Cleaner')
        expect(names()).toEqual(['a', 'c'])
    })

    it('deletes referencing records too if the rule is set to cascade', async () => {
        const old = note('old', 30)
        const young = note('young', 1)
        for (const target of [old, young]) instance.add('u_reply', { note: target })
        rule({ cascade_delete: '1' })
        await instance.run('table cleaner')
        expect(instance.host.store.query('u_reply').map((row) => row['note'])).toEqual([young])
    })

    it('skips inactive and invalid rules, logs it, and continues with the next', async () => {
        note('old', 30)
        rule({ active: '0' })
        rule({ tablename: 'u_nonsense' })
        rule({ matchfield: 'name' })
        rule({ matchfield: 'nonsense' })
        rule({ age: '' })
        rule({ conditions: 'nonsense=1' })
        rule({ tablename: 'local_deployed_record' })
        await instance.run('Table Cleaner')
        expect(names()).toEqual(['old'])
        expect(instance.messages().filter((message) => message.includes('was skipped'))).toHaveLength(6)
        rule({})
        await instance.run('Table Cleaner')
        expect(names()).toEqual([])
    })
})
