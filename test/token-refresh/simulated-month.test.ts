import { cpSync } from 'node:fs'
import { MONTH } from '../../examples/year/connections'
import { simulate, type Simulated } from '../../examples/year/simulate'
import { ROOT } from '../support/deploy'
import { DEPLOYED } from '../support/deployed-instance'

/** `npm run simulate:year` simulates a whole year; this is one month of it. */
describe('a month of refreshes on two nodes, with a rotating provider', () => {
    let month: Simulated

    beforeAll(async () => {
        month = await simulate({
            root: ROOT,
            seed: 'a month',
            start: Date.parse('2027-01-01T00:00:00Z'),
            days: 30,
            connections: MONTH,
            burstEveryDays: 12,
            outageHours: [30],
            killsBefore: 2,
            killsAfterwards: 1,
            answersLost: 0,
            revocations: 1,
            instanceRestarts: 1,
            data: (folder) => cpSync(DEPLOYED, folder, { recursive: true }),
            deploy: async () => undefined,
            step: (_name, work) => work(),
        })
    })

    const finding = (what: RegExp) => month.verdict.findings.find((one) => what.test(one.what))
    const faults = (kind: string) => month.proxy.passed.filter(({ fault }) => fault?.kind === kind).length

    it('has faults of all kinds', () => {
        expect(faults('silence')).toBeGreaterThan(0)
        expect(faults('status')).toBeGreaterThan(0)
        expect(faults('node killed')).toBe(3)
        expect(month.world.counts).toMatchObject({ nodesKilled: 3, instanceRestarts: 1 })
        const causes = [...month.verdict.expected.values()].flatMap(({ losses }) => losses)
        expect(new Set(causes.map(({ cause }) => cause))).toEqual(
            new Set(['lost answer', 'revoked', 'fixed end', 'no rule'])
        )
    })

    it('H63 keeps every token that the provider would have kept', () => {
        expect(finding(/no token was lost/)?.wrong).toEqual([])
        expect(finding(/scripts get a valid token/)?.wrong).toEqual([])
    })

    it('H63 sends one notification per incident, and one at its end', () => {
        expect(finding(/one notification/)?.wrong).toEqual([])
        const notices = [...month.verdict.expected.values()].flatMap((expected) =>
            expected.notices.map(({ notice }) => notice)
        )
        expect(new Set(notices)).toEqual(new Set(['failing', 'reauthorize', 'recovered']))
    })

    it('H70 H71 announces each expiry once per threshold, and again after a consent', () => {
        expect(finding(/each expiry was announced once/)?.wrong).toEqual([])
        const days = month.notices.map((notice) => notice.days)
        expect(new Set(days)).toEqual(new Set([14, 7, 3, 1, 0]))
    })

    it('announces each foreseeable loss in time', () => {
        expect(finding(/every loss that could be foreseen/)).toMatchObject({
            wrong: [],
            seen: expect.stringMatching(/^[1-9]/) as string,
        })
    })

    it('H66 never resends a refresh token that the provider has replaced', () => {
        expect(finding(/no refresh token was reused/)?.wrong).toEqual([])
    })

    it('leaves no token in places that users can read', () => {
        expect(finding(/no token leaked/)?.wrong).toEqual([])
    })
})
