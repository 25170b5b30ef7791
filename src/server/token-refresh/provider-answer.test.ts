import { readRefusal, type FailedAnswer } from './provider-answer'

const NOW = Date.UTC(2026, 0, 1)
const read = (changes: Partial<FailedAnswer>) =>
    readRefusal({ status: 400, body: '', errorMessage: '', parameters: {}, ...changes }, NOW)
const body = (answer: unknown) => JSON.stringify(answer)

describe('H64 what only a person can mend', () => {
    it.each([
        ['invalid_grant in the body', { body: body({ error: 'invalid_grant' }) }],
        ['invalid_grant in the parameters', { parameters: { error: 'invalid_grant' } }],
        ['invalid_grant in the error message alone', { errorMessage: 'invalid_grant: token was used' }],
        ...['interaction_required', 'consent_required', 'login_required'].map(
            (error): [string, Partial<FailedAnswer>] => [error, { body: body({ error }) }]
        ),
        [
            'the words of an instance as provider',
            { status: 401, body: body({ error: 'server_error', error_description: 'access_denied' }) },
        ],
    ])('is %s', (_what, answer) => {
        expect(read(answer).outcome).toBe('reauthorize')
    })
})

describe('H63 what time may mend', () => {
    it.each([
        ['no answer', { status: 0, errorMessage: 'Read timed out' }],
        ['503', { status: 503, body: '<html>busy</html>' }],
        ['429', { status: 429, body: body({ error: 'invalid_grant' }) }],
        ['500 with a code of a refusal', { status: 500, body: body({ error: 'invalid_grant' }) }],
        [
            'a wrong secret, which an administrator mends',
            { status: 401, body: body({ error: 'invalid_client' }) },
        ],
        ['a refusal without a code', { status: 400, body: 'no' }],
        ['401 without a reason', { status: 401, body: body({ error: 'server_error' }) }],
    ])('is %s', (_what, answer) => {
        expect(read(answer).outcome).toBe('retry_later')
    })
})

describe('the wait a provider asks for', () => {
    it.each([
        ['seconds in the body', { body: body({ retry_after: 90 }) }, 90],
        ['seconds as text', { body: body({ 'Retry-After': ' 17 ' }) }, 17],
        ['part of a second', { body: body({ retry_after: 0.2 }) }, 1],
        ['a parameter', { parameters: { retryAfter: '40' } }, 40],
        ['a date', { body: body({ retry_after: 'Thu, 01 Jan 2026 00:02:00 GMT' }) }, 120],
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
    it('repeats nothing but a status and a code', () => {
        const secret = 'ya29.secret-token'
        const { reason } = read({
            body: body({ error: 'invalid_client', error_description: secret }),
            errorMessage: `failed with ${secret}`,
        })
        expect(reason).toBe('the provider answered 400: invalid_client')
        for (const code of ['aB3dEfGhIjKlMnOpQrStUvWxYz', 'refresh-1', 'a'.repeat(41), 'AADSTS700082'])
            expect(read({ body: body({ error: code }) }).reason).not.toContain(code)
        expect(read({ body: body({ error: `${secret} and more words` }) }).reason).toBe(
            'the provider answered 400'
        )
    })

    it('says where none came', () => {
        expect(read({ status: 0 }).reason).toBe('no usable answer came from the provider')
    })
})
