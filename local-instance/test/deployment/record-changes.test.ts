import { readRecordChanges } from '../../src/plugins/deployment/record-changes'

const ID = '0123456789abcdef0123456789abcdef'
const read = (xml: string) => readRecordChanges({ path: 'update/f.xml', bytes: Buffer.from(xml) })
const inRecord = (fields: string, action = 'INSERT_OR_UPDATE') =>
    `<record_update>\n<thing action="${action}">\n${fields}\n</thing>\n</record_update>`

describe('an update file', () => {
    it('gives a record with its values in order; an empty element has no value', () => {
        const [change, ...more] = read(
            inRecord(`<sys_id>${ID.toUpperCase()}</sys_id><b>2</b><a/><c><![CDATA[ x ]]></c><d> </d>`)
        )
        expect(more).toEqual([])
        expect(change).toMatchObject({ table: 'thing', action: 'INSERT_OR_UPDATE', sysId: ID, line: 2 })
        expect([...(change?.fields ?? [])].map(([name, { value }]) => [name, value])).toEqual([
            ['b', '2'],
            ['a', null],
            ['c', ' x '],
            ['d', ' '],
        ])
    })

    it('uses attributes of a value as keys of the referenced record, but not its display value', () => {
        const [change] = read(
            inRecord(`<sys_id>${ID}</sys_id><role name="itil" display_value="ITIL">1</role>`)
        )
        expect([...(change?.fields.get('role')?.keys ?? [])]).toEqual([['name', 'itil']])
    })

    it('accepts a repeated column with the same value, as the SDK writes some', () => {
        const [change] = read(inRecord(`<sys_id>${ID}</sys_id><a>1</a><b/><a>1</a><b/>`))
        expect([...(change?.fields ?? [])].map(([name, { value }]) => [name, value])).toEqual([
            ['a', '1'],
            ['b', null],
        ])
    })

    it('descends into wrappers, including those with their own action', () => {
        const changes = read(`<record_update>
            <sys_choice_v2 action="INSERT_OR_UPDATE" field="mood">
                <sys_choice_set action="INSERT_OR_UPDATE"><sys_id>${ID}</sys_id></sys_choice_set>
                <sys_choice action="delete_multiple" query="name=x^element=mood"/>
                <sys_choice action="INSERT_OR_UPDATE"><sys_id>${ID}</sys_id><value>a</value></sys_choice>
            </sys_choice_v2>
            <sys_ui_list table="x">
                <sys_ui_list action="INSERT_OR_UPDATE"><sys_id>${ID}</sys_id></sys_ui_list>
            </sys_ui_list>
        </record_update>`)
        expect(changes.map(({ table, action, line }) => [table, action, line])).toEqual([
            ['sys_choice_set', 'INSERT_OR_UPDATE', 3],
            ['sys_choice', 'delete_multiple', 4],
            ['sys_choice', 'INSERT_OR_UPDATE', 5],
            ['sys_ui_list', 'INSERT_OR_UPDATE', 8],
        ])
        expect(changes[1]?.query).toBe('name=x^element=mood')
    })

    it.each([
        ['another root', '<database/>', 1, 'Unexpected root element <database>'],
        ['no record', '<record_update>\n</record_update>', 1, 'contains no record'],
        [
            'an element without an action',
            '<record_update>\n<thing/>\n</record_update>',
            2,
            'has no action attribute',
        ],
        ['an unknown action', inRecord('', 'UPSERT'), 2, 'Unknown action "UPSERT"'],
        ['no sys_id', inRecord('<name>x</name>'), 2, 'has no sys_id'],
        ['a wrong sys_id', inRecord('<sys_id>../../x</sys_id>'), 2, 'must be 32 hexadecimal'],
        [
            'a column twice, with two values',
            inRecord(`<sys_id>${ID}</sys_id>\n<a>1</a>\n<a>2</a>`),
            5,
            'Duplicate element <a>',
        ],
        ['a column twice, once empty', inRecord(`<a/>\n<a>2</a>`), 4, 'Duplicate element <a>'],
        ['elements in a value', inRecord(`<sys_id>${ID}</sys_id>\n<a><b/></a>`), 4, 'instead of a value'],
        ['a deletion without a query', inRecord('', 'DELETE'), 2, 'DELETE requires a sys_id'],
        ['a deletion of all records', inRecord('', 'delete_multiple'), 2, 'requires a query'],
    ])('rejects %s', (_, xml, line, message) => {
        expect(() => read(xml)).toThrow(`update/f.xml:${line}: `)
        expect(() => read(xml)).toThrow(message)
    })

    it('reports all problems of a file at once', () => {
        const file = '<record_update>\n<a/>\n<b action="x"/>\n</record_update>'
        expect(() => read(file)).toThrow(/f\.xml:2: .*\n.*f\.xml:3: /)
    })
})
