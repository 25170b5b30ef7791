import { answers, answersJson, answersPage, answersTokens, CANARY, resets, TOKENS } from './behaviours'
import type { Behaviour } from './misbehaving-server'
import { CALLS } from './open-calls'
import { startUpstreamFixture, statuses, type Three, type UpstreamFixture } from './upstream-fixture'

const REFUSED = { error: 'server_error', error_description: 'access_denied' }

let fixture: UpstreamFixture

beforeAll(async () => {
    fixture = await startUpstreamFixture()
})
afterAll(() => fixture.close())

describe('H24 a failure of the token endpoint', () => {
    it.each<[number, number, Three]>([
        [500, 502, [2, 1, 2]],
        [502, 502, [2, 1, 2]],
        [504, 504, [2, 1, 2]],
        [503, 503, [2, 2, 2]],
    ])(
        '%i that persists is temporarily_unavailable after a second attempt',
        async (status, expected, tried) => {
            const given = await fixture.callsWhile(answersPage(status))
            expect(statuses(given)).toEqual([expected, expected, expected])
            expect(CALLS.map((call) => given[call].outcome)).toEqual(Array(3).fill('temporarily_unavailable'))
            expect(fixture.attempts()).toEqual(tried)
        }
    )

    it.each<[string, Behaviour]>([
        ['500', answersPage(500)],
        ['502', answersPage(502)],
        ['503', answersJson(503, REFUSED)],
        ['504', answersPage(504)],
        ['a reset', resets],
    ])('a transient %s does not affect a renewal', async (_what, behaviour) => {
        for (const call of ['renewal', 'revocation'] as const) {
            fixture.upstream.behave(behaviour, answersTokens())
            const given = await fixture.call(call)
            expect([given.status, given.outcome]).toEqual([200, 'ok'])
        }
    })

    it('a transient 503 does not affect an exchange', async () => {
        fixture.upstream.behave(answersPage(503), answersTokens())
        expect((await fixture.call('exchange')).status).toBe(200)
    })

    it('keeps Retry-After of a 503', async () => {
        const given = await fixture.callsWhile(answers(503, '', { 'Retry-After': '17' }))
        expect(CALLS.map((call) => given[call].headers['retry-after'])).toEqual(['17', '17', '17'])
    })
})

describe('H24 a response without tokens', () => {
    it.each<[string, Behaviour]>([
        ['a sign-in page', answersPage(200)],
        ['an empty body', answers(200, '')],
        ['truncated JSON', answers(200, JSON.stringify(TOKENS).slice(0, -4))],
        ['two JSON texts', answers(200, JSON.stringify(TOKENS).repeat(2))],
        ['a list', answersJson(200, [TOKENS])],
        ['null', answersJson(200, null)],
        ['a number', answersJson(200, 1)],
        ['a text', answersJson(200, 'upstream-access-token')],
        ['nested tokens', answersJson(200, { result: TOKENS })],
        ['no access token', answersTokens({ access_token: undefined })],
        ['a null access token', answersTokens({ access_token: null })],
        ['an empty access token', answersTokens({ access_token: '' })],
        ['an access token that is a number', answersTokens({ access_token: 5 })],
        ['an access token that is an array', answersTokens({ access_token: ['a'] })],
        ['an access token that is an object', answersTokens({ access_token: { value: 'a' } })],
        ['an error with status 200', answersJson(200, REFUSED)],
        ['JSON nested 20,000 levels deep', answers(200, '['.repeat(20_000) + ']'.repeat(20_000))],
        ['JSON that is too long', answersTokens({ padding: 'x'.repeat(70_000) })],
        ['201', answersJson(201, TOKENS)],
        ['204', answers(204, '')],
    ])('%s is temporarily_unavailable', async (_what, behaviour) => {
        const given = await fixture.callsWhile(behaviour)
        expect(statuses(given)).toEqual([502, 502, 200])
        expect(given.renewal.outcome).toBe('temporarily_unavailable')
        expect(given.exchange.outcome).toBe('temporarily_unavailable')
        expect(fixture.attempts()).toEqual([1, 1, 1])
    })
})

describe('H24 a response with tokens', () => {
    it('is forwarded without unknown members', async () => {
        const given = await fixture.callsWhile(answersTokens({ id_token: CANARY, ['__proto__']: { a: 1 } }))
        expect(statuses(given)).toEqual([200, 200, 200])
        expect(JSON.parse(given.renewal.text)).toEqual(TOKENS)
        expect(JSON.parse(given.exchange.text)).toEqual(TOKENS)
        expect(JSON.parse(given.revocation.text)).toEqual({})
    })

    it.each<[string, Record<string, unknown>]>([
        ['a refresh token that is a number', { refresh_token: 5 }],
        ['a null refresh token', { refresh_token: null }],
        ['an empty refresh token', { refresh_token: '' }],
        ['a refresh token that is an array', { refresh_token: ['a'] }],
        ['a lifetime that is an array', { expires_in: [5] }],
        ['a lifetime that is true', { expires_in: true }],
        ['a negative lifetime', { expires_in: -1 }],
        ['a lifetime in words', { expires_in: 'soon' }],
    ])('is forwarded without %s', async (_what, different) => {
        const given = await fixture.callsWhile(answersTokens(different))
        const rest: Record<string, unknown> = { ...TOKENS }
        for (const name of Object.keys(different)) delete rest[name]
        expect(JSON.parse(given.renewal.text)).toEqual(rest)
    })

    it('is forwarded with a valid scope and type if they have the wrong type', async () => {
        const given = await fixture.callsWhile(
            answersTokens({ scope: ['a'], token_type: 5, expires_in: '1799' })
        )
        expect(JSON.parse(given.renewal.text)).toEqual({
            ...TOKENS,
            scope: '',
            token_type: 'Bearer',
            expires_in: 1799,
        })
    })
})
