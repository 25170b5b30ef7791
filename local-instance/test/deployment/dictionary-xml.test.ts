import { readDictionary } from '../../src/plugins/deployment/dictionary-xml'
import { ANIMAL, dictionary } from './app'

const read = (xml: string) =>
    readDictionary({ path: 'dictionary/t.xml', bytes: Buffer.from(xml) }, 'x_acme_zoo')

describe("a table's file", () => {
    it('defines columns, choices in sequence, indexes and access', () => {
        const { definition, line } = read(ANIMAL)
        expect(line).toBe(3)
        expect(definition).toEqual({
            name: 'x_acme_zoo_animal',
            label: 'Animal',
            scope: 'x_acme_zoo',
            columns: [
                {
                    name: 'name',
                    type: 'string',
                    label: 'Name',
                    maxLength: 60,
                    mandatory: true,
                    display: true,
                },
                { name: 'legs', type: 'integer', label: 'Legs', defaultValue: '4' },
                { name: 'tame', type: 'boolean', label: 'Tame', defaultValue: 'true' },
                { name: 'keeper', type: 'reference', label: 'Keeper', reference: 'sys_user' },
                {
                    name: 'mood',
                    type: 'choice',
                    label: 'Mood',
                    defaultValue: 'calm',
                    choices: { calm: 'Calm', wild: 'Wild' },
                },
            ],
            indexes: [{ columns: ['name'], unique: true }],
            crossScope: { read: true, create: false, update: false, delete: false },
            webServiceAccess: true,
        })
    })

    it('reads the display column and the parent from the table', () => {
        const { definition } = read(
            dictionary('x_acme_zoo_a', '<element name="n" type="string"/>', {
                attributes: 'extends="task" display="n"',
            })
        )
        expect(definition.extends).toBe('task')
        expect(definition.columns[0]?.display).toBe(true)
    })

    it('grants other scopes nothing if the table is restricted to its own scope', () => {
        const { definition } = read(
            dictionary('x_acme_zoo_a', '', {
                access: 'access="package_private" read_access="true" update_access="true" ws_access="false"',
            })
        )
        expect(definition.crossScope).toEqual({ read: false, create: false, update: false, delete: false })
        expect(definition.webServiceAccess).toBe(false)
    })

    it.each([
        ['a record update', '<record_update/>', 'Expected <database> with exactly one table'],
        [
            'two tables',
            '<database><element/><element/></database>',
            'Expected <database> with exactly one table',
        ],
        ['no table', '<database><element name="x" type="string"/></database>', 'Expected a table definition'],
        [
            'a column without a type',
            dictionary('x_a', '<element name="a"/>'),
            'The column name or type is missing',
        ],
        ['an index without columns', dictionary('x_a', '<index name="i"/>'), 'The index has no columns'],
        ['something else', dictionary('x_a', '<trigger/>'), 'Unknown element <trigger>'],
    ])('rejects %s', (_, xml, message) => {
        expect(() => read(xml)).toThrow(message)
    })
})
