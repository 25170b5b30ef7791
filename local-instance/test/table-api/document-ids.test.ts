import { tableApiPlugin } from '../../src/plugins/table-api/plugin'
import { startInstance, userId, type TestInstance } from './instance'

let instance: TestInstance
beforeAll(async () => {
    instance = await startInstance({
        plugins: [tableApiPlugin],
        tables: [
            {
                name: 'zoo_find',
                label: 'Find',
                columns: [
                    { name: 'found_in', type: 'table_name' },
                    { name: 'found', type: 'document_id', dependent: 'found_in', display: true },
                ],
                rights: { read: [] },
            },
        ],
    })
})
afterAll(() => instance.close())

describe('a document id', () => {
    it.each([
        ['sys_user', 'User: Abel Tuter'],
        ['sys_user_group', null],
        ['nothing', null],
        ['', null],
    ])('in the table %p shows %p, or its value', async (table, shown) => {
        const id = userId(instance, 'abel.tuter')
        const row = instance.host.store.insert('zoo_find', { found_in: table, found: id })
        const address = `/api/now/table/zoo_find/${row['sys_id']}?sysparm_display_value=all`
        const { json } = await instance.send('GET', address)
        expect(json.result).toMatchObject({ found: { value: id, display_value: shown ?? id } })
        expect(instance.host.store.displayValue('zoo_find', row, 'found')).toBe(shown ?? id)
    })
})
