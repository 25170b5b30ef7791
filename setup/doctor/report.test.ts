import { SetupError } from '../setup-error'
import { CODES } from './codes'
import { Report } from './report'

const URL = 'https://example.service-now.com'
const found = { message: 'Wrong.', fix: 'Fix it.' }
const unknownCodes = (report: Report) => report.outcomes().unknown.map(({ code }) => code)

describe('the report of the doctor', () => {
    it('does not list a code as passed that was not checked', () => {
        const { findings, passed, unknown } = new Report(URL).outcomes()
        expect([findings, passed]).toEqual([[], []])
        expect(unknown).toEqual(CODES.map((code) => ({ code, reason: 'Not checked.' })))
    })

    it('lists a code as passed only if nothing was found and everything was visible', async () => {
        const report = new Report(URL)
        await report.check(['cors_off', 'host_not_allowed', 'clock_skew'], async () => {
            report.found('cors_off', found)
            report.unknown('host_not_allowed', 'Hidden.')
        })
        expect(report.outcomes().passed).toEqual(['clock_skew'])
        expect(report.outcomes().findings.map(({ code }) => code)).toEqual(['cors_off'])
        expect(report.outcomes().unknown).toContainEqual({ code: 'host_not_allowed', reason: 'Hidden.' })
    })

    it('may contain a finding of a code and still list it as unknown', () => {
        const report = new Report(URL)
        report.found('preflight_refused', found)
        report.unknown('preflight_refused', 'Too many.')
        report.passed('preflight_refused')
        expect(report.outcomes().passed).toEqual([])
        expect(unknownCodes(report)).toContain('preflight_refused')
        expect(report.outcomes().findings).toHaveLength(1)
    })

    it('treats a denied table as unknown, and an unreachable instance as fatal', async () => {
        const report = new Report(URL)
        const fail = (code: 'not_authorized' | 'unreachable' | 'not_authenticated' | 'interrupted') =>
            report.check(['cors_off'], () => Promise.reject(new SetupError(code, `It is ${code}.`)))
        await fail('not_authorized')
        expect(report.outcomes().unknown).toContainEqual({
            code: 'cors_off',
            reason: 'It is not_authorized.',
        })
        for (const code of ['unreachable', 'not_authenticated', 'interrupted'] as const) {
            await expect(fail(code)).rejects.toMatchObject({ code })
        }
        const bug = new TypeError('bug')
        await expect(report.check(['cors_off'], () => Promise.reject(bug))).rejects.toBe(bug)
    })

    it('links to the record, to the list, or to nothing', () => {
        const report = new Report(URL)
        report.found('cors_rule_missing', { ...found, evidence: { table: 'sys_cors_rule' } })
        report.found('cors_rule_inactive', { ...found, evidence: { table: 'sys_cors_rule', record: 'a1' } })
        report.found('clock_skew', found)
        expect(report.outcomes().findings.map(({ link }) => link)).toEqual([
            `${URL}/sys_cors_rule_list.do`,
            `${URL}/sys_cors_rule.do?sys_id=a1`,
            null,
        ])
    })

    it('counts findings that it does not list', () => {
        const report = new Report(URL)
        for (let index = 0; index < 60; index++) report.found('cors_rule_missing', found)
        const { findings } = report.outcomes()
        expect(findings).toHaveLength(51)
        expect(findings.at(-1)?.message).toBe('10 more of the same. Wrong.')
    })
})
