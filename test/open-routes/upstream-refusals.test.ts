import { answers, answersJson, answersPage, CANARY } from './behaviours'
import type { Behaviour } from './misbehaving-server'
import { CALLS } from './open-calls'
import { startUpstreamFixture, statuses, type Three, type UpstreamFixture } from './upstream-fixture'

const REFUSED = { error: 'server_error', error_description: 'access_denied' }
const MISMATCH = {
    error: 'invalid_request',
    error_description: "can't verify code challenge, expected:a, actual:b",
}

let fixture: UpstreamFixture

beforeAll(async () => {
    fixture = await startUpstreamFixture()
})
afterAll(() => fixture.close())

describe('H24 a refusal of the token endpoint ends a session only if it is a genuine one', () => {
    it.each<[string, Behaviour, Three, string]>([
        ['400 invalid_grant', answersJson(400, { error: 'invalid_grant' }), [400, 400, 200], 'invalid_grant'],
        ["401 with the platform's error", answersJson(401, REFUSED), [400, 400, 200], 'invalid_grant'],
        ['401 for a wrong verifier', answersJson(401, MISMATCH), [400, 400, 200], 'invalid_grant'],
        [
            '401 invalid_client',
            answersJson(401, { error: 'invalid_client' }),
            [401, 401, 200],
            'invalid_client',
        ],
        [
            '400 invalid_request',
            answersJson(400, { error: 'invalid_request' }),
            [400, 400, 200],
            'invalid_request',
        ],
        [
            '400 with an unknown error',
            answersJson(400, { error: CANARY }),
            [502, 502, 200],
            'temporarily_unavailable',
        ],
        [
            '400 with an error that is not a string',
            answersJson(400, { error: { a: [1] } }),
            [502, 502, 200],
            'temporarily_unavailable',
        ],
        ['400 without a body', answers(400, ''), [502, 502, 200], 'temporarily_unavailable'],
        ['401 with an HTML page', answersPage(401), [502, 502, 200], 'temporarily_unavailable'],
        ['403 with an HTML page', answersPage(403), [502, 502, 502], 'temporarily_unavailable'],
        ['404', answersPage(404), [502, 502, 200], 'temporarily_unavailable'],
        ['405', answersJson(405, REFUSED), [502, 502, 502], 'temporarily_unavailable'],
    ])('%s', async (_what, behaviour, expected, code) => {
        const given = await fixture.callsWhile(behaviour)
        expect(statuses(given)).toEqual(expected)
        expect(given.renewal.outcome).toBe(code)
        expect(given.exchange.outcome).toBe(code)
        expect(fixture.attempts()).toEqual([1, 1, 1])
    })
})

describe('H24 too many requests at the token endpoint', () => {
    it.each([
        ['17', '17'],
        ['999999', '3600'],
        ['Fri, 31 Dec 9999 23:59:59 GMT', '3600'],
        ['Thu, 01 Jan 1970 00:00:00 GMT', '1'],
        [`soon, ${CANARY}`, '5'],
        ['-3', '5'],
        ['', '5'],
    ])('keep Retry-After %p as %s seconds', async (header, seconds) => {
        const given = await fixture.callsWhile(answersJson(429, {}, { 'Retry-After': header }))
        expect(statuses(given)).toEqual([429, 429, 429])
        for (const call of CALLS) {
            expect(given[call].headers['retry-after']).toBe(seconds)
            expect(given[call].outcome).toBe('temporarily_unavailable')
        }
        expect(fixture.attempts()).toEqual([1, 1, 1])
    })

    it('get a short Retry-After if the endpoint sends none', async () => {
        const given = await fixture.callsWhile(answersPage(429))
        expect(given.renewal.headers['retry-after']).toBe('5')
    })
})

it('H24 H28 a request that the token endpoint rejects for overload still counts', async () => {
    const before = await fixture.recorded()
    await fixture.callsWhile(answersJson(429, {}))
    expect(await fixture.recorded()).toBe(before + 3)
})

it('H24 nothing of a refusal is in the log', async () => {
    const before = (await fixture.log()).length
    await fixture.callsWhile(answersJson(400, { error: CANARY, error_description: CANARY }))
    await fixture.callsWhile(
        answersJson(401, { ...MISMATCH, error_description: `${MISMATCH.error_description} ${CANARY}` })
    )
    const said = (await fixture.log()).slice(before)
    expect(said).toHaveLength(4)
    expect(said.filter((text) => /upstream-|sent-/.test(text))).toEqual([])
})
