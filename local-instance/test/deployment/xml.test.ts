import { parseXml, type XmlElement } from '../../src/plugins/deployment/xml'

const parse = (xml: string | Buffer) => parseXml(Buffer.from(xml), 'update/file.xml')
const child = (element: XmlElement, name: string) =>
    element.children.find((candidate) => candidate.name === name) as XmlElement

describe('an XML file of a package', () => {
    it('keeps text and CDATA exactly, and records the line of each element', () => {
        const root = parse(
            '<?xml version="1.0" encoding="UTF-8"?>\n<r table="t">\n  <a x="1 &lt; 2"> one &amp; &#65;&#x42;\n two </a>\n' +
                '  <script><![CDATA[\n  if (1 < 2 && true) x = "<b>";  ]]></script>\n  <none/>\n</r>'
        )
        expect(root.attributes.get('table')).toBe('t')
        expect(root.line).toBe(2)
        expect(child(root, 'a').text).toBe(' one & AB\n two ')
        expect(child(root, 'a').attributes.get('x')).toBe('1 < 2')
        expect(child(root, 'script').text).toBe('\n  if (1 < 2 && true) x = "<b>";  ')
        expect(child(root, 'script').line).toBe(5)
        expect(child(root, 'none')).toMatchObject({ text: '', children: [] })
    })

    it('joins CDATA sections that the SDK splits if a script has ]]>', () => {
        expect(parse('<s><![CDATA[a[b[0]]]]><![CDATA[> 1]]></s>').text).toBe('a[b[0]]> 1')
    })

    it('keeps references in CDATA and a page with a doctype in CDATA unchanged', () => {
        expect(parse('<html><![CDATA[<!DOCTYPE html><p>&nbsp;&amp;</p>]]></html>').text).toBe(
            '<!DOCTYPE html><p>&nbsp;&amp;</p>'
        )
    })

    it('normalises line breaks to line feeds and skips a byte order mark', () => {
        expect(parse('\ufeff<a>1\r\n2\r3</a>').text).toBe('1\n2\n3')
    })

    it.each([
        ['an element that is not closed', '<a>\n<b></a>', 2],
        ['two roots', '<a/>\n<b/>', 2],
        ['nothing', '', 1],
        ['an attribute twice', '<a>\n<b x="1" x="2"/></a>', 2],
        ['a lone ampersand', '<a>\n\n1 & 2</a>', 3],
        ['an unknown entity', '<a>\n<b>&nbsp;</b></a>', 2],
        ['an entity named like a prototype property', '<a>\n<b>&constructor;</b></a>', 2],
        ['a reference to NUL', '<a>\n<b>&#0;</b></a>', 2],
        ['a reference to a lone surrogate', '<a><b>&#xd800;</b></a>', 1],
        ['a control character', '<a>\n<b>\u0007</b></a>', 2],
        ['text beside elements', '<a>\n<b>x<c/></b></a>', 2],
        ['an end of CDATA without a beginning', '<a>\n<b>x]]></b></a>', 2],
        ['CDATA that does not end', '<a>\n<b><![CDATA[x</b></a>', 2],
    ])('rejects %s, with the line', (_, xml, line) => {
        expect(() => parse(xml)).toThrow(`update/file.xml:${line}: `)
    })

    it.each([
        ['a doctype', '<!DOCTYPE a>\n<a/>'],
        ['declared entities', '<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>'],
        ['an external entity', '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'],
        ['a doctype in lower case', '<!doctype a><a/>'],
        ['a declaration inside the root', '<a><!ENTITY x "y"></a>'],
    ])('rejects %s', (_, xml) => {
        expect(() => parse(xml)).toThrow('update/file.xml:1: Document type declarations are not allowed')
    })

    it('H56 expands no entity bomb', () => {
        const levels = Array.from(
            { length: 12 },
            (_, level) => `<!ENTITY l${level + 1} "${`&l${level};`.repeat(10)}">`
        )
        const bomb = `<!DOCTYPE b [<!ENTITY l0 "lol">${levels.join('')}]><b>&l12;</b>`
        expect(() => parse(bomb)).toThrow('Document type declarations are not allowed')
    })

    it('rejects deep nesting, and treats prototype property names as plain names', () => {
        expect(() => parse('<a>'.repeat(5000) + '</a>'.repeat(5000))).toThrow('Not well-formed')
        expect(parse('<a><__proto__>1</__proto__></a>').children[0]).toMatchObject({
            name: '__proto__',
            text: '1',
        })
        expect(({} as Record<string, unknown>)['1']).toBeUndefined()
    })

    it('rejects unclosed constructs, however long they are', () => {
        expect(() => parse(`<a>${'<![CDATA['.repeat(200_000)}</a>`)).toThrow('is missing')
        expect(() => parse(`<a>${'<!--'.repeat(200_000)}</a>`)).toThrow('is missing')
        expect(() => parse(`<a>${'&amp;'.repeat(100_000)}&x;</a>`)).toThrow('Unknown entity')
    })

    it('rejects anything but UTF-8, regardless of its declaration', () => {
        expect(() => parse(Buffer.from([0x3c, 0x61, 0x3e, 0xff, 0x3c, 0x2f, 0x61, 0x3e]))).toThrow(
            'Not UTF-8'
        )
        expect(() => parse('<?xml version="1.0" encoding="ISO-8859-1"?><a/>')).toThrow('is not supported')
    })
})
