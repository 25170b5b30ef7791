import { CODES, SEVERITIES } from '../../setup/doctor/codes'
import { DoctorFixture } from './fixture'
import { PROVOCATIONS } from './provocations'

let fixture: DoctorFixture
beforeAll(async () => {
    fixture = await DoctorFixture.start()
})
afterEach(() => fixture.instance.reset())
afterAll(() => fixture.close())

it('every code is provoked and fixed below', () => {
    expect(new Set(PROVOCATIONS.map(({ code }) => code))).toEqual(new Set(CODES))
})

it('an up-to-date instance has no finding, and nothing visible is unknown', async () => {
    const { ok, findings, passed, unknown, release } = await fixture.doctor()
    expect({ ok, findings, release }).toEqual({ ok: true, findings: [], release: 'brazil' })
    expect(unknown).toEqual([])
    expect(passed).toEqual(CODES)
})

describe.each(PROVOCATIONS)('$code by $by', ({ code, provoke, repair, says, options }) => {
    it('is found with its severity, evidence, a fix and a link, and passes once fixed', async () => {
        // The only finding that is not about the instance.
        const ahead = code === 'clock_skew' ? { now: () => fixture.instance.clock.now() - 3_600_000 } : {}
        await provoke(fixture)
        const broken = await fixture.doctor({ ...options, ...ahead })
        const found = broken.findings.filter((finding) => finding.code === code)
        expect(found.map(({ severity, message }) => [severity, message])).toContainEqual([
            SEVERITIES[code],
            says instanceof RegExp ? expect.stringMatching(says) : expect.stringContaining(says),
        ])
        expect(broken.passed).not.toContain(code)
        expect(broken.ok).toBe(!broken.findings.some(({ severity }) => severity === 'error'))
        for (const { evidence, fix, link } of found) {
            expect(Object.keys(evidence)).toEqual(['table', 'record', 'field', 'found', 'wanted'])
            expect(fix).toMatch(/\w/)
            if (evidence.table !== null) expect(link).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/\w+\.do/)
        }
        await repair(fixture)
        const fixed = await fixture.doctor(options)
        expect(fixed.findings.filter((finding) => finding.code === code)).toEqual([])
        expect(fixed.passed).toContain(code)
    })
})
