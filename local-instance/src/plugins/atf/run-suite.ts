import type { Host } from '../../core/plugin'
import type { Principal } from '../../core/principal'
import type { Row } from '../../core/store/types'
import { deleteUser } from './create-user'
import { runStep, type StepOutcome, type TestRun } from './run-step'

/**
 * Runs the active tests of a suite in order and writes the results.
 *
 * @returns status of the suite
 */
export async function runSuite(host: Host, user: Principal, suite: string, tracker: string): Promise<string> {
    const { store, clock } = host
    const began = clock.now()
    const result = store.insert('sys_atf_test_suite_result', {
        test_suite: suite,
        execution_tracker: tracker,
        status: 'running',
    })
    const parent = result['sys_id'] ?? ''
    const counts = { success: 0, failure: 0, error: 0 }
    for (const test of testsOf(host, suite)) {
        const { status, output } = await runTest({ host, user, created: [] }, test)
        counts[status]++
        store.insert('sys_atf_test_result', {
            ...{ test: test['sys_id'] ?? '', test_name: test['name'] ?? '', parent, status },
            output: output.slice(0, 4000),
        })
    }
    // A suite without tests proves nothing.
    const ran = counts.success + counts.failure + counts.error
    const status = counts.error > 0 || ran === 0 ? 'error' : counts.failure > 0 ? 'failure' : 'success'
    store.update('sys_atf_test_suite_result', parent, {
        status,
        success_count: String(counts.success),
        failure_count: String(counts.failure),
        error_count: String(counts.error),
        skip_count: '0',
        run_time: `${Math.round((clock.now() - began) / 1000)} Seconds`,
    })
    return status
}

function testsOf({ store }: Host, suite: string): Row[] {
    const rows = store.query('sys_atf_test_suite_test', { query: `test_suite=${suite}^ORDERBYorder` })
    return rows.flatMap((row) => store.query('sys_atf_test', { query: `sys_id=${row['test']}^active=true` }))
}

async function runTest(run: TestRun, test: Row): Promise<StepOutcome> {
    const query = `test=${test['sys_id']}^active=true^ORDERBYorder`
    let last: StepOutcome = { status: 'error', output: 'The test has no steps' }
    try {
        for (const step of run.host.store.query('sys_atf_step', { query })) {
            last = await runStep(run, step)
            if (last.status !== 'success') break
        }
        return last
    } finally {
        for (const id of run.created) deleteUser(run.host, id)
    }
}
