import type { ConnectionPlan } from '../../examples/year/connections'
import { planFaults } from '../../examples/year/faults'
import { expect as expectOf, findRepeats, type Cause } from '../../examples/year/model'
import type { Passed } from '../../examples/year/proxy'

const DAY = 86_400_000
const PLAN: ConnectionPlan = {
    id: 'one',
    name: 'One',
    table: 'sys_rest_message',
    accessTokenS: 3600,
    refreshTokenS: 10 * 86_400,
    usedEveryDays: null,
}

/** A successful renewal, or a consent if `sent` is empty. */
function passed(day: number, sent: string, given: string, more: Partial<Passed> = {}): Passed {
    return {
        at: day * DAY,
        client: 'one',
        by: sent === '' ? 'consent' : 'job',
        grant: sent === '' ? 'authorization_code' : 'refresh_token',
        sent,
        given,
        fault: null,
        status: 200,
        error: '',
        delivered: true,
        ...more,
    }
}

const refused = { status: 400, error: 'invalid_grant', given: '' }
const silent: Partial<Passed> = { status: 0, given: '', delivered: false, fault: { kind: 'silence' } }
const lost: Partial<Passed> = { delivered: false, fault: { kind: 'answer lost' } }

function judge(entries: Passed[], { plan = PLAN, revokedAt = [] as number[], days = 20 } = {}) {
    return expectOf(plan, { passed: entries, revokedAt, end: days * DAY, failuresBeforeNotice: 3 })
}

describe('the model of the simulated year', () => {
    it('reports nothing if a token is used in time', () => {
        const { violations, lost, notices } = judge([
            passed(0, '', 'a'),
            passed(8, 'a', 'b'),
            passed(16, 'b', 'c'),
        ])
        expect({ violations, lost, notices }).toEqual({ violations: [], lost: null, notices: [] })
    })

    it('blames the app for a token that was left to expire', () => {
        expect(judge([passed(0, '', 'a')]).violations).toEqual([
            'its refresh token was allowed to expire at 1970-01-11 00:00',
        ])
    })

    it('blames the app for an unexplained refusal', () => {
        expect(judge([passed(0, '', 'a'), passed(8, 'a', '', refused)]).violations).toHaveLength(2)
    })

    it.each([
        ['a lost response', 'lost answer', {}, [passed(5, 'a', 'b', lost)]],
        ['the provider', 'revoked', { revokedAt: [5 * DAY] }, []],
        ['a fixed end', 'fixed end', { plan: { ...PLAN, endsWithConsent: true } }, [passed(5, 'a', 'b')]],
    ] satisfies [string, Cause, { revokedAt?: number[]; plan?: ConnectionPlan }, Passed[]][])(
        'explains a loss by %s, and expects a single notification',
        (_name, cause, world, entries) => {
            const all = [
                passed(0, '', 'a'),
                ...entries,
                passed(11, 'a', '', refused),
                passed(12, 'a', '', refused),
            ]
            const { violations, losses, notices } = judge(all, world)
            expect(violations).toEqual([])
            expect(losses.map((loss) => loss.cause)).toEqual([cause])
            expect(notices.map(({ notice }) => notice)).toEqual(['reauthorize'])
        }
    )

    it('expects a notification of the third consecutive failure, and of the recovery', () => {
        const failures = [1, 2, 3, 4].map((day) => passed(day, 'a', '', silent))
        const { notices } = judge([passed(0, '', 'a'), ...failures, passed(5, 'a', 'b')], { days: 10 })
        expect(notices).toEqual([
            { at: 3 * DAY, notice: 'failing' },
            { at: 5 * DAY, notice: 'recovered' },
        ])
    })

    it('detects tokens that are resent after they were replaced', () => {
        const again = [passed(0, '', 'a'), passed(1, 'a', 'b'), passed(2, 'a', '', refused)]
        expect(findRepeats(again)).toEqual({
            afterLostAnswer: 0,
            violations: [
                'one reused at 1970-01-03 00:00 a refresh token that was rotated at 1970-01-02 00:00',
            ],
        })
        const unknowing = [passed(0, '', 'a'), passed(1, 'a', 'b', lost), passed(2, 'a', '', refused)]
        expect(findRepeats(unknowing)).toEqual({ afterLostAnswer: 1, violations: [] })
    })
})

describe('the faults of the simulated year', () => {
    const wishes = {
        days: 60,
        connections: [PLAN],
        burstEveryDays: 5,
        outageHours: [4],
        killsBefore: 1,
        killsAfterwards: 1,
        answersLost: 1,
        revocations: 1,
        instanceRestarts: 1,
    }

    it('are the same for the same seed, and differ for another', () => {
        expect(planFaults({ ...wishes, seed: 'x' })).toEqual(planFaults({ ...wishes, seed: 'x' }))
        expect(planFaults({ ...wishes, seed: 'x' })).not.toEqual(planFaults({ ...wishes, seed: 'y' }))
    })
})
