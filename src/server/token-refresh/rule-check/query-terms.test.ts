import { queryTerms } from './query-terms'

describe('H68 the terms of a condition', () => {
    it('are parsed', () => {
        expect(queryTerms('active=true^nameSTARTSWITHa^ORowner.nameLIKEb^NQstateNOT IN1,2^EQ')).toMatchObject(
            [
                { field: 'active', operator: { name: '=' }, value: 'true' },
                { field: 'name', operator: { name: 'STARTSWITH' }, value: 'a' },
                { field: 'owner.name', operator: { name: 'LIKE' }, value: 'b' },
                { field: 'state', operator: { name: 'NOT IN' }, value: '1,2' },
            ]
        )
    })

    it('do not include the order', () => {
        expect(queryTerms('active=true^ORDERBYname^ORDERBYDESCorder')).toHaveLength(1)
    })

    it.each([
        ['an unknown operator', 'name~a'],
        ['no operator', 'active'],
        ['no field', '=true'],
        ['an operator that asks nothing', 'nameANYTHING'],
        ['a value that matches everything', 'nameLIKE'],
        ['an empty list', 'nameIN'],
        ['a value where none belongs', 'nameISEMPTYx'],
        ['an empty part', 'active=true^'],
        ['an empty alternative', 'active=true^NQ'],
        ['nothing but an order', 'ORDERBYname'],
        ['a typing mistake in the separator', 'active=true&name=a^^'],
        ['a script', 'name=javascript:new Evil()'],
        ['a script behind a function', 'created>javascript:gs.daysAgo(1);evil()'],
    ])('are rejected for %s', (_what, query) => {
        expect(typeof queryTerms(query)).toBe('string')
    })

    it.each([
        'sys_created_on>=javascript:gs.daysAgoStart(7)',
        "sys_created_on>=javascript:gs.dateGenerate('2026-01-31','00:00:00')",
        'aONToday@javascript:gs.beginningOfToday()@javascript:gs.endOfToday()',
    ])('may be computed by the platform: %s', (query) => {
        expect(queryTerms(query)).toHaveLength(1)
    })
})
