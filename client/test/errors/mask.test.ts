import { mask, maskMember } from '../../src/mask'

describe('masking', () => {
    it.each([
        ['Bearer  abc', 'Bearer  ***'],
        ['code=abc', 'code=***'],
        ['code"=abc', 'code"=***'],
        ['code: 7', 'code: 7'],
        ['{"token":"abc"}', '{"token":"***"}'],
        ["client_secret='abc'", "client_secret='***'"],
        ['token = abc', 'token = ***'],
        ['token=abc&next=1', 'token=***&next=1'],
    ])('hides the value after a name or scheme: %p', (text, masked) => expect(mask(text)).toBe(masked))

    it.each([
        ['a JSON Web Token', 'eyJhbGci.eyJzdWIi.c2lnbmF0dXJl'],
        ['an unsigned JSON Web Token', 'eyJhbGci.eyJzdWIi.'],
        ['a long run with a digit only at its end', `${'a'.repeat(40)}1`],
        ['a long run with more parts', `${'a'.repeat(39)}1.tail/more+next~last==`],
    ])('hides all of %s', (_what, token) => expect(mask(`see ${token} here`)).toBe('see *** here'))

    it('leaves a long run without a digit', () => {
        expect(mask('a'.repeat(60))).toBe('a'.repeat(60))
    })

    it.each([
        ['text', 'one\ntwo', 'one\ntwo'],
        ['text\nmore', 'one', 'one'],
        ['text\r', 'one', 'one'],
        ['text', 'token: abc', 'token: ***'],
        ['token', '', ''],
        ['password', 'abc', '***'],
        ['the\npassword', 'abc', '***'],
        ['password\u2028', 'abc', '***'],
        ['password', 'two words', '***'],
        ['password', 'two\nlines', '***'],
        ['client_secret', '&abc', '***'],
        ['client_secret', 'abc&def', '***'],
    ])('of the JSON member %j: %j becomes %j', (name, value, masked) =>
        expect(maskMember(name, value)).toBe(masked)
    )
})
