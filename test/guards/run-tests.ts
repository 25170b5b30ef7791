import { spawnSync } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'

/** How tests ended. */
export interface TestRun {
    passed: number
    /** Full names of the tests that failed. */
    failed: string[]
    /** What kept a file from running at all. */
    broken: string[]
}

interface Report {
    numPassedTests: number
    testResults: {
        message: string
        assertionResults: { status: string; fullName: string }[]
    }[]
}

/**
 * Runs test files of a copy of the project.
 *
 * @param options.name only tests whose name matches
 * @param options.deploy whether the built app has to be deployed anew
 */
export function runTests(
    copy: string,
    files: string[],
    { name = '', deploy = false }: { name?: string; deploy?: boolean } = {}
): TestRun {
    const output = join(copy, 'dist/guard-results.json')
    rmSync(output, { force: true })
    const { stderr } = spawnSync(
        process.execPath,
        [
            join(copy, 'node_modules/jest/bin/jest.js'),
            '--json',
            '--outputFile',
            output,
            ...(name ? ['-t', name] : []),
            '--runTestsByPath',
            ...files,
        ],
        { cwd: copy, env: { ...process.env, ...(!deploy && { REUSE_DEPLOYED: '1' }) }, encoding: 'utf8' }
    )
    const { numPassedTests, testResults } = read(output, stderr)
    return {
        passed: numPassedTests,
        failed: testResults.flatMap(({ assertionResults }) =>
            assertionResults.filter(({ status }) => status === 'failed').map(({ fullName }) => fullName)
        ),
        broken: testResults
            .filter(({ assertionResults, message }) => assertionResults.length === 0 && message)
            .map(({ message }) => message),
    }
}

function read(output: string, stderr: string): Report {
    try {
        return JSON.parse(readFileSync(output, 'utf8')) as Report
    } catch {
        throw new Error(`The tests did not run:\n${stderr.slice(-2000)}`)
    }
}
