import { CODES, SEVERITIES } from '../../setup/doctor/codes'
import { DoctorFixture } from './fixture'
import { PROVOCATIONS } from './provocations'

let fixture: DoctorFixture
beforeAll(async () => {
    fixture = await DoctorFixture.start()
})
afterEach(() => fixture.instance.reset())
afterAll(() => fixture.close())

it('every code is provoked and mended below', () => {
    expect(new Set(PROVOCATIONS.map(({ code }) => code))).toEqual(new Set(CODES))
})

it('an instance that is in line has no finding, and nothing that could be seen is unknown', async () => {
    const { ok, findings, passed, unknown, release } = await fixture.doctor()
    expect({ ok, findings, release }).toEqual({ ok: true, findings: [], release: 'brazil' })
    expect(unknown).toEqual([])
    expect(passed).toEqual(CODES)
})

describe.each(PROVOCATIONS)('$code by $by', ({ code, spoil, mend, says, options }) => {
    it('is found with its severity, evidence, a fix and a link, and passes once mended', async () => {
        // The one thing that is not on the instance.
        const ahead = code === 'clock_skew' ? { now: () => fixture.instance.clock.now() - 3_600_000 } : {}
        await spoil(fixture)
        const sick = await fixture.doctor({ ...options, ...ahead })
        const found = sick.findings.filter((finding) => finding.code === code)
        expect(found.map(({ severity, message }) => [severity, message])).toContainEqual([
            SEVERITIES[code],
            says instanceof RegExp ? expect.stringMatching(says) : expect.stringContaining(says),
        ])
        expect(sick.passed).not.toContain(code)
        expect(sick.ok).toBe(!sick.findings.some(({ severity }) => severity === 'error'))
        for (const { evidence, fix, link } of found) {
            expect(Object.keys(evidence)).toEqual(['table', 'record', 'field', 'found', 'wanted'])
            expect(fix).toMatch(/\w/)
            if (evidence.table !== null) expect(link).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/\w+\.do/)
        }
        await mend(fixture)
        const well = await fixture.doctor(options)
        expect(well.findings.filter((finding) => finding.code === code)).toEqual([])
        expect(well.passed).toContain(code)
    })
})
