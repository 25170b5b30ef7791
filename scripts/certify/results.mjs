// @ts-check
import { join } from 'node:path'

/**
 * What `npm test` leaves in dist/test-results.json: Jest's results, and where they come from.
 * @typedef {{
 *     startTime: number,
 *     testResults: { name: string, status: string, assertionResults: { status: string }[] }[],
 *     environment?: Record<string, string>
 * }} TestResults
 * @typedef {{ files: number, passed: number, failed: number, skipped: number }} Tally
 */

const HEADING = '## Results'

/**
 * The test plan with a new part "Results": the whole run, and each area of its table.
 * @param {string} plan the text of the plan
 * @param {TestResults} results
 * @param {string} root folder of the project in which the tests ran
 * @throws Error if the plan lacks its parts, or the results do not say where they come from
 */
export function withResults(plan, results, root) {
    const { environment, startTime, testResults } = results
    if (!environment) throw new Error('These results are not of npm test: they name no versions.')
    const at = plan.indexOf(`${HEADING}\n`)
    const areas = areasOf(plan.slice(0, at))
    if (at < 0 || areas.length === 0) throw new Error('The test plan has no areas or no results.')
    const files = testResults.map((one) => ({ ...one, name: one.name.slice(join(root, '/').length) }))
    const rows = areas.map(({ area, tests }) => {
        const chosen = tests.map((test) => files.filter(({ name }) => isOf(name, test)))
        const missing = tests.filter((_, index) => chosen[index]?.length === 0)
        return row(area, tallyOf(chosen.flat()), missing)
    })
    const { date, ...versions } = { date: new Date(startTime).toISOString(), ...environment }
    return [
        `${plan.slice(0, at)}${HEADING}`,
        '',
        'Written by `npm run certify -- --results FILE`; do not edit.',
        '',
        '| run | |',
        '|---|---|',
        `| date | ${date.slice(0, 16).replace('T', ' ')} UTC |`,
        ...Object.entries(versions).map(([name, value]) => `| ${name} | ${cell(value)} |`),
        '',
        '| area | test files | passed | failed | skipped |',
        '|---|---|---|---|---|',
        ...rows,
        row('all tests of the run', tallyOf(files), []),
        '',
        'The app has not been tested on a real instance;',
        '[what only that can tell](../docs/proof.md#what-only-a-real-instance-can-tell).',
        '',
    ].join('\n')
}

/**
 * The areas of certification with their tests: files, or folders of files.
 * @param {string} plan
 */
function areasOf(plan) {
    const [, table = ''] = plan.split('| area of certification | tests |\n|---|---|\n')
    const rows = table.split('\n\n', 1)[0]?.split('\n') ?? []
    return rows
        .map((line) => {
            const [, area = '', tests = ''] = /^\| (.+?) \| (.+) \|$/.exec(line) ?? []
            return {
                area,
                tests: [...tests.matchAll(/`((?:(?:cli|client|local-instance)\/)?test\/[\w./-]+)`/g)].map(
                    ([, test = '']) => test
                ),
            }
        })
        .filter(({ tests }) => tests.length > 0)
}

/**
 * @param {string} name of a test file
 * @param {string} test a file or a folder
 */
function isOf(name, test) {
    return name === test || name.startsWith(`${test}/`)
}

/** @param {TestResults['testResults']} files @returns {Tally} */
function tallyOf(files) {
    const tally = { files: files.length, passed: 0, failed: 0, skipped: 0 }
    for (const { status, assertionResults } of files) {
        // A file that could not be run has no tests in it.
        if (status === 'failed' && assertionResults.length === 0) tally.failed++
        for (const { status: one } of assertionResults)
            tally[one === 'passed' || one === 'failed' ? one : 'skipped']++
    }
    return tally
}

/**
 * @param {string} name
 * @param {Tally} tally
 * @param {readonly string[]} missing tests of the area that the run left out
 */
function row(name, { files, passed, failed, skipped }, missing) {
    const left = missing.map((test) => `; \`${test}\` did not run`).join('')
    return `| ${name}${left} | ${files} | ${passed} | ${failed} | ${skipped} |`
}

/** @param {string} text */
function cell(text) {
    return text.replaceAll('|', '\\|').replaceAll('\n', ' ')
}
