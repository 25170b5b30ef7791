import { plainText } from '../../src/node/plain-text'
import { readTokenAnswer } from '../../src/node/token-answer'

const read = async (body: string, status = 200) => {
    const answer = await readTokenAnswer(
        { what: 'The exchange' },
        new Response(body, { status, headers: { 'content-type': 'text/html' } })
    )
    const text = await answer.text()
    return { status: answer.status, body: text ? (JSON.parse(text) as unknown) : null }
}

describe('a token response', () => {
    it.each([[''], [null], [0], [{}], [['a']], [true], ['with space'], ['line\nbreak'], ['ü']])(
        'has no refresh token for %j',
        async (refresh_token) => {
            const body = { access_token: 'a', refresh_token, expires_in: 1, token_type: 'Bearer' }
            const clean = { access_token: 'a', expires_in: 1, token_type: 'Bearer' }
            expect(await read(JSON.stringify(body))).toEqual({ status: 200, body: clean })
        }
    )

    it.each([[0], [-1], ['x'], [''], [' '], [null], [{}], [true]])(
        'has no lifetime for %j',
        async (expires_in) => {
            const body = { access_token: 'a', expires_in, token_type: 'Bearer' }
            expect((await read(JSON.stringify(body))).body).toEqual({
                access_token: 'a',
                token_type: 'Bearer',
            })
        }
    )

    it('accepts a lifetime as a string, and of any length', async () => {
        const body = (expires_in: string) =>
            `{"access_token":"a","token_type":"Bearer","expires_in":${expires_in}}`
        expect((await read(body('"1799"'))).body).toMatchObject({ expires_in: 1799 })
        expect((await read(body('1e12'))).body).toMatchObject({ expires_in: 1e12 })
        expect((await read(body('1e999'))).body).not.toHaveProperty('expires_in')
    })

    it.each([
        ['<html>Sign in</html>'],
        [''],
        ['null'],
        ['[]'],
        ['"text"'],
        ['{"access_token":'],
        ['x'.repeat(200_000)],
    ])('is empty if it is not a JSON object', async (body) => {
        expect(await read(body)).toEqual({ status: 200, body: null })
    })

    it('keeps only error and description of an error response', async () => {
        const body = { error: 'server_error', error_description: 'access_denied', access_token: 'a' }
        expect(await read(JSON.stringify(body), 401)).toEqual({
            status: 401,
            body: { error: 'server_error', error_description: 'access_denied' },
        })
        const odd = { error: 'x'.repeat(50), error_description: {} }
        expect((await read(JSON.stringify(odd), 400)).body).toEqual({})
    })
})

describe('a text from the instance', () => {
    it('is shown without tokens, in one line and truncated', () => {
        expect(plainText("can't verify code challenge, expected:" + 'a1'.repeat(22))).toBe(
            "can't verify code challenge, expected:***"
        )
        expect(plainText('code c0de of secret s3cret', ['c0de', undefined, 's3cret', ''])).toBe(
            'code *** of secret ***'
        )
        expect(plainText('two\r\nlines\0')).toBe('two lines ')
        expect(plainText('word '.repeat(1000))).toHaveLength(300)
    })
})
