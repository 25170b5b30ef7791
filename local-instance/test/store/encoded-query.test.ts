import { parseEncodedQuery } from '../../src/core/store/encoded-query'

describe('parseEncodedQuery', () => {
    const groups = (query: string) => parseEncodedQuery(query).alternatives

    it('joins conditions by ^', () => {
        expect(groups('active=true^priority<=2')).toEqual([
            [
                [{ path: ['active'], operator: '=', value: 'true' }],
                [{ path: ['priority'], operator: '<=', value: '2' }],
            ],
        ])
    })

    it('binds ^OR to the condition before it', () => {
        const [all] = groups('active=true^priority=1^ORpriority=2^state=3')
        expect(all?.map((group) => group.map(({ value }) => value))).toEqual([['true'], ['1', '2'], ['3']])
    })

    it('starts an alternative at ^NQ', () => {
        expect(groups('a=1^b=2^NQc=3').map((alternative) => alternative.length)).toEqual([2, 1])
    })

    it.each([
        ['stateIN1,2', 'IN', '1,2'],
        ['stateNOT IN1,2', 'NOT IN', '1,2'],
        ['nameSTARTSWITHIN', 'STARTSWITH', 'IN'],
        ['nameLIKE=x', 'LIKE', '=x'],
        ['nameNOT LIKEx', 'NOT LIKE', 'x'],
        ['nameNOTLIKEx', 'NOTLIKE', 'x'],
        ['nameDOES NOT CONTAINx', 'DOES NOT CONTAIN', 'x'],
        ['name!*x', '!*', 'x'],
        ['name*x', '*', 'x'],
        ['name%x', '%', 'x'],
        ['nameISEMPTY', 'ISEMPTY', ''],
        ['nameISNOTEMPTY', 'ISNOTEMPTY', ''],
        ['n>=1', '>=', '1'],
        ['n>1', '>', '1'],
        ['n!=', '!=', ''],
        ['aGT_OR_EQUALS_FIELDb', 'GT_OR_EQUALS_FIELD', 'b'],
        ['aNSAMEASb', 'NSAMEAS', 'b'],
        ['aONToday@x@y', 'ON', 'Today@x@y'],
        ['aNOTONToday@x@y', 'NOTON', 'Today@x@y'],
        ['aRELATIVEGT@hour@ago@1', 'RELATIVEGT', '@hour@ago@1'],
    ])('reads %s', (query, operator, value) => {
        expect(groups(query)[0]?.[0]).toEqual([{ path: [expect.any(String)], operator, value }])
    })

    it('parses ^^ as a caret in a value', () => {
        expect(groups('name=a^^b^active=true')[0]?.map(([condition]) => condition?.value)).toEqual([
            'a^b',
            'true',
        ])
    })

    it('does not parse ORDERBY as an alternative', () => {
        const { order, alternatives } = parseEncodedQuery('active=true^ORDERBYname^ORDERBYDESCcaller_id.name')
        expect(order).toEqual([
            { path: ['name'], descending: false },
            { path: ['caller_id', 'name'], descending: true },
        ])
        expect(alternatives[0]).toHaveLength(1)
    })

    it('ignores GROUPBY and the terminator EQ', () => {
        expect(parseEncodedQuery('active=true^GROUPBYstate^EQ')).toMatchObject({ malformed: [], order: [] })
    })

    it('parses an empty query', () => {
        expect(parseEncodedQuery('')).toEqual({ alternatives: [[]], order: [], malformed: [] })
    })

    it.each(['active', 'name~x', '=x', 'name="a" OR 1=1^ORDERBYa;b', 'a.=1', 'Name=1'])(
        'lists %s as malformed',
        (query) => {
            expect(parseEncodedQuery(query).malformed.length).toBeGreaterThan(0)
        }
    )

    it('never throws on arbitrary text', () => {
        const pieces = [
            '^',
            '^^',
            '^OR',
            '^NQ',
            'ORDERBY',
            '=',
            'a',
            '.',
            'IN',
            'LIKE',
            '\0',
            '😀',
            '@',
            ' ',
            'EQ',
            '"',
        ]
        let seed = 7
        const next = () => (seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648)
        for (let round = 0; round < 3000; round++) {
            const text = Array.from({ length: next() % 12 }, () => pieces[next() % pieces.length]).join('')
            expect(parseEncodedQuery(text).alternatives.length).toBeGreaterThan(0)
        }
    })
})
