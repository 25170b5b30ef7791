import '@servicenow/sdk/global'
import { Test } from '@servicenow/sdk/core'

/*
 * Steps that run modules of the app as the platform runs them. They decide about planted values: no job, provider or
 * record of anybody else is involved, and nothing is left behind.
 */

/** The members of the answer, and that they are of the user who runs the test. */
export const userInfoTest = Test(
    {
        $id: Now.ID['atf-user-info'],
        name: 'OpenFin: user_info returns the caller',
        description: 'The members of the answer, and that they are of the user who runs the test.',
        active: true,
        failOnServerError: false,
    },
    (atf) => {
        atf.server.runServerSideScript({
            $id: Now.ID['atf-user-info-script'],
            jasmineVersion: '3.1',
            script: Now.include('./user-info.server.js'),
        })
    }
)

/** A rule for a table that does not exist is not stored. */
export const ruleChecksTest = Test(
    {
        $id: Now.ID['atf-rule-checks'],
        name: 'OpenFin: an invalid refresh rule is rejected',
        description: 'A rule for a table that does not exist is not stored.',
        active: true,
        failOnServerError: false,
    },
    (atf) => {
        atf.server.runServerSideScript({
            $id: Now.ID['atf-rule-checks-script'],
            jasmineVersion: '3.1',
            script: Now.include('./rule-checks.server.js'),
        })
    }
)

/** The decision for planted expiries; no token is read and no provider called. */
export const refreshDecisionTest = Test(
    {
        $id: Now.ID['atf-refresh-decision'],
        name: 'OpenFin: when a token is refreshed',
        description: 'The decision for planted expiries; no token is read and no provider called.',
        active: true,
        failOnServerError: false,
    },
    (atf) => {
        atf.server.runServerSideScript({
            $id: Now.ID['atf-refresh-decision-script'],
            jasmineVersion: '3.1',
            script: Now.include('./refresh-decision.server.js'),
        })
    }
)

/** The decision for planted expiries; nobody is notified. */
export const noticeDecisionTest = Test(
    {
        $id: Now.ID['atf-notice-decision'],
        name: 'OpenFin: when an expiry notice is sent',
        description: 'The decision for planted expiries; nobody is notified.',
        active: true,
        failOnServerError: false,
    },
    (atf) => {
        atf.server.runServerSideScript({
            $id: Now.ID['atf-notice-decision-script'],
            jasmineVersion: '3.1',
            script: Now.include('./notice-decision.server.js'),
        })
    }
)

/** The comparison of the noted instance with this one; the note is not changed. */
export const cloneGuardTest = Test(
    {
        $id: Now.ID['atf-clone-guard'],
        name: 'OpenFin: a copied instance is recognized',
        description: 'The comparison of the noted instance with this one; the note is not changed.',
        active: true,
        failOnServerError: false,
    },
    (atf) => {
        atf.server.runServerSideScript({
            $id: Now.ID['atf-clone-guard-script'],
            jasmineVersion: '3.1',
            script: Now.include('./clone-guard.server.js'),
        })
    }
)
