import {
    checkRefusals,
    checkRequests,
    isOverLimit,
    isRefusal,
    shouldReport,
    type RequestGroup,
} from './rate-limit'
import { invalidGrant, Refusal, tooManyRequests } from './refusal'

function group(outcome: string, count: number, rest: Partial<RequestGroup> = {}): RequestGroup {
    return { outcome, count, client: 'c1', reported: false, ...rest }
}

function statusOf(run: () => void): number | null {
    try {
        run()
    } catch (thrown) {
        if (thrown instanceof Refusal) return thrown.status
        throw thrown
    }
    return null
}

describe('H28 the requests of an address', () => {
    it('pass below the limit, whatever their outcomes', () => {
        const recent = [group('ok', 200), group('invalid_grant', 99)]
        expect(statusOf(() => checkRequests(recent, 300))).toBeNull()
    })

    it('are refused at the limit, with the time to wait', () => {
        expect.assertions(2)
        try {
            checkRequests([group('ok', 200), group('temporarily_unavailable', 100)], 300)
        } catch (thrown) {
            expect((thrown as Refusal).status).toBe(429)
            expect((thrown as Refusal).retryAfter).toBe(60)
        }
    })

    it('are not recorded over the limit, but are if the token endpoint limits them', () => {
        const over = (reason: string) => isOverLimit(tooManyRequests(5, reason))
        expect(['address_over_limit', 'refusals_over_limit'].map(over)).toEqual([true, true])
        expect(over('token_endpoint_limits')).toBe(false)
        expect([invalidGrant('access_denied'), null].map(isOverLimit)).toEqual([false, false])
    })

    it.each([
        ['of the address', () => checkRequests([group('ok', 300)], 300)],
        ['of refusals', () => checkRefusals([group('invalid_grant', 120)], 'c1', 120)],
    ])('are refused as over the limit %s', (_limit, check) => {
        let refusal: unknown
        try {
            check()
        } catch (thrown) {
            refusal = thrown
        }
        expect(isOverLimit(refusal as Refusal)).toBe(true)
    })

    it('pass without earlier requests', () => {
        expect(statusOf(() => checkRequests([], 1))).toBeNull()
    })
})

describe('H30 the refusals of an address', () => {
    it('stop further guesses with the same client', () => {
        const recent = [group('invalid_grant', 100), group('invalid_request', 20)]
        expect(statusOf(() => checkRefusals(recent, 'c1', 120))).toBe(429)
        expect(statusOf(() => checkRefusals(recent, 'c1', 121))).toBeNull()
    })

    it('do not block another client at the same address', () => {
        expect(statusOf(() => checkRefusals([group('invalid_grant', 500)], 'c2', 120))).toBeNull()
    })

    it('of unknown clients are counted together', () => {
        const recent = [group('invalid_client', 120, { client: '' })]
        expect(statusOf(() => checkRefusals(recent, '', 120))).toBe(429)
        expect(statusOf(() => checkRefusals(recent, 'c1', 120))).toBeNull()
    })

    it('do not include successes or failures of the instance', () => {
        const recent = [group('ok', 1000), group('temporarily_unavailable', 1000)]
        expect(statusOf(() => checkRefusals(recent, 'c1', 120))).toBeNull()
        expect(['ok', 'temporarily_unavailable', ''].some(isRefusal)).toBe(false)
    })
})

describe('H30 the event', () => {
    it('is raised by the refusal that reaches the threshold', () => {
        expect(shouldReport([group('invalid_grant', 48)], 50)).toBe(false)
        expect(
            shouldReport([group('invalid_grant', 30), group('invalid_client', 19, { client: '' })], 50)
        ).toBe(true)
    })

    it('is raised if simultaneous requests skip the threshold', () => {
        expect(shouldReport([group('invalid_grant', 70)], 50)).toBe(true)
    })

    it('is raised once per window', () => {
        expect(
            shouldReport([group('invalid_grant', 70), group('invalid_grant', 1, { reported: true })], 50)
        ).toBe(false)
    })

    it('ignores successes', () => {
        expect(shouldReport([group('ok', 500)], 50)).toBe(false)
    })
})
