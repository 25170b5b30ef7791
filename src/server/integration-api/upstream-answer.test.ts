import { Refusal } from './refusal'
import {
    mayRepeat,
    mayRepeatCode,
    readRevocationAnswer,
    readTokenAnswer,
    type UpstreamAnswer,
} from './upstream-answer'

const tokens = {
    access_token: 'access',
    refresh_token: 'refresh',
    scope: 'useraccount',
    token_type: 'Bearer',
    expires_in: 7199,
}

function answer(status: number, body: unknown, rest: Partial<UpstreamAnswer> = {}): UpstreamAnswer {
    const text = typeof body === 'string' ? body : JSON.stringify(body)
    return { status, body: text, retryAfter: null, timedOut: false, ...rest }
}

function refusalOf(run: () => unknown): Refusal {
    try {
        run()
    } catch (thrown) {
        if (thrown instanceof Refusal) return thrown
        throw thrown
    }
    throw new Error('was not refused')
}

const judge = (status: number, body: unknown, rest: Partial<UpstreamAnswer> = {}): [string, number] => {
    const { code, status: answered } = refusalOf(() => readTokenAnswer(answer(status, body, rest)))
    return [code, answered]
}

describe('H24 a response with tokens', () => {
    it('is passed on as it is', () => {
        expect(readTokenAnswer(answer(200, tokens))).toEqual(tokens)
    })

    it('drops members beyond the contract', () => {
        expect(readTokenAnswer(answer(200, { ...tokens, id_token: 'x', foo: 1 }))).toEqual(tokens)
    })

    it('may lack a refresh token', () => {
        for (const refresh of [undefined, null, '', 5]) {
            expect(readTokenAnswer(answer(200, { ...tokens, refresh_token: refresh }))).not.toHaveProperty(
                'refresh_token'
            )
        }
    })

    it('keeps a type of its own, and a lifetime of no seconds', () => {
        const body = { ...tokens, token_type: 'MAC', expires_in: 0 }
        expect(readTokenAnswer(answer(200, body))).toEqual(body)
    })

    it('is parsed up to 65,536 characters', () => {
        const body = JSON.stringify({ access_token: 'a' })
        expect(readTokenAnswer(answer(200, body.padEnd(65_536))).access_token).toBe('a')
        expect(judge(200, body.padEnd(65_537))).toEqual(['temporarily_unavailable', 502])
    })

    it('drops a lifetime without end', () => {
        const read = readTokenAnswer(answer(200, '{"access_token":"a","expires_in":1e999}'))
        expect(read).not.toHaveProperty('expires_in')
    })

    it('accepts a lifetime given as text, and drops an invalid one', () => {
        expect(readTokenAnswer(answer(200, { ...tokens, expires_in: '1799' })).expires_in).toBe(1799)
        for (const lifetime of ['soon', '', '0x10', '-1', undefined, null, {}, [], [5], true, -1]) {
            expect(readTokenAnswer(answer(200, { ...tokens, expires_in: lifetime }))).not.toHaveProperty(
                'expires_in'
            )
        }
    })

    it('gets default scope and type if the endpoint omits them', () => {
        expect(readTokenAnswer(answer(200, { access_token: 'a', expires_in: 1 }))).toEqual({
            access_token: 'a',
            expires_in: 1,
            scope: '',
            token_type: 'Bearer',
        })
    })
})

describe('H24 a refusal of the token endpoint', () => {
    it('for a bad code or token is invalid_grant', () => {
        const body = { error_description: 'access_denied', error: 'server_error' }
        expect(judge(401, body)).toEqual(['invalid_grant', 400])
        expect(judge(400, { error: 'invalid_grant' })).toEqual(['invalid_grant', 400])
    })

    it('for a wrong verifier is invalid_grant, without the challenges', () => {
        const body = {
            error_description: "can't verify code challenge, expected:canary, actual:canary",
            error: 'invalid_request',
        }
        const refusal = refusalOf(() => readTokenAnswer(answer(401, body)))
        expect([refusal.code, refusal.reason]).toEqual(['invalid_grant', 'pkce_mismatch'])
        expect(JSON.stringify(refusal)).not.toContain('canary')
    })

    it.each([
        ['access_denied', { error: 'server_error', error_description: 'access_denied' }],
        ['invalid_grant', { error: 'invalid_grant' }],
        ['invalid_grant', { error: 'invalid_grant', error_description: 'access_denied' }],
        ['unknown_token_refusal', { error: 'x', error_description: 'access_denied' }],
    ])('gives the log the reason %s', (reason, body) => {
        expect(refusalOf(() => readTokenAnswer(answer(401, body))).reason).toBe(reason)
    })

    it('for other reasons keeps its code', () => {
        expect(judge(400, { error: 'invalid_request' })).toEqual(['invalid_request', 400])
        const refusal = refusalOf(() => readTokenAnswer(answer(400, { error: 'invalid_request' })))
        expect(refusal.detail).toBe('The token endpoint rejected this combination of parameters.')
        expect(judge(401, { error: 'invalid_client' })).toEqual(['invalid_client', 401])
        expect(judge(400, { error: 'unauthorized_client' })).toEqual(['invalid_client', 401])
    })

    it('with an unknown code is a failure of the instance, not the end of a session', () => {
        expect(judge(400, { error: 'canary' })).toEqual(['temporarily_unavailable', 502])
        const noText = { toString: null, valueOf: null }
        expect(judge(400, { error: 'x', error_description: noText })).toEqual([
            'temporarily_unavailable',
            502,
        ])
        expect(judge(401, { error: 'server_error', error_description: 'canary' })).toEqual([
            'temporarily_unavailable',
            502,
        ])
    })

    it('for too many requests keeps Retry-After', () => {
        const refusal = refusalOf(() => readTokenAnswer(answer(429, 'slow down', { retryAfter: 17 })))
        expect([refusal.status, refusal.retryAfter, refusal.code, refusal.reason]).toEqual([
            429,
            17,
            'temporarily_unavailable',
            'token_endpoint_limits',
        ])
        const revocation = refusalOf(() => readRevocationAnswer(answer(429, '', { retryAfter: 17 })))
        expect([revocation.retryAfter, revocation.reason]).toEqual([17, 'token_endpoint_limits'])
    })

    it.each([
        [17, 17],
        [null, 5],
    ])('by 503 with Retry-After %p asks to wait for %i s', (retryAfter, seconds) => {
        expect(refusalOf(() => readTokenAnswer(answer(503, '', { retryAfter }))).retryAfter).toBe(seconds)
    })

    it('for too many requests without a wait gets a short one', () => {
        expect(refusalOf(() => readTokenAnswer(answer(429, ''))).retryAfter).toBe(5)
        expect(refusalOf(() => readRevocationAnswer(answer(429, ''))).retryAfter).toBe(5)
    })
})

