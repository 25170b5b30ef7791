import { execFile } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ROOT } from '../support/deploy'
import { rules } from './rules'

const certify = (...args: string[]) =>
    new Promise<{ status: number; output: string }>((resolve) => {
        const script = join(ROOT, 'scripts/certify.mjs')
        // Jest tells its processes to colour their output where the terminal or CI shows colours.
        const options = { cwd: ROOT, env: { ...process.env, NO_COLOR: '1' } }
        execFile(process.execPath, [script, '--no-build', ...args], options, (error, stdout, stderr) =>
            resolve({ status: Number(error?.code ?? 0), output: stdout + stderr })
        )
    })

describe('npm run certify', () => {
    it('checks every rule, and says what remains for a person', async () => {
        const { status, output } = await certify()
        expect(status).toBe(0)
        for (const { number, what } of rules) expect(output).toContain(`✓ ${number}: ${what}\n`)
        expect(output).toContain(`${rules.length} of ${rules.length} rules hold.`)
        const [, remaining = ''] = output.split('What remains for a person:')
        for (const told of ['GlideRecord in loops', 'screen readers', 'real instance'])
            expect(remaining).toContain(told)
    })

    it('fails with what breaks a rule', async () => {
        const folder = mkdtempSync(join(tmpdir(), 'broken-app-'))
        try {
            cpSync(join(ROOT, 'dist/app'), folder, { recursive: true })
            const rule = readdirSync(join(folder, 'unload')).find((name) => name.startsWith('sys_cors_rule_'))
            const file = join(folder, 'unload', rule ?? '')
            const text = readFileSync(file, 'utf8')
            writeFileSync(file, text.replace(/<domain>[^<]*/, '<domain>*'))
            const { status, output } = await certify('--app', folder)
            expect(status).toBe(1)
            expect(output).toMatch(/✗ 2\.7: .+\n {4}\S/)
            expect(output).toContain(`${rules.length - 1} of ${rules.length} rules hold.`)
        } finally {
            rmSync(folder, { recursive: true, force: true })
        }
    })
})

describe('results of tests in the test plan', () => {
    interface Results {
        startTime: number
        testResults: { name: string; status: string; assertionResults: { status: string }[] }[]
        environment?: Record<string, string>
    }
    const withResults = async (plan: string, results: Results) => {
        const file = join(ROOT, 'scripts/certify/results.mjs')
        const module = (await import(file)) as {
            withResults(plan: string, results: Results, root: string): string
        }
        return module.withResults(plan, results, '/project')
    }
    const PLAN = [
        '# Test plan',
        '',
        '| area of certification | tests |',
        '|---|---|',
        '| rules | `test/a.test.ts`, `test/b.test.ts` |',
        '| open routes | all of `test/open` |',
        '',
        'More.',
        '',
        '## Results',
        '',
        'Old ones.',
        '',
    ].join('\n')
    const file = (name: string, ...statuses: string[]) => ({
        name: `/project/test/${name}`,
        status: statuses.includes('failed') || statuses.length === 0 ? 'failed' : 'passed',
        assertionResults: statuses.map((status) => ({ status })),
    })
    const RESULTS: Results = {
        startTime: Date.UTC(2026, 10, 28, 9, 5),
        testResults: [
            file('a.test.ts', 'passed', 'failed'),
            file('open/one.test.ts', 'passed', 'passed', 'pending'),
            file('open/two.test.ts'),
            file('openers.test.ts', 'passed'),
        ],
        environment: { app: '1.0.0', lanes: 'unit, release' },
    }

    it('have their date and versions, and count each area with its failures', async () => {
        const plan = await withResults(PLAN, RESULTS)
        expect(plan.slice(0, plan.indexOf('## Results'))).toBe(PLAN.slice(0, PLAN.indexOf('## Results')))
        const lines = plan.split('\n')
        expect(lines).toEqual(
            expect.arrayContaining([
                '| date | 2026-11-28 09:05 UTC |',
                '| app | 1.0.0 |',
                '| lanes | unit, release |',
                '| rules; `test/b.test.ts` did not run | 1 | 1 | 1 | 0 |',
                '| open routes | 2 | 2 | 1 | 1 |',
                '| all tests of the run | 4 | 4 | 2 | 1 |',
            ])
        )
        expect(plan).not.toContain('Old ones.')
        expect(plan).not.toContain('/project')
    })

    it('replace those of an earlier run', async () => {
        const once = await withResults(PLAN, RESULTS)
        expect(await withResults(once, RESULTS)).toBe(once)
    })

    it('are refused if they do not say where they come from, or the plan has no areas', async () => {
        const { environment: _, ...unknown } = RESULTS
        await expect(withResults(PLAN, unknown)).rejects.toThrow('they name no versions')
        await expect(withResults('## Results\n', RESULTS)).rejects.toThrow('no areas')
    })

    it('fit the plan of the store kit', async () => {
        const plan = readFileSync(join(ROOT, 'store/test-plan.md'), 'utf8')
        const areas = (await withResults(plan, RESULTS))
            .split('\n')
            .filter((line) => /did not run/.test(line))
        expect(areas.length).toBeGreaterThan(8)
    })
})
