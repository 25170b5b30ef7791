import { TableApiError } from '../../src/plugins/table-api/failure'
import { readBody } from '../../src/plugins/table-api/request-body'

const json = (text: string) => Object.fromEntries(readBody(Buffer.from(text), 'application/json'))
const xml = (text: string) => Object.fromEntries(readBody(Buffer.from(text), 'application/xml'))

describe('a body in JSON', () => {
    it('has names and values, which become text', () => {
        expect(json('{"a": "x", "b": 5, "c": true, "d": null, "e": 1.5}')).toEqual({
            a: 'x',
            b: '5',
            c: 'true',
            d: '',
            e: '1.5',
        })
    })

    it('uses only its first record', () => {
        expect(json('[{"a": "x"}, {"a": "y"}]')).toEqual({ a: 'x' })
    })

    it.each([
        '',
        ' ',
        'null',
        '5',
        '"text"',
        'true',
        '[]',
        '[[]]',
        '[null]',
        '{',
        '{"a": undefined}',
        '{"a" "b"}',
    ])('is rejected if it is %j', (text) => {
        expect(() => json(text)).toThrow(TableApiError)
        expect(() => json(text)).toThrow('Exception while reading request')
    })

    it('is rejected if a value is an object or a list', () => {
        expect(() => json('{"caller_id": {"value": "x"}}')).toThrow(TableApiError)
        expect(() => json('{"caller_id": ["x"]}')).toThrow(TableApiError)
    })

    it('is rejected if it is not valid UTF-8', () => {
        expect(() => readBody(Buffer.from([0x7b, 0xff, 0x7d]), 'application/json')).toThrow(TableApiError)
    })

    it('cannot pollute a prototype', () => {
        const input = readBody(Buffer.from('{"__proto__": "x", "a": "b"}'), 'application/json')
        expect([...input]).toEqual([
            ['__proto__', 'x'],
            ['a', 'b'],
        ])
        expect(() => json('{"__proto__": {"admin": true}}')).toThrow(TableApiError)
    })

    it('is not echoed when it is rejected', () => {
        try {
            json('{"user_password": "geheim"')
        } catch (error) {
            expect(JSON.stringify(error)).not.toContain('geheim')
            expect((error as TableApiError).detail).not.toContain('geheim')
        }
        expect.assertions(2)
    })
})

describe('a body in XML', () => {
    it('has a record in its root, or in an entry there', () => {
        expect(xml('<request><a>x</a><b>5</b><c/></request>')).toEqual({ a: 'x', b: '5', c: '' })
        expect(xml('<?xml version="1.0"?>\n<request><entry><a>x &amp; y</a></entry></request>')).toEqual({
            a: 'x & y',
        })
        expect(xml('<request><entry><a>1</a></entry><entry><a>2</a></entry></request>')).toEqual({ a: '1' })
    })

    it.each([
        '',
        'text',
        '<a>',
        '<a></b>',
        '<request><entry>text</entry></request>',
        '<!DOCTYPE r [<!ENTITY x "y">]><r><a>&x;</a></r>',
        '<!doctype r SYSTEM "file:///etc/passwd"><r><a>b</a></r>',
        '<request><a><b>c</b></a></request>',
    ])('is rejected if it is %j', (text) => {
        expect(() => xml(text)).toThrow(TableApiError)
    })
})
