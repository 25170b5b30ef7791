import type { Tokens } from '../../examples/sign-in-flow/instance-client'
import type { Exchange } from './exchange'
import { Tally } from './tally'
import { TokenLedger } from './token-ledger'

const HOUR = 3_600_000

/**
 * A response to a request that began before and ended after this moment, with the instance's time in hours.
 */
function answer<T>(hours: number, body?: T): Exchange<T> {
    const at = { low: hours * HOUR, high: hours * HOUR }
    const now = performance.now()
    return { from: now, until: now, sent: at, ended: at, status: 200, body }
}

const tokens = (access: string, refresh: string): Tokens => ({
    access_token: access,
    refresh_token: refresh,
    expires_in: 7200,
    scope: '',
    token_type: 'Bearer',
})

describe('the ledger of tokens', () => {
    let tally: Tally
    let ledger: TokenLedger
    const grant = (user: string, access: string, refresh: string, hours = 0) => {
        const by = { signIn: true, generation: 1 }
        const granted = ledger.granted(user, answer(hours, tokens(access, refresh)), by)
        if (!granted) throw new Error('nothing was granted')
        return granted
    }

    beforeEach(() => {
        tally = new Tally()
        ledger = new TokenLedger(tally)
    })

    it('expects tokens to work until they expire, and not afterwards', () => {
        const { access, refresh } = grant('beth', 'a1', 'r1')
        const at = (hours: number) =>
            [access, refresh].map((entry) => ledger.expectation(entry, answer(hours)))
        expect(at(0)).toEqual(['works', 'works'])
        expect(at(1.9)).toEqual(['works', 'works'])
        expect(at(2)).toEqual(['either', 'works'])
        expect(at(2.1)).toEqual(['refused', 'works'])
        expect(at(24.1)).toEqual(['refused', 'refused'])
        expect(tally.losses.size).toBe(0)
    })

    it('does not know while a revocation is in progress or failed, and expects a refusal once it is acknowledged', () => {
        const { access } = grant('beth', 'a1', 'r1')
        ledger.revoking(access)
        expect(ledger.expectation(access, answer(0))).toBe('either')
        ledger.revocationEnded(access, false)
        expect(ledger.expectation(access, answer(0))).toBe('either')
        const before = answer(0)
        ledger.revocationEnded(access, true)
        expect(ledger.expectation(access, before)).toBe('either')
        expect(ledger.expectation(access, answer(0))).toBe('refused')
    })

    it('does not know about the user’s other refresh tokens while one is revoked, but about those of other users', () => {
        const first = grant('beth', 'a1', 'r1').refresh
        const second = grant('beth', 'a2', 'r2').refresh
        const other = grant('abel', 'a3', 'r3').refresh
        ledger.revocationEnded(first, true)
        expect([first, second, other].map((entry) => ledger.expectation(entry, answer(0)))).toEqual([
            'refused',
            'either',
            'works',
        ])
    })

    it.each([
        ['another user', () => grant('abel', 'a1', 'r9'), 'a token of one user was returned to another'],
        ['another type', () => grant('beth', 'r1', 'r9'), 'a token was returned as one of another type'],
    ])('detects a token that is returned for %s', (_what, again, loss) => {
        grant('beth', 'a1', 'r1')
        again()
        expect([...tally.losses.keys()]).toEqual([loss])
    })

    it('detects a revoked token that is returned, unless it was requested before', () => {
        const { refresh } = grant('beth', 'a1', 'r1')
        const asked = answer(0, tokens('a2', 'r1'))
        ledger.revocationEnded(refresh, true)
        const by = { signIn: true, generation: 1 }
        ledger.granted('beth', asked, by)
        expect(tally.losses.size).toBe(0)
        ledger.granted('beth', answer(0, tokens('a3', 'r1')), by)
        expect([...tally.losses.keys()]).toEqual(['a revoked refresh_token was returned again'])
    })
})
