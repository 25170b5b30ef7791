import assert from 'node:assert/strict'
import fc from 'fast-check'
import { PackageError } from 'openfin-servicenow-local-instance/dist/plugins/deployment/package-error'
import { readRecordChanges } from 'openfin-servicenow-local-instance/dist/plugins/deployment/record-changes'
import { opened, type Target } from './target'
import { anyText, concat, oneOf, weighted } from './words'

/** Values in an update file, written in all XML notations for text, compared with the parsed values. */
export const recordFiles: Target = {
    name: 'record-files',
    what: 'any values as an update file in every spelling of XML: read to the letter, each record with its line',
    share: 130,
    open: async () =>
        opened({
            arbitrary: fc.tuple(
                fc.array(fc.array(field, { maxLength: 5 }), { minLength: 1, maxLength: 3 }),
                unreadable
            ),
            check,
        }),
}

interface Field {
    value: string
    /** Notation of each character, in rotation. */
    spellings: ('raw' | 'decimal' | 'hex' | 'cdata')[]
    attribute: string
    before: string
}

// eslint-disable-next-line no-control-regex -- XML 1.0 §2.2 has no way to write them
const NO_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu
const text = weighted(
    [3, anyText(20)],
    [1, oneOf(']]> <!--x--> &amp; <a/> &#65; ]]&gt; " \' \r \r\n \n \t', '  a  ')]
).map((value) => value.replace(NO_XML, ''))
const field: fc.Arbitrary<Field> = fc.record({
    value: text,
    spellings: fc.array(fc.constantFrom('raw', 'raw', 'decimal', 'hex', 'cdata'), {
        minLength: 1,
        maxLength: 4,
    }),
    attribute: text,
    before: oneOf('<!--<a>--> \n \r\n <?x?>', '', '  '),
})

/** Elements that are not allowed in a file. */
const unreadable = weighted(
    [4, fc.constant('')],
    [
        1,
        concat(
            fc.constant('<x_t action="DELETE"><a>'),
            oneOf(
                '&nbsp; &constructor; &__proto__; &valueOf; &#0; &#xd800; &#x110000; & &amp &; ]]> <a> \0 <!ENTITY>'
            ),
            oneOf('</a></x_t>')
        ),
    ]
)

function isPlaced(error: unknown): boolean {
    return error instanceof PackageError && /^update\/x\.xml(:\d+)?: \S/.test(error.message)
}

function check([records, bad]: [Field[][], string]): void {
    let xml = '<?xml version="1.0" encoding="UTF-8"?>\n<unload>'
    const lines: number[] = []
    records.forEach((fields, at) => {
        xml += '\n'
        lines.push(xml.replace(/\r\n?/g, '\n').split('\n').length)
        xml += `<x_t action="INSERT_OR_UPDATE"><sys_id>${String(at).padStart(32, '0')}</sys_id>`
        fields.forEach((one, column) => (xml += `${one.before}${element(`c${column}`, one)}`))
        xml += '</x_t>'
    })
    if (bad !== '') {
        const broken = `${xml}${bad}</unload>`
        assert.throws(() => readRecordChanges({ path: 'update/x.xml', bytes: Buffer.from(broken) }), isPlaced)
        return
    }
    const changes = readRecordChanges({ path: 'update/x.xml', bytes: Buffer.from(`${xml}</unload>`) })
    assert.deepEqual(
        changes.map(({ line }) => line),
        lines
    )
    changes.forEach(({ fields }, at) => {
        const expected = (records[at] as Field[]).map(({ value, attribute }) => [value || null, attribute])
        assert.deepEqual(
            [...fields.values()].map((one) => [one.value, one.keys.get('name')]),
            expected
        )
    })
}

function element(name: string, { value, spellings, attribute }: Field): string {
    const content = [...value].map((character, at) =>
        spell(character, spellings[at % spellings.length] as string)
    )
    const quoted = [...attribute].map((character) =>
        /[\w ]/.test(character) ? character : spell(character, 'hex')
    )
    return `<${name} name="${quoted.join('')}">${content.join('')}</${name}>`
}

function spell(character: string, spelling: string): string {
    const code = character.codePointAt(0) as number
    if (spelling === 'hex') return `&#x${code.toString(16)};`
    // Line breaks are normalised to line feeds unless written as references (XML 1.0 §2.11).
    if (spelling === 'decimal' || character === '\r') return `&#${code};`
    if (spelling === 'cdata') return `<![CDATA[${character}]]>`
    return character.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
