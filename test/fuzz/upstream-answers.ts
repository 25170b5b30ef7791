import assert from 'node:assert/strict'
import fc from 'fast-check'
import {
    readRevocationAnswer,
    readTokenAnswer,
    type TokenAnswer,
    type UpstreamAnswer,
} from '../../src/server/integration-api/upstream-answer'
import { successResponse, writeResponse } from '../../src/server/integration-api/response'
import { isCleanRefusal, refusalOf } from './refusals'
import { opened, type Target } from './target'
import { anyText, oneOf, weighted } from './words'

/** The app's handling of arbitrary responses of the token endpoint. */
export const upstreamAnswers: Target = {
    name: 'upstream-answers',
    what: 'arbitrary responses of the token endpoint: unchanged tokens and nothing else, or a fixed error',
    share: 170,
    open: async () => opened({ arbitrary: upstreamAnswer, check }),
}

/** Marker in texts of the endpoint, which must not be forwarded. */
const CANARY = 'qzx-upstream-canary'

const lie = weighted<unknown>(
    [4, fc.jsonValue({ maxDepth: 2 })],
    [1, fc.constantFrom<unknown>(1e12, -1, 0.5, NaN, '', '7200', '1e3', null, [7200], CANARY, {}, [])],
    [
        1,
        fc.constantFrom<unknown>(
            { toString: null, valueOf: null },
            { toString: 1 },
            { length: 1 },
            { __proto__: null }
        ),
    ]
)
const token = weighted<unknown>(
    [4, fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 30 })],
    [1, lie]
)
const tokens = fc.record(
    {
        access_token: token,
        refresh_token: token,
        expires_in: weighted<unknown>([2, fc.nat(100_000)], [1, lie]),
        scope: weighted<unknown>([1, fc.constant('useraccount')], [1, lie]),
        token_type: weighted<unknown>([1, fc.constant('Bearer')], [1, lie]),
        id_token: fc.constant(CANARY),
    },
    { requiredKeys: [] }
)
const errors = fc.record(
    {
        error: weighted<unknown>(
            [3, oneOf('invalid_grant invalid_client server_error unauthorized_client invalid_request')],
            [1, lie]
        ),
        error_description: weighted<unknown>(
            [2, oneOf(`access_denied ${CANARY}`, 'x verify code challenge')],
            [1, lie]
        ),
    },
    { requiredKeys: [] }
)
const body = weighted(
    [4, tokens.map((value) => JSON.stringify(value))],
    [3, errors.map((value) => JSON.stringify(value))],
    [1, fc.json()],
    [1, anyText(40)],
    [
        1,
        oneOf(
            `<html>${CANARY}</html> null [] {} 0 {"access_token":"a" {"__proto__":{"access_token":"a"}}`,
            ''
        ),
    ],
    [1, fc.constantFrom(70_000).map((length) => JSON.stringify({ access_token: 'a'.repeat(length) }))]
)

/** Status, body and headers of a response. */
export const upstreamAnswer: fc.Arbitrary<UpstreamAnswer> = fc.record({
    status: weighted(
        [4, fc.constantFrom(200, 400, 401)],
        [1, fc.constantFrom(0, 204, 302, 403, 404, 429, 500, 502, 503, 504)],
        [1, fc.nat(999)]
    ),
    body,
    retryAfter: fc.constantFrom(null, 1, 30, 3600),
    timedOut: fc.boolean(),
})

function check(answer: UpstreamAnswer): void {
    const texts = [answer.body, CANARY]
    const tokens = refusalOf(() => readTokenAnswer(answer))
    if (tokens.refusal) isCleanRefusal(tokens.refusal, texts)
    const json = parsed(answer.body)
    const good =
        answer.status === 200 &&
        answer.body.length <= 65_536 &&
        isText((json as Partial<TokenAnswer>)?.access_token)
    assert.equal(tokens.value !== undefined, good)
    if (tokens.value) isFaithful(tokens.value, json as Record<string, unknown>)
    const revoked = refusalOf(() => readRevocationAnswer(answer))
    if (revoked.refusal) isCleanRefusal(revoked.refusal, texts)
    const { status } = answer
    assert.equal(
        revoked.refusal === undefined,
        (status >= 200 && status < 300) || [400, 401, 404].includes(status)
    )
}

/** The unchanged tokens, without anything else of the response. */
function isFaithful(tokens: TokenAnswer, json: Record<string, unknown>): void {
    const { access_token, refresh_token, expires_in, scope, token_type, ...rest } = tokens
    assert.deepEqual(rest, {})
    assert.equal(access_token, json['access_token'])
    assert.equal(refresh_token, isText(json['refresh_token']) ? json['refresh_token'] : undefined)
    assert.ok(expires_in === undefined || (expires_in >= 0 && Number(json['expires_in']) === expires_in))
    assert.ok(typeof scope === 'string' && typeof token_type === 'string')
    assert.deepEqual(JSON.parse(written(tokens)), { ...tokens })
}

/** The response body for the caller. */
function written(tokens: TokenAnswer): string {
    let text = ''
    const headers = new Map<string, string>()
    const response = {
        setStatus: (status: number) => assert.equal(status, 200),
        setContentType: (type: string) => assert.equal(type, 'application/json'),
        setHeader: (name: string, value: string) => headers.set(name, value),
        getStreamWriter: () => ({ writeString: (part: string) => (text += part) }),
    }
    writeResponse(response as unknown as Parameters<typeof writeResponse>[0], successResponse(tokens))
    assert.equal(headers.get('Cache-Control'), 'no-store')
    return text
}

function isText(value: unknown): boolean {
    return typeof value === 'string' && value !== ''
}

function parsed(body: string): unknown {
    try {
        const value: unknown = JSON.parse(body)
        return Array.isArray(value) ? undefined : value
    } catch {
        return undefined
    }
}
