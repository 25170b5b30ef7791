import {
    ApiError,
    ApiRequestError,
    AuthorizationError,
    AuthTokenExpiredError,
    InitializationError,
    ParameterError,
} from '../../src/errors'
import { mask } from '../../src/mask'

const TOKEN = 'Zx9_' + 'aB3-'.repeat(20)
const JWT = `eyJhbGciOiJSUzI1NiJ9.${'eyJzdWIiOiIx'.repeat(4)}.${'c2lnbmF0dXJl'.repeat(5)}`

describe('errors', () => {
    it.each([
        ApiRequestError,
        AuthTokenExpiredError,
        AuthorizationError,
        InitializationError,
        ParameterError,
    ])('%p is an ApiError with its own name, whatever a minifier makes of it', (Class) => {
        const error = new Class('why')
        expect(error).toBeInstanceOf(ApiError)
        expect(error).toBeInstanceOf(Error)
        expect(String(error)).toBe(`${error.name}: why`)
        expect(error.name).toMatch(/Error$/)
        expect(error.code).toBeTruthy()
    })

    it('carry code, status, description and cause, and none of those that are not there', () => {
        const cause = new TypeError('fetch failed')
        const full = new ApiRequestError('no', { code: 'network', status: 502, description: 'down', cause })
        expect(full).toMatchObject({ code: 'network', status: 502, description: 'down' })
        expect(full.cause).toBe(cause)
        expect(Object.keys(new ApiRequestError('no')).sort()).toEqual(['code', 'name'])
    })

    it('have a code of their own where one fits all', () => {
        expect(new AuthTokenExpiredError().code).toBe('session_expired')
        expect(new ParameterError('x').code).toBe('invalid_parameter')
        expect(new ParameterError('x', { code: 'callback_url_missing' }).code).toBe('callback_url_missing')
    })
})

describe('H48 error text from the server', () => {
    it('keeps markup as the text that it is', () => {
        const { message } = new ApiRequestError('<img src=x onerror=alert(1)> is no number & never was')
        expect(message).toBe('<img src=x onerror=alert(1)> is no number & never was')
    })

    it.each([
        `token ${TOKEN} is unknown`,
        `Authorization: Bearer ${TOKEN}`,
        `{"access_token":"${TOKEN}","token_type":"Bearer"}`,
        `grant_type=refresh_token&refresh_token=${TOKEN}&client_id=1`,
        `https://app.example/callback?code=${TOKEN}&state=1`,
        `code_verifier="${TOKEN}"`,
        `<b>${TOKEN}</b>`,
        JWT,
        `Bearer ${JWT}`,
        `x${'0a'.repeat(40)}==`,
        'refresh_token=short',
        'Basic YWRtaW46YWRtaW4=',
        'password: hunter2',
        'client_secret=s3cret!',
    ])('masks what looks like a token: %s', (text) => {
        for (const error of [new ApiError(text), new AuthorizationError('x', { description: text })]) {
            const shown = `${error.message} ${error.description} ${error.stack} ${JSON.stringify(error)}`
            expect(shown).toContain('***')
            for (const secret of [
                TOKEN,
                JWT,
                '0a'.repeat(20),
                '=short',
                'YWRt',
                'hunter2',
                's3cret',
                'eyJz',
            ]) {
                expect(shown).not.toContain(secret)
            }
        }
    })

    it.each([
        'Record 850057664b874cbdb7ad18d535960380 was not found in table sn_customerservice_case',
        'Operation against file sys_user was aborted by Business Rule',
        'Invalid table sn_bom_treasury_wire_service_with_a_long_name_indeed',
        'The token has expired, code 401',
        'error code: invalid_grant',
    ])('leaves other text alone: %s', (text) => {
        expect(mask(text)).toBe(text)
    })
})
