import { codesIn, readMembers } from './error-codes'

const found = (body: unknown) =>
    codesIn(readMembers(typeof body === 'string' ? body : JSON.stringify(body)) ?? {})

/** A value inside of so many objects or lists. */
const nested = (levels: number, wrap: (inner: unknown) => unknown, inner: unknown) =>
    Array.from({ length: levels }).reduce((value) => wrap(value), inner)

describe('H64 where an error code is in the body', () => {
    it.each(['fault', 'detail', 'details', 'data', 'result', 'response'])(
        'is a member of %s, whose own text is prose',
        (name) => {
            expect(found({ [name]: { error: 'invalid_grant' } })).toEqual(['invalid_grant'])
            expect(found({ [name]: 'invalid_grant' })).toEqual([])
        }
    )

    it.each<[string, unknown, string[]]>([
        ['a number', { error: 65601 }, ['65601']],
        ['a code and its field', { code: 'odd', field: 'token' }, ['odd_token', 'odd']],
        ['a code without a field', { code: 'odd' }, ['odd']],
        ['a field without a code', { error: 'odd', field: 'token' }, ['odd']],
        ['a numeric code and its field', { code: 7, field: 'token' }, ['7']],
        ['null', { error: null, data: null, errors: [null] }, []],
        ['a form', 'error=invalid_grant&x=1', ['invalid_grant']],
        ['a form with a blank', 'error=invalid+grant', ['invalid grant']],
        ['an encoded form', '%65rror=invalid%5Fgrant', ['invalid_grant']],
        ['a form with a sign of equality', 'error=a=b', ['a=b']],
        ['a form that repeats a name', 'error=first&error=second', ['first']],
        ['a form that repeats a name, not encoded well', 'error=%zz&error=second', ['']],
        ['a page with a link', '<a href="?x=1&error=invalid_grant">', []],
    ])('is read from %s', (_what, body, codes) => expect(found(body)).toEqual(codes))

    it.each<[string, (more: number) => unknown]>([
        ['four levels deep', (more) => nested(4 + more, (error) => ({ error }), 'here')],
        [
            'in an object, three levels deep',
            (more) => nested(3 + more, (data) => ({ data }), { error: 'here' }),
        ],
        ['in three lists', (more) => ({ error: nested(3 + more, (item) => [item], 'here') })],
        ['the 20th of a list', (more) => ({ errors: [...Array<null>(19 + more).fill(null), 'here'] })],
        ['the 20th of a form', (more) => `${'x=1&'.repeat(19 + more)}error=here`],
        ['in a body of 65,536 characters', (more) => `error=here&x=${'x'.repeat(65_536 - 13 + more)}`],
    ])('is found %s, but no further', (_where, body) => {
        expect([found(body(0)), found(body(1))]).toEqual([['here'], []])
    })
})
