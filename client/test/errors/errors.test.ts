import {
    ApiError,
    ApiRequestError,
    AuthorizationError,
    AuthTokenExpiredError,
    InitializationError,
    ParameterError,
} from '../../src/errors'
import { mask, maskMember } from '../../src/mask'

const TOKEN = 'Zx9_' + 'aB3-'.repeat(20)
const JWT = `eyJhbGciOiJSUzI1NiJ9.${'eyJzdWIiOiIx'.repeat(4)}.${'c2lnbmF0dXJl'.repeat(5)}`

describe('errors', () => {
    it.each([
        ApiRequestError,
        AuthTokenExpiredError,
        AuthorizationError,
        InitializationError,
        ParameterError,
    ])('%p is an ApiError with its own name, also after minification', (Class) => {
        const error = new Class('why')
        expect(error).toBeInstanceOf(ApiError)
        expect(error).toBeInstanceOf(Error)
        expect(String(error)).toBe(`${error.name}: why`)
        expect(error.stack).toMatch(new RegExp(`^${error.name}: why\n`))
        expect(error.name).toBe(Class.name)
        expect(error.code).toBeTruthy()
    })

    it.each([
        ApiError,
        ApiRequestError,
        AuthTokenExpiredError,
        AuthorizationError,
        InitializationError,
        ParameterError,
    ])('%p has a default message, or that of its cause', (Class) => {
        expect(new Class().message).toMatch(/^\w.+\w$/)
        expect(new Class(undefined).stack).toContain(new Class().message)
        expect(new Class('').message).toBe('')
        const inner = new TypeError('inner')
        for (const error of [new Class(undefined, inner), new ApiRequestError(undefined, 500, inner)]) {
            expect(error.message).toBe('inner')
            expect(error.cause).toBe(inner)
        }
        expect(new Class('why', inner)).toMatchObject({ message: 'why', cause: inner })
    })

    it('accept a status and data in place of details', () => {
        const data = { error: { message: 'no', detail: null }, status: 'failure', code: 'theirs' }
        const error = new ApiRequestError('why', 404, data)
        expect(error).toMatchObject({ message: 'why', status: 404, data, code: 'http' })
        expect(JSON.parse(JSON.stringify(error))).toEqual({
            name: 'ApiRequestError',
            code: 'http',
            status: 404,
            data,
        })
        expect(new ApiRequestError('why', undefined, data).data).toBe(data)
        expect(new ApiRequestError('why', null).status).toBeFalsy()
    })

    it('are recognized by other copies of their classes, and by no other classes', () => {
        const here = { ApiError, ApiRequestError, AuthTokenExpiredError, AuthorizationError, ParameterError }
        let there = here
        jest.isolateModules(() => {
            there = jest.requireActual<typeof here>('../../src/errors')
        })
        for (const [name, Class] of Object.entries(there)) {
            const error = new Class('why')
            expect(there.ApiError).not.toBe(ApiError)
            for (const [other, Other] of Object.entries(here))
                expect([other, error instanceof Other]).toEqual([
                    other,
                    other === name || other === 'ApiError',
                ])
        }
        for (const value of [new Error('x'), { name: 'ApiError' }, null, undefined, 'x', 7, ApiError])
            expect((value as unknown) instanceof ApiError).toBe(false)
    })

    it('of an app’s subclass are instances of that class only', () => {
        class Own extends ApiRequestError {}
        const error = new Own('why', 409)
        expect([error.name, error.status, error.code]).toEqual(['Own', 409, 'http'])
        expect(error instanceof Own && error instanceof ApiRequestError && error instanceof ApiError).toBe(
            true
        )
        expect(new ApiRequestError() instanceof Own).toBe(false)
        expect(error instanceof AuthorizationError).toBe(false)
    })

    it('have code, status, description and cause only if given', () => {
        const cause = new TypeError('fetch failed')
        const full = new ApiRequestError('no', { code: 'network', status: 502, description: 'down', cause })
        expect(full).toMatchObject({ code: 'network', status: 502, description: 'down' })
        expect(full.cause).toBe(cause)
        expect(Object.keys(new ApiRequestError('no')).sort()).toEqual(['code', 'name'])
    })

    it('have a default code if the class has only one', () => {
        expect(new AuthTokenExpiredError().code).toBe('session_expired')
        expect(new ParameterError('x').code).toBe('invalid_parameter')
        expect(new ParameterError('x', { code: 'callback_url_missing' }).code).toBe('callback_url_missing')
    })
})

describe('H48 error text from the server', () => {
    it('keeps markup as plain text', () => {
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
    ])('masks anything that looks like a token: %s', (text) => {
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
        ['access_token', 'short'],
        ['refresh_token', 'short\nand more'],
        ['password', 'hunter2'],
        ['message', `no good: ${TOKEN}`],
        ['x'.repeat(50) + '1', `Bearer ${TOKEN}`],
    ])('masks the member %s of a JSON response', (name, value) => {
        const masked = JSON.parse(JSON.stringify({ [name]: value, list: [value] }), maskMember) as Record<
            string,
            string
        >
        expect(masked[name]).toContain('***')
        expect(masked[name]).not.toMatch(/short|hunter2|Zx9_/)
    })

    it('leaves the rest of a JSON response unchanged', () => {
        const body = {
            error: { message: 'a\nb: c', detail: null, code: 'invalid_grant' },
            n: [1, true, ''],
            token: 7,
        }
        expect(JSON.parse(JSON.stringify(body), maskMember)).toEqual(body)
    })

    it.each([
        'Record 850057664b874cbdb7ad18d535960380 was not found in table sn_customerservice_case',
        'Operation against file sys_user was aborted by Business Rule',
        'Invalid table sn_bom_treasury_wire_service_with_a_long_name_indeed',
        'The token has expired, code 401',
        'error code: invalid_grant',
    ])('leaves other text unchanged: %s', (text) => {
        expect(mask(text)).toBe(text)
    })
})
