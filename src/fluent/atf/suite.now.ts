import '@servicenow/sdk/global'
import { Record } from '@servicenow/sdk/core'
import {
    cloneGuardTest,
    noticeDecisionTest,
    refreshDecisionTest,
    ruleChecksTest,
    userInfoTest,
} from './modules.now'
import { requestTokensTest, revokeTokenTest, strangerTest } from './open-routes.now'
import { adminRightsTest, noRoleRightsTest, viewerRightsTest } from './rights.now'

/** The suite that `openfin-servicenow atf` runs. Fluent has no call for suites. */
export const suite = Record({
    $id: Now.ID['atf-suite'],
    table: 'sys_atf_test_suite',
    data: {
        name: 'OpenFin for ServiceNow',
        description:
            'Whether the app works on this instance. Calls no provider and changes no record of others.',
        active: true,
    },
})

Record({
    $id: Now.ID['atf-suite-request-tokens'],
    table: 'sys_atf_test_suite_test',
    data: { test_suite: suite, test: requestTokensTest, order: 100, abort_on_failure: false },
})

Record({
    $id: Now.ID['atf-suite-revoke-token'],
    table: 'sys_atf_test_suite_test',
    data: { test_suite: suite, test: revokeTokenTest, order: 200, abort_on_failure: false },
})

Record({
    $id: Now.ID['atf-suite-user-info-stranger'],
    table: 'sys_atf_test_suite_test',
    data: { test_suite: suite, test: strangerTest, order: 300, abort_on_failure: false },
})

Record({
    $id: Now.ID['atf-suite-user-info'],
    table: 'sys_atf_test_suite_test',
    data: { test_suite: suite, test: userInfoTest, order: 400, abort_on_failure: false },
})

Record({
    $id: Now.ID['atf-suite-rule-checks'],
    table: 'sys_atf_test_suite_test',
    data: { test_suite: suite, test: ruleChecksTest, order: 500, abort_on_failure: false },
})

Record({
    $id: Now.ID['atf-suite-refresh-decision'],
    table: 'sys_atf_test_suite_test',
    data: { test_suite: suite, test: refreshDecisionTest, order: 600, abort_on_failure: false },
})

Record({
    $id: Now.ID['atf-suite-notice-decision'],
    table: 'sys_atf_test_suite_test',
    data: { test_suite: suite, test: noticeDecisionTest, order: 700, abort_on_failure: false },
})

Record({
    $id: Now.ID['atf-suite-clone-guard'],
    table: 'sys_atf_test_suite_test',
    data: { test_suite: suite, test: cloneGuardTest, order: 800, abort_on_failure: false },
})

Record({
    $id: Now.ID['atf-suite-viewer-rights'],
    table: 'sys_atf_test_suite_test',
    data: { test_suite: suite, test: viewerRightsTest, order: 900, abort_on_failure: false },
})

Record({
    $id: Now.ID['atf-suite-admin-rights'],
    table: 'sys_atf_test_suite_test',
    data: { test_suite: suite, test: adminRightsTest, order: 1000, abort_on_failure: false },
})

Record({
    $id: Now.ID['atf-suite-no-role-rights'],
    table: 'sys_atf_test_suite_test',
    data: { test_suite: suite, test: noRoleRightsTest, order: 1100, abort_on_failure: false },
})
