import type { Schema } from '../../core/plugin'
import { flag, integer, reference, text } from '../platform/columns'

/** Whether tests run on this instance; off until an administrator enables it (DOCS atf-admin-properties). */
export const RUNNER_ENABLED = 'sn_atf.runner.enabled'

/** Test suites, and the results of runs. Tests and steps are stored as the SDK describes them. */
export const schema: Schema = {
    tables: [
        {
            name: 'sys_atf_test_suite',
            label: 'Test Suite',
            extends: 'sys_metadata',
            columns: [
                text('name', 100, { display: true }),
                text('description', 4000),
                flag('active', 'true'),
                reference('parent', 'sys_atf_test_suite'),
            ],
        },
        {
            name: 'sys_atf_test_suite_test',
            label: 'Test Suite Test',
            extends: 'sys_metadata',
            columns: [
                text('test', 32),
                reference('test_suite', 'sys_atf_test_suite'),
                integer('order'),
                flag('abort_on_failure'),
            ],
        },
        {
            name: 'sys_atf_test_suite_result',
            label: 'Test Suite Result',
            columns: [
                reference('test_suite', 'sys_atf_test_suite'),
                text('status', 40),
                text('execution_tracker', 32),
                integer('success_count'),
                integer('failure_count'),
                integer('error_count'),
                integer('skip_count'),
                text('run_time', 40),
            ],
            indexes: [{ columns: ['execution_tracker'] }],
        },
        {
            name: 'sys_atf_test_result',
            label: 'Test Result',
            columns: [
                text('test', 32),
                text('test_name', 255, { display: true }),
                reference('parent', 'sys_atf_test_suite_result'),
                text('status', 40),
                text('output', 4000),
            ],
            indexes: [{ columns: ['parent'] }],
        },
    ],
    seed(store) {
        store.insert('sys_properties', { name: RUNNER_ENABLED, type: 'boolean', value: 'false' })
    },
}
