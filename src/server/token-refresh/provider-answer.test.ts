import { readRefusal, type FailedAnswer } from './provider-answer'
import { toWord } from './error-words'

const NOW = Date.UTC(2026, 0, 1)
const read = (changes: Partial<FailedAnswer>, finalWords: string[] = []) =>
    readRefusal({ status: 400, body: '', errorMessage: '', parameters: {}, ...changes }, NOW, finalWords)
const body = (answer: unknown) => JSON.stringify(answer)
const error = (code: string, status = 400, more = {}) => ({ status, body: body({ error: code, ...more }) })

describe('H64 the refresh token is invalid', () => {
    it.each([
        'invalid_grant',
        'INVALID_GRANT',
        'Invalid Grant',
        'invalid-grant',
        ' invalid_grant. ',
        'InvalidGrant',
        'oauth.invalid_grant',
    ])('however the code is written: %p', (code) => expect(read(error(code)).meaning).toBe('final'))

    it.each([
        ...[
            'expired_token',
            'token_expired',
            'refresh_token_expired',
            'expired_or_revoked_token',
            'refresh_token_not_found',
        ],
        ...[
            'revoked_token',
            'REFRESH_TOKEN_REVOKED',
            'token_is_invalid',
            'refresh_token_already_used',
            'TokenExpiredError',
            'token_blacklisted',
            'token_not_valid',
        ],
    ])('if the code looks like it: %s', (code) => expect(read(error(code, 401)).meaning).toBe('final'))

    it.each(['error', 'error_code', 'errorCode', 'errcode', 'code', 'status', 'error_type', 'type', 'Error'])(
        'wherever the code is: %s',
        (name) => {
            for (const answer of [
                { [name]: 'invalid_grant' },
                { error: { [name]: 'invalid_grant' } },
                { errors: [{ [name]: 'invalid_grant' }] },
                { data: { errors: [{ [name]: 'invalid_grant' }] } },
                [{ [name]: 'invalid_grant' }],
            ])
                for (const status of [200, 400, 401, 403]) {
                    expect(read({ status, body: body(answer) }).meaning).toBe('final')
                }
        }
    )

    it.each([
        ['the parameters', { parameters: { error: 'invalid_grant' } }],
        ['the error message', { errorMessage: 'invalid_grant: token was used' }],
        ['the error message, in a provider’s word', { errorMessage: 'OAuth failed with bad_refresh_token' }],
        ['the error message, behind another name', { errorMessage: 'refresh_job failed: invalid_grant' }],
        [
            'the error message, beside a numeric code',
            { body: body({ status: 400 }), errorMessage: 'invalid_grant' },
        ],
    ])('if the body is not available, by %s', (_where, answer) => {
        expect(read(answer).meaning).toBe('final')
    })

    it.each(['account_gone', 'ACCOUNT_GONE', 'account gone', 'x.account-gone', '65601'])(
        'by a code that an administrator added: %s',
        (code) => {
            const words = ['Account-Gone', '65601'].map(toWord)
            expect(read(error(code)).meaning).toBe('unknown')
            expect(read(error(code), words).meaning).toBe('final')
            expect(read({ body: body({ error: Number(code) || code }) }, words).meaning).toBe('final')
            expect(read(error(code, 503), words).meaning).toBe('passing')
        }
    )
})

describe('H63 text that is not an error code', () => {
    it('the error message is searched for a code only if the response has none', () => {
        expect(read({ ...error('invalid_request'), errorMessage: 'invalid_grant' }).meaning).toBe('unknown')
    })

    it.each([
        'invalid_request',
        'invalid_scope',
        'unauthorized_client',
        'unsupported_grant_type',
        'server_error',
        'access_denied',
    ])('the error message is not searched for another code behind %s (RFC 6749)', (code) => {
        expect(read({ errorMessage: `${code}: refresh_token_expired` })).toMatchObject({
            meaning: 'unknown',
            fingerprint: `400 ${code}`,
        })
    })

    it('other words of the error message are not taken for a code, nor shown', () => {
        expect(read({ errorMessage: 'my_secret was refused' })).toMatchObject({
            fingerprint: '400',
            reason: 'the provider returned HTTP 400',
        })
    })

    it.each([
        ['deep', '['.repeat(5000)],
        ['deep and well-formed', '['.repeat(2000) + ']'.repeat(2000)],
        ['long', body({ errors: Array(50_000).fill('x') })],
        ['not encoded well', 'error=%E0%A4%A'],
        ['null', 'null'],
        ['a number', '5'],
        ['a code that is null', '{"error":null,"data":null,"errors":[null]}'],
        ['members that every object has', '{"__proto__":{"error":"invalid_grant"},"constructor":"x"}'],
    ])('a body that is %s causes no error', (_what, text) => {
        expect(read({ body: text }).meaning).toBe('unknown')
    })
})

