import { hiddenReason, type Context } from './context'

const TABLE = 'sys_atf_test_suite'

/** The app's tests for the Automated Test Framework. */
export function checkAtf({ report, tables }: Context): Promise<void> {
    return report.check(['atf_tests_missing'], async () => {
        const query = 'sys_scope.scope=x_opfi_openfin'
        const { rows, hidden } = await tables.list(TABLE, query, ['name', 'active'], 1)
        if (hidden > 0) report.unknown('atf_tests_missing', hiddenReason(TABLE, hidden))
        else if (rows.length === 0) {
            report.found('atf_tests_missing', {
                message:
                    'The test suite of the app is not on this instance. They cannot be used to test an upgrade of the instance.',
                fix: 'Install a version of the app with its tests, if you use the Automated Test Framework.',
                evidence: { table: TABLE },
            })
        }
    })
}
