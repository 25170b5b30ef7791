import fc from 'fast-check'
import { parseEncodedQuery } from '../../../local-instance/src/core/store/encoded-query'
import { script, where, type Query } from '../../src/requests/query'
import { tableEndpoint } from '../../src/requests/table-endpoint'
import type { ServiceNowEntities } from '../../src/types/service-now-entities'

type Incident = ServiceNowEntities.Core.Incident

const conditionsOf = (query: Query<Incident>) => parseEncodedQuery(String(query)).alternatives

describe('where', () => {
    it('joins conditions, alternatives and sort fields in encoded query syntax', () => {
        const query = where<Incident>('active', '=', true)
            .and('priority', 'IN', [1, 2])
            .or('number', 'STARTSWITH', 'INC')
            .orderByDesc('opened_at')
            .orWhere('caller_id.email', 'ISNOTEMPTY')
            .orderBy('number')
        expect(String(query)).toBe(
            'active=true^priorityIN1,2^ORnumberSTARTSWITHINC^NQcaller_id.emailISNOTEMPTY' +
                '^ORDERBYDESCopened_at^ORDERBYnumber'
        )
    })

    it('starts empty, with an order alone, or with a condition', () => {
        expect(String(where())).toBe('')
        expect(String(where<Incident>().orderBy('number'))).toBe('ORDERBYnumber')
        expect(String(where<Incident>().or('number', '=', 'x'))).toBe('number=x')
    })

    it('does not change the query that it is called on', () => {
        const base = where<Incident>('active', '=', true)
        base.and('number', '=', 'x').orderBy('number')
        expect(String(base)).toBe('active=true')
    })

    it('writes dates in UTC and ranges with @', () => {
        const from = new Date('2026-11-22T10:00:00+01:00')
        expect(String(where<Incident>('opened_at', 'BETWEEN', [from, script('gs.endOfToday()')]))).toBe(
            'opened_atBETWEEN2026-11-22 09:00:00@javascript:gs.endOfToday()'
        )
    })

    it('prevents query injection, as the instance parses it', () => {
        const value = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 })
        const parts = ['^', '^^', '^OR', '^NQ', '=', '!=', 'IN', 'ORDERBY', 'a', ' ', '.', '^EQ']
        const nasty = fc
            .array(fc.constantFrom(...parts), { minLength: 1, maxLength: 6 })
            .map((chosen) => chosen.join(''))
        const operator = fc.constantFrom('=', '!=', '<=', '>=', 'STARTSWITH', 'ENDSWITH', 'LIKE', 'NOT LIKE')
        fc.assert(
            fc.property(fc.oneof(value, nasty), operator as fc.Arbitrary<'='>, (text, by) => {
                fc.pre(!/^\s*javascript:/i.test(text))
                const query = where<Incident>('short_description', by, text).and('active', '=', true)
                const alternatives = conditionsOf(query)
                expect(alternatives).toHaveLength(1)
                const [first, second, ...more] = alternatives[0] ?? []
                expect(more).toEqual([])
                expect(first).toMatchObject([{ path: ['short_description'], operator: by, value: text }])
                expect(second).toMatchObject([{ path: ['active'], operator: '=', value: 'true' }])
            }),
            { numRuns: 500 }
        )
    })

    it.each([
        ['a field with an operator in it', () => where('a=b^c' as 'x', '=', 'x')],
        ['a field that ends in a dot', () => where('a.', '=', 'x')],
        ['no value', () => where('a', '=', undefined as never)],
        ['null', () => where('a', '=', null as never)],
        ['an empty value', () => where('a', '=', '')],
        ['NaN', () => where('a', '=', NaN)],
        ['an infinite number', () => where('a', '<', Infinity)],
        ['an invalid date', () => where('a', '=', new Date('x'))],
        ['an object', () => where('a', '=', {} as never)],
        ['a script in a value', () => where('a', '=', ' JavaScript:gs.getUserID()')],
        ['a comma in a list', () => where('a', 'IN', ['b,c'])],
        ['an empty list', () => where('a', 'IN', [])],
        ['a text as a list', () => where('a', 'IN', 'b' as never)],
        ['an @ in a range', () => where('a', 'BETWEEN', ['b@c', 'd'])],
        ['a range of three', () => where('a', 'BETWEEN', ['b', 'c', 'd'] as never)],
        ['a value that alters its operator', () => where('a', '<', '=3')],
        ['an unknown operator', () => where('a', 'CONTAINS' as '=', 'b')],
        ['no operator', () => where('a', ...([] as unknown as ['ISEMPTY']))],
        ['an invalid sort field', () => where('a', '=', 'b').orderBy('c^d' as 'x')],
        ['a script with ^', () => script('gs.x()^a=b')],
        ['a value with an unpaired surrogate', () => where('a', 'LIKE', 'x\ud83d')],
        ['a value with an unpaired low surrogate', () => where('a', 'IN', ['b', '\ude00x'])],
        ['a range with an unpaired surrogate', () => where('a', 'BETWEEN', ['b', 'c\ud83d'])],
        ['a script with an unpaired surrogate', () => script('gs.x("\ud83d")')],
    ])('rejects %s', (_, make) => {
        expect(make).toThrow(expect.objectContaining({ name: 'ParameterError', code: 'invalid_parameter' }))
    })
})

describe('tableEndpoint', () => {
    it('encodes its arguments', () => {
        const query = where<Incident>('short_description', 'LIKE', 'a&b=c^d ü#').orderBy('number')
        const endpoint = tableEndpoint<Incident>('incident', {
            query,
            fields: ['number', 'caller_id.name'],
            limit: 10,
            offset: 0,
            displayValue: 'all',
            excludeReferenceLink: true,
        })
        const url = new URL(endpoint, 'https://example.service-now.com')
        expect(url.pathname).toBe('/api/now/table/incident')
        expect(Object.fromEntries(url.searchParams)).toEqual({
            sysparm_query: 'short_descriptionLIKEa&b=c^^d ü#^ORDERBYnumber',
            sysparm_fields: 'number,caller_id.name',
            sysparm_limit: '10',
            sysparm_offset: '0',
            sysparm_display_value: 'all',
            sysparm_exclude_reference_link: 'true',
        })
    })

    it.each<[string, Parameters<typeof tableEndpoint>[1]]>([
        ['a record', { sysId: 'a\ud83d' }],
        ['a column', { fields: ['\ude00'] as never }],
        ['a query of another module', { query: { toString: () => 'a=\ud83d' } as never }],
    ])('rejects %s with an unpaired surrogate, and accepts a pair', (_, options) => {
        const refusal = expect.objectContaining({
            name: 'ParameterError',
            code: 'invalid_parameter',
        }) as Error
        expect(() => tableEndpoint('task', options)).toThrow(refusal)
        expect(tableEndpoint('task', { query: where('a', 'LIKE', '\u{1f600}') })).toBe(
            '/api/now/table/task?sysparm_query=aLIKE%F0%9F%98%80'
        )
    })

    it('addresses a single record', () => {
        expect(tableEndpoint('incident', { sysId: 'a/../b?c' })).toBe(
            '/api/now/table/incident/a%2F..%2Fb%3Fc'
        )
        expect(tableEndpoint('task', { query: where() })).toBe('/api/now/table/task')
        for (const name of ['', 'a/b', '../x', 'a?b', 'Incident'])
            expect(() => tableEndpoint(name)).toThrow('table')
    })
})
