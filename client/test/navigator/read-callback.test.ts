import { AuthorizationError } from '../../src/errors'
import { isAnswer, isCallback, readCallback } from '../../src/navigator/read-callback'

const EXPECTED = { redirectUri: 'https://app.example/callback.html', state: 'st-1' }

const refusalOf = (query: string, page = EXPECTED.redirectUri): AuthorizationError => {
    try {
        readCallback(page + query, EXPECTED)
    } catch (error) {
        expect(error).toBeInstanceOf(AuthorizationError)
        return error as AuthorizationError
    }
    throw new Error('was accepted')
}

describe('readCallback', () => {
    it('reads the code of a valid response with further parameters', () => {
        expect(readCallback(`${EXPECTED.redirectUri}?code=a%2Bb&state=st-1&x=1#f`, EXPECTED)).toEqual({
            code: 'a+b',
        })
    })

    it.each([
        '?code=c',
        '?code=c&state=',
        '?code=c&state=st-2',
        '?code=c&state=ST-1',
        '',
        '#code=c&state=st-1',
    ])('H8 rejects a response without its state: %s', (query) =>
        expect(refusalOf(query)).toMatchObject({
            code: 'state_mismatch',
            message: 'The state does not match',
        })
    )

    it.each([
        '?code=a&code=b&state=st-1',
        '?code=a&code=a&state=st-1',
        '?code=a&state=st-1&state=st-1',
        '?code=a&error=access_denied&state=st-1',
        '?code=&error=access_denied&state=st-1',
        '?error=a&error=b&state=st-1',
        '?error=a&error_description=x&error_description=y&state=st-1',
        '?code=&state=st-1',
        '?state=st-1',
    ])('H11 rejects a malformed response: %s', (query) => {
        expect(refusalOf(query)).toMatchObject({
            code: 'malformed_callback',
            message: 'The callback must have one code or one error',
        })
    })

    it('H6 reports an error with the description of the instance', () => {
        const error = refusalOf('?error=access_denied&error_description=The+user+said+no&state=st-1')
        expect(error).toMatchObject({
            code: 'access_denied',
            message: 'The user said no',
            description: 'The user said no',
        })
        expect(refusalOf('?error=access_denied&state=st-1').message).toContain('access_denied')
    })

    it('H12 names the expected URL when the response arrived at another one', () => {
        const error = refusalOf('?code=c&state=st-1', 'https://app.example/other.html')
        expect(error.code).toBe('malformed_callback')
        expect(error.message).toContain('https://app.example/callback.html')
        expect(error.message).toContain('https://app.example/other.html')
        expect(error.message).not.toContain('code=')
    })

    it('recognizes its redirect URL and its response', () => {
        expect(isCallback('https://app.example/callback.html?a=b', EXPECTED)).toBe(true)
        expect(isCallback('https://app.example/callback.html.evil', EXPECTED)).toBe(false)
        expect(isAnswer('https://x.example/?state=st-1&code=c', EXPECTED)).toBe(true)
        expect(isAnswer('https://x.example/?state=st-1&error=e', EXPECTED)).toBe(true)
        expect(isAnswer('https://x.example/oauth_auth.do?state=st-1&code_challenge=c', EXPECTED)).toBe(false)
        expect(isAnswer('https://x.example/?state=st-2&code=c', EXPECTED)).toBe(false)
    })
})
