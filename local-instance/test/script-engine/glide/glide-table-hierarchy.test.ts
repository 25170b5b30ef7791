import { createStoreContext, SCOPE, type StoreContext } from './support/store-context'

let context: StoreContext
beforeAll(() => {
    context = createStoreContext()
})
afterAll(() => context.close())

const ask = (table: string) =>
    context.json(`var h = new GlideTableHierarchy('${table}');
        JSON.stringify([h.getName(), h.getBase(), h.getRoot(), h.getTables(), h.getHierarchy(), h.hasExtensions(),
            h.isBaseClass(), h.isSoloClass(), h.getAllExtensions()[0], h.getTableExtensions().indexOf('incident') >= 0])`)

describe('GlideTableHierarchy', () => {
    it.each([
        [
            'incident',
            [
                'incident',
                'task',
                'task',
                ['incident', 'task'],
                ['incident', 'task'],
                false,
                false,
                false,
                'incident',
                false,
            ],
        ],
        ['task', ['task', null, 'task', ['task'], ['task'], true, true, false, 'task', true]],
        [
            `${SCOPE}_thing`,
            [
                `${SCOPE}_thing`,
                null,
                `${SCOPE}_thing`,
                [`${SCOPE}_thing`],
                [`${SCOPE}_thing`],
                false,
                false,
                true,
                `${SCOPE}_thing`,
                false,
            ],
        ],
        [
            'no_table',
            ['no_table', null, 'no_table', ['no_table'], ['no_table'], false, false, true, 'no_table', false],
        ],
    ])('knows what %s extends and what extends it', (table, expected) => {
        expect(ask(table)).toEqual(expected)
    })

    it('returns lists of the script’s realm', () => {
        expect(
            context.value(
                `var h = new GlideTableHierarchy('incident'); h.getTables().push('mine'); h.getTables().join()`
            )
        ).toBe('incident,task')
    })
})
