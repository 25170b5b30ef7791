import { XMLValidator } from 'fast-xml-parser'
import { toXml } from '../../src/plugins/table-api/xml'

describe('a response in XML', () => {
    it('contains a record, or one element per record', () => {
        expect(toXml({ name: 'Leo', house: { link: 'http://x/y', value: '1' } })).toBe(
            '<?xml version="1.0" encoding="UTF-8"?><response><result><name>Leo</name>' +
                '<house><link>http://x/y</link><value>1</value></house></result></response>'
        )
        expect(toXml([{ a: '1' }, { a: '2' }])).toContain(
            '<response><result><a>1</a></result><result><a>2</a></result></response>'
        )
        expect(toXml([])).toContain('<response')
    })

    it('is well-formed for all values', () => {
        const text = toXml({
            a: '<script>&amp;"\']]>',
            b: 'a\u0000\u0008\u001f\ud800b\udc00\ufffe',
            c: '😀\t\n',
        })
        expect(XMLValidator.validate(text)).toBe(true)
        expect(text).toContain('<b>ab</b>')
        expect(text).toContain('😀\t\n')
        expect(text).not.toContain('<script>')
    })
})
