import { parseRevocationRequest, parseTokenRequest } from './parse-token-request'
import { Refusal } from './refusal'

const CLIENT = '6f0382bf392a91207729d1e3ce67d7b1'
const VERIFIER = 'v'.repeat(128)
const exchange = {
    grant_type: ['authorization_code'],
    client_id: [CLIENT],
    code: ['a-code'],
    code_verifier: [VERIFIER],
    redirect_uri: ['https://example.service-now.com/oauth_redirect.do'],
}
const renewal = { grant_type: ['refresh_token'], client_id: [CLIENT], refresh_token: ['a-token'] }

function refusalOf(run: () => unknown): Refusal {
    try {
        run()
    } catch (thrown) {
        if (thrown instanceof Refusal) return thrown
        throw thrown
    }
    throw new Error('was not refused')
}

describe('a request for tokens', () => {
    it('accepts the exchange of a code as the official client sends it', () => {
        expect(parseTokenRequest({ ...exchange, scope: [''] })).toEqual({
            grant_type: 'authorization_code',
            client_id: CLIENT,
            code: 'a-code',
            code_verifier: VERIFIER,
            redirect_uri: 'https://example.service-now.com/oauth_redirect.do',
        })
    })

    it('accepts a refresh', () => {
        expect(parseTokenRequest(renewal)).toEqual({
            grant_type: 'refresh_token',
            client_id: CLIENT,
            refresh_token: 'a-token',
        })
    })

    it('accepts values that the platform provides as text instead of a list', () => {
        expect(
            parseTokenRequest({ grant_type: 'refresh_token', client_id: CLIENT, refresh_token: 't' })
        ).toEqual({
            grant_type: 'refresh_token',
            client_id: CLIENT,
            refresh_token: 't',
        })
    })

    it('accepts a host list without a length', () => {
        const hostList = { 0: 'refresh_token' }
        expect(parseTokenRequest({ ...renewal, grant_type: hostList }).grant_type).toBe('refresh_token')
        const twice = { 0: 'a', 1: 'b' }
        expect(refusalOf(() => parseTokenRequest({ ...renewal, refresh_token: twice })).code).toBe(
            'invalid_request'
        )
    })

    it.each([
        ['exchange', exchange, ['client_id', 'code', 'code_verifier', 'grant_type', 'redirect_uri']],
        ['renewal', renewal, ['client_id', 'grant_type', 'refresh_token']],
    ])('H20 drops every parameter of an %s that is not on its allow-list', (_what, honest, names) => {
        const extras = {
            client_secret: ['s'],
            username: ['u'],
            password: ['p'],
            redirect: ['https://evil.example'],
            scope: ['admin'],
            state: ['x', 'y'],
            code: ['not-for-a-renewal'],
            refresh_token: ['not-for-an-exchange'],
            // As JSON.parse makes it: a member, not the prototype.
            ...(JSON.parse('{"__proto__": ["p"], "constructor": ["c"]}') as object),
        }
        expect(Object.keys(parseTokenRequest({ ...extras, ...honest })).sort()).toEqual(names)
    })

    it('H19 rejects a repeated parameter even if a value between is missing', () => {
        for (const values of [
            ['a', null],
            ['a', null, 'b'],
            ['a', undefined, 'b'],
            [null, 'a'],
        ]) {
            const refusal = refusalOf(() => parseTokenRequest({ ...renewal, refresh_token: values }))
            expect([refusal.code, refusal.detail]).toEqual([
                'invalid_request',
                expect.stringContaining('once'),
            ])
        }
    })

    it('H23 accepts values of the maximum length, and no longer ones', () => {
        const parse = (values: object) => () => parseTokenRequest({ ...renewal, ...values })
        expect(parse({ refresh_token: ['a'.repeat(4096)] })).not.toThrow()
        expect(refusalOf(parse({ refresh_token: ['a'.repeat(4097)] }))).toMatchObject({
            status: 400,
            detail: 'The parameter refresh_token is too long.',
        })
        expect(parse({ client_id: ['a'.repeat(100)] })).not.toThrow()
        expect(refusalOf(parse({ client_id: ['a'.repeat(101)] }))).toMatchObject({
            status: 400,
            detail: 'The parameter client_id is malformed.',
        })
    })

    it.each(['javascript:x', 'JavaScript:gs.getUserID', 'javascript:'])(
        'H21 rejects the client id %s, which a query would evaluate',
        (clientId) => {
            expect(refusalOf(() => parseTokenRequest({ ...renewal, client_id: [clientId] })).code).toBe(
                'invalid_request'
            )
        }
    )

    it.each([
        'password',
        'client_credentials',
        'urn:ietf:params:oauth:grant-type:jwt-bearer',
        'implicit',
        'AUTHORIZATION_CODE',
        'toString',
    ])('H19 rejects the grant type %s', (grantType) => {
        const refusal = refusalOf(() => parseTokenRequest({ ...renewal, grant_type: [grantType] }))
        expect({ ...refusal }).toMatchObject({
            code: 'unsupported_grant_type',
            status: 400,
            message: 'Unsupported grant type.',
            detail: 'grant_type must be authorization_code or refresh_token.',
        })
    })

    it.each(Object.keys({ ...exchange, ...renewal }))(
        'H19 rejects a request without %s, or with two of it',
        (name) => {
            for (const [problem, values] of [
                ['is missing', undefined],
                ['is missing', []],
                ['is missing', ['']],
                ['is missing', [null]],
                ['must be sent only once', ['a', 'b']],
                ['must be sent only once', ['', '']],
            ] as const) {
                const honest = name === 'refresh_token' ? renewal : exchange
                const { code, status, detail } = refusalOf(() =>
                    parseTokenRequest({ ...honest, [name]: values })
                )
                expect([code, status, detail]).toEqual([
                    'invalid_request',
                    400,
                    `The parameter ${name} ${problem}.`,
                ])
            }
        }
    )

    it('H17 rejects an empty form', () => {
        expect(refusalOf(() => parseTokenRequest({})).code).toBe('invalid_request')
    })

    it.each([
        ['a line break', 'a\r\nSet-Cookie: x=1'],
        ['a NUL', 'a\u0000b'],
        ['a lone surrogate', 'a\ud800'],
        ['a space', 'a b'],
        ['a letter beyond ASCII', 'ä'],
        ['a delete character', 'a\u007f'],
    ])('H23 rejects %s in a value', (_, value) => {
        for (const name of ['code', 'redirect_uri', 'client_id', 'grant_type', 'code_verifier']) {
            expect(refusalOf(() => parseTokenRequest({ ...exchange, [name]: [value] })).code).toBe(
                'invalid_request'
            )
        }
        expect(refusalOf(() => parseTokenRequest({ ...renewal, refresh_token: [value] })).code).toBe(
            'invalid_request'
        )
    })

    it('H23 keeps reserved characters of a token as they are', () => {
        const token = 'a&b=c%26d%0d%0a+$' + '{x}'
        expect(parseTokenRequest({ ...renewal, refresh_token: [token] })).toMatchObject({
            refresh_token: token,
        })
    })

    it.each([
        ['42 characters', 'v'.repeat(42)],
        ['129 characters', 'v'.repeat(129)],
        ['a reserved character', 'v'.repeat(50) + '+'],
    ])('rejects a verifier of %s', (_, verifier) => {
        expect(refusalOf(() => parseTokenRequest({ ...exchange, code_verifier: [verifier] })).code).toBe(
            'invalid_request'
        )
    })

    it.each([43, 128])('accepts a verifier of %i unreserved characters', (length) => {
        const verifier = 'Az09-._~'.repeat(16).slice(0, length)
        expect(parseTokenRequest({ ...exchange, code_verifier: [verifier] })).toMatchObject({
            code_verifier: verifier,
        })
    })

    it('rejects a client id that could end a query', () => {
        for (const clientId of ['a^ORactive=true', 'a'.repeat(101), "a'b", '*']) {
            expect(refusalOf(() => parseTokenRequest({ ...renewal, client_id: [clientId] })).code).toBe(
                'invalid_request'
            )
        }
    })

    it('never repeats input in a refusal', () => {
        const canary = 'canary-secret^'
        const shown = (['code', 'code_verifier', 'client_id', 'grant_type'] as const).map((name) => {
            const { message, detail, reason } = refusalOf(() =>
                parseTokenRequest({ ...exchange, [name]: [canary, canary] })
            )
            return message + detail + reason
        })
        expect(shown.join()).not.toContain('canary')
    })
})

describe('a request to revoke', () => {
    const revocation = { client_id: [CLIENT], token: ['a-token'] }

    it.each(['access_token', 'refresh_token'])('accepts the hint %s', (hint) => {
        expect(parseRevocationRequest({ ...revocation, token_type_hint: [hint] })).toEqual({
            client_id: CLIENT,
            token: 'a-token',
            token_type_hint: hint,
        })
    })

    it('ignores a missing or unknown hint', () => {
        expect(parseRevocationRequest(revocation)).toEqual({ client_id: CLIENT, token: 'a-token' })
        expect(parseRevocationRequest({ ...revocation, token_type_hint: ['saml'] })).toEqual({
            client_id: CLIENT,
            token: 'a-token',
        })
    })

    it('is rejected without a token or a client', () => {
        expect(refusalOf(() => parseRevocationRequest({ client_id: [CLIENT] })).detail).toContain('token')
        expect(refusalOf(() => parseRevocationRequest({ token: ['t'] })).detail).toContain('client_id')
    })
})