describe('the wait requested by a provider', () => {
    it.each([
        ['seconds in the body', { body: body({ retry_after: 90 }) }, 90],
        ['seconds as text', { body: body({ 'Retry-After': ' 17 ' }) }, 17],
        ['a header’s name in lower case', { body: body({ 'retry-after': 18 }) }, 18],
        ['a name with its unit', { body: body({ retry_after_seconds: 19 }) }, 19],
        ['the next member if one is blank', { body: body({ retry_after: ' ', 'Retry-After': 20 }) }, 20],
        ['seconds in a form', { body: 'error=slow_down&retry_after=5' }, 5],
        ['part of a second', { body: body({ retry_after: 0.2 }) }, 1],
        ['a parameter', { parameters: { retryAfter: '40' } }, 40],
        ['a date', { body: body({ retry_after: 'Thu, 01 Jan 2026 00:02:00 GMT' }) }, 120],
        ['a date that is now', { body: body({ retry_after: 'Thu, 01 Jan 2026 00:00:00 GMT' }) }, null],
        ['a date that is over', { body: body({ retry_after: 'Wed, 31 Dec 2025 00:00:00 GMT' }) }, null],
        ['nothing', { body: body({ retry_after: 0 }) }, null],
        ['no number', { body: body({ retry_after: 'soon' }) }, null],
        ['an object', { body: body({ retry_after: {} }) }, null],
        ['no member', { body: '[]' }, null],
    ])('is read from %s', (_what, answer, seconds) => {
        expect(read(answer).retryAfterS).toBe(seconds)
    })
})

describe('the reason', () => {
    it('contains only a status and a code', () => {
        const secret = 'ya29.secret-token'
        const { reason } = read({
            body: body({ error: 'invalid_client', error_description: secret }),
            errorMessage: `failed with ${secret}`,
        })
        expect(reason).toBe('the provider returned HTTP 400: invalid_client')
        for (const code of [
            'aB3dEfGhIjKlMnOpQrStUvWxYz',
            'refresh-1',
            'a'.repeat(41),
            'AADSTS700082',
            'aBcDeFgHiJkL',
            'MZXWYTBOIQ',
            'some.secrettext_unavailable',
        ])
            for (const answer of [error(code), { status: 200, body: `error=${code}` }]) {
                const { reason: said, fingerprint } = read(answer)
                expect([said, fingerprint].join()).not.toMatch(new RegExp(`${code}|${toWord(code)}`, 'i'))
            }
        expect(read(error(`${secret} and more words`)).reason).toBe('the provider returned HTTP 400')
    })

    it.each([
        ['BAD_REFRESH_TOKEN', 'bad_refresh_token'],
        ['Invalid grant', 'invalid_grant'],
        ['SOME_ERROR', 'some_error'],
        ['odd_code', 'odd_code'],
        ['oddity', 'oddity'],
        ['ODD_CODE_OF_MANY_WORDS', 'odd_code_of_many_words'],
        ['odd_code_of_many_words', 'odd_code_of_many_words'],
        ['a'.repeat(40), 'a'.repeat(40)],
        ['temporarily_unavailable', 'temporarily_unavailable'],
    ])('shows %s in the standard form', (code, shown) => {
        expect(read(error(code)).reason).toBe(`the provider returned HTTP 400: ${shown}`)
    })

    it('says a temporary failure without its code if that could contain other text', () => {
        expect(read(error('x1_unavailable'))).toMatchObject({
            meaning: 'passing',
            reason: 'the provider returned HTTP 400',
        })
    })

    it('says that there was no response', () => {
        expect(read({ status: 0 }).reason).toBe('no usable response from the provider')
    })
})
