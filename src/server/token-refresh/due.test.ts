import { dueAt, type StoredTokens } from './due'
import { DEFAULT_LEAD_TIMES } from './lead-times'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const START = Date.UTC(2026, 0, 1)

const tokens = (changes: Partial<StoredTokens>): StoredTokens => ({
    hasAccess: true,
    hasRefresh: true,
    accessExpires: START + HOUR,
    refreshExpires: START + 100 * DAY,
    renewed: START,
    ...changes,
})

describe('the time at which a token is due', () => {
    it('is its lead time before the access token expires', () => {
        expect(dueAt(tokens({}), DEFAULT_LEAD_TIMES)).toBe(START + HOUR - 300_000)
    })

    it('is its lead time before the refresh token expires, if that comes first', () => {
        const long = tokens({ accessExpires: START + 200 * DAY })
        expect(dueAt(long, DEFAULT_LEAD_TIMES)).toBe(START + 93 * DAY)
    })

    it('is now without an access token', () => {
        expect(dueAt(tokens({ hasAccess: false, accessExpires: null }), DEFAULT_LEAD_TIMES)).toBe(0)
    })

    it('is not before half of the lifetime has passed, so that short-lived tokens are not refreshed at every check', () => {
        const short = tokens({ accessExpires: START + 240_000, refreshExpires: START + DAY })
        expect(dueAt(short, DEFAULT_LEAD_TIMES)).toBe(START + 120_000)
        const refresh = tokens({ accessExpires: START + 10 * DAY, refreshExpires: START + DAY })
        expect(dueAt(refresh, DEFAULT_LEAD_TIMES)).toBe(START + DAY / 2)
    })

    it('approaches an expiry that a refresh does not move', () => {
        const end = START + 100 * DAY
        const renewed = end - 7 * DAY
        const still = tokens({ accessExpires: end + DAY, refreshExpires: end, renewed })
        expect(dueAt(still, DEFAULT_LEAD_TIMES)).toBe(end - 3.5 * DAY)
    })

    it('depends on the expiry alone if the last refresh is unknown', () => {
        expect(dueAt(tokens({ renewed: null, hasRefresh: false }), DEFAULT_LEAD_TIMES)).toBe(
            START + HOUR - 300_000
        )
    })

    it.each([0, 1, HOUR])('is not postponed by a refresh %i ms after the expiry that is stored', (later) => {
        const stale = tokens({ hasRefresh: false, renewed: START + HOUR + later })
        expect(dueAt(stale, DEFAULT_LEAD_TIMES)).toBe(START + HOUR - 300_000)
    })

    it('is unknown without a known expiry', () => {
        expect(dueAt(tokens({ accessExpires: null, refreshExpires: null }), DEFAULT_LEAD_TIMES)).toBeNull()
    })
})
