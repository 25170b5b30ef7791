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
        expect(queryTerms('nameLIKEORDERBYx')).toMatchObject([{ value: 'ORDERBYx' }])
    })

    it.each(['name=', 'name!=', 'nameISEMPTY', 'nameISNOTEMPTY', 'nameEMPTYSTRING'])(
        'may compare with an empty value: %s',
        (query) => {
            expect(queryTerms(query)).toMatchObject([{ field: 'name', value: '' }])
        }
    )

    const SCRIPT = 'runs a script; only calls of gs functions are allowed'
    const EMPTY = 'it contains an empty term'

    it.each([
        ['an unknown operator', 'name~a', '"name~a" has no supported operator'],
        ['no operator', 'active', '"active" has no supported operator'],
        ['no field', '=true', '"=true" does not start with a field name'],
        ['an operator that asks nothing', 'nameANYTHING', '"nameANYTHING" has no supported operator'],
        ['a value that matches everything', 'nameLIKE', '"nameLIKE" has no value'],
        ['a value of blanks', 'nameLIKE  ', '"nameLIKE  " has no value'],
        ['an empty list', 'nameIN', '"nameIN" has no value'],
        [
            'a value where none belongs',
            'nameISEMPTYx',
            '"nameISEMPTYx" has a value, but its operator takes none',
        ],
        ['an empty part', 'active=true^', EMPTY],
        ['an empty alternative', 'active=true^NQ', EMPTY],
        ['an end in the middle', 'active=true^EQname=a', '"EQname=a" does not start with a field name'],
        ['nothing but an order', 'ORDERBYname', 'it contains no comparison'],
        ['a typing mistake in the separator', 'active=true&name=a^^', EMPTY],
        ['a script', 'name=javascript:new Evil()', `"name=javascript:new Evil()" ${SCRIPT}`],
        ['a script in capitals', 'name=JAVASCRIPT:evil()', `"name=JAVASCRIPT:evil()" ${SCRIPT}`],
        [
            'a script behind a function',
            'created>javascript:gs.now();evil()',
            `"created>javascript:gs.now();evil()" ${SCRIPT}`,
        ],
        [
            'a script before a function',
            'created>javascript:evil();javascript:gs.now()',
            `"created>javascript:evil();javascript:gs.now()" ${SCRIPT}`,
        ],
        [
            'a script beside a function',
            'aONx@javascript:gs.now()@javascript:evil()',
            `"aONx@javascript:gs.now()@javascript:evil()" ${SCRIPT}`,
        ],
        [
            'a long term, of which the beginning is shown',
            'x'.repeat(70),
            `"${'x'.repeat(60)}" has no supported operator`,
        ],
    ])('are rejected for %s, which the reason says', (_what, query, reason) => {
        expect(queryTerms(query)).toBe(reason)
    })

    it.each([
        'sys_created_on>=javascript:gs.daysAgoStart(7)',
        "sys_created_on>=javascript:gs.dateGenerate('2026-01-31','00:00:00')",
        'aONToday@javascript:gs.beginningOfToday()@javascript:gs.endOfToday()',
    ])('may be computed by the platform: %s', (query) => {
        expect(queryTerms(query)).toHaveLength(1)
    })
})