describe('H24 H25 an unusable response', () => {
    it.each([
        ['an HTML page', 200, '<html>canary</html>', 502, 'unreadable_token_answer'],
        ['an empty body', 200, '', 502, 'unreadable_token_answer'],
        ['truncated JSON', 200, '{"access_token":"canary', 502, 'unreadable_token_answer'],
        ['a JSON list', 200, [tokens], 502, 'unreadable_token_answer'],
        ['a JSON number', 200, '5', 502, 'unreadable_token_answer'],
        ['JSON null', 200, 'null', 502, 'unreadable_token_answer'],
        ['no access token', 200, { ...tokens, access_token: undefined }, 502, 'no_access_token'],
        ['an empty access token', 200, { ...tokens, access_token: '' }, 502, 'no_access_token'],
        ['an access token that is a number', 200, { ...tokens, access_token: 5 }, 502, 'no_access_token'],
        ['a huge body', 200, { ...tokens, padding: 'x'.repeat(70_000) }, 502, 'unreadable_token_answer'],
        ['201', 201, tokens, 502, 'token_endpoint_201'],
        ['a redirect', 302, '', 502, 'token_endpoint_302'],
        ['an HTML 401', 401, '<html>canary</html>', 502, 'token_endpoint_401'],
        ['403 with an error of OAuth', 403, { error: 'invalid_grant' }, 502, 'token_endpoint_403'],
        ['403', 403, {}, 502, 'token_endpoint_403'],
        ['404', 404, {}, 502, 'token_endpoint_404'],
        ['500', 500, 'canary', 502, 'token_endpoint_500'],
        ['502', 502, '', 502, 'token_endpoint_502'],
        ['503', 503, '', 503, 'token_endpoint_503'],
        ['504', 504, '', 504, 'token_endpoint_timeout'],
        ['no connection', 0, '', 502, 'token_endpoint_unreachable'],
    ])('(%s) is temporarily_unavailable', (_, status, body, expected, reason) => {
        const refusal = refusalOf(() => readTokenAnswer(answer(status, body)))
        expect([refusal.code, refusal.status, refusal.reason]).toEqual([
            'temporarily_unavailable',
            expected,
            reason,
        ])
        expect(JSON.stringify(refusal)).not.toContain('canary')
    })

    it('after a timeout is 504', () => {
        expect(judge(0, '', { timedOut: true })).toEqual(['temporarily_unavailable', 504])
        const { reason } = refusalOf(() => readTokenAnswer(answer(0, '', { timedOut: true })))
        expect(reason).toBe('token_endpoint_timeout')
        // An answer that came late is an answer.
        expect(judge(500, '', { timedOut: true })).toEqual(['temporarily_unavailable', 502])
    })
})

describe('H24 a retry', () => {
    it.each([0, 500, 502, 503, 504, 599])('follows %i if nothing is used up', (status) => {
        expect(mayRepeat(answer(status, ''))).toBe(true)
    })

    it.each([200, 302, 400, 401, 429])('does not follow %i', (status) => {
        expect(mayRepeat(answer(status, ''))).toBe(false)
        expect(mayRepeatCode(answer(status, ''))).toBe(false)
    })

    it('of a code exchange follows only a response that says it was not processed', () => {
        expect([503, 0, 500, 502, 504].map((status) => mayRepeatCode(answer(status, '')))).toEqual([
            true,
            false,
            false,
            false,
            false,
        ])
    })
})

describe('H24 the response to a revocation', () => {
    it.each([200, 204, 400, 401, 404])('of %i is a success, also for an unknown token', (status) => {
        expect(() => readRevocationAnswer(answer(status, ''))).not.toThrow()
    })

    it.each([
        [300, 502],
        [302, 502],
        [403, 502],
        [405, 502],
        [500, 502],
        [503, 503],
        [504, 504],
        [0, 502],
        [429, 429],
    ])('of %i is %i', (status, expected) => {
        const refusal = refusalOf(() => readRevocationAnswer(answer(status, '')))
        expect([refusal.code, refusal.status]).toEqual(['temporarily_unavailable', expected])
    })
})
