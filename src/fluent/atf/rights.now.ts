import '@servicenow/sdk/global'
import { Test } from '@servicenow/sdk/core'
import { adminRole, viewerRole } from '../shared/roles.now'

/*
 * What a user with a role may do with each table of the app, as the access controls decide. Each test creates a user,
 * which the framework deletes at its end; no record is read or written.
 */

/** What a user with the role x_opfi_openfin.viewer may do with each table of the app. */
export const viewerRightsTest = Test(
    {
        $id: Now.ID['atf-viewer-rights'],
        name: 'OpenFin: a viewer reads, and changes nothing',
        description: 'What a user with the role x_opfi_openfin.viewer may do with each table of the app.',
        active: true,
        failOnServerError: false,
    },
    (atf) => {
        atf.server.createUser({
            $id: Now.ID['atf-viewer-rights-user'],
            firstName: 'ATF',
            lastName: 'Viewer',
            fieldValues: {},
            groups: [],
            roles: [viewerRole],
            impersonate: true,
        })
        atf.server.runServerSideScript({
            $id: Now.ID['atf-viewer-rights-script'],
            jasmineVersion: '3.1',
            script: Now.include('./viewer-rights.server.js'),
        })
    }
)

/** What a user with the role x_opfi_openfin.admin may do with each table of the app. */
export const adminRightsTest = Test(
    {
        $id: Now.ID['atf-admin-rights'],
        name: 'OpenFin: an administrator of the app writes rules only',
        description: 'What a user with the role x_opfi_openfin.admin may do with each table of the app.',
        active: true,
        failOnServerError: false,
    },
    (atf) => {
        atf.server.createUser({
            $id: Now.ID['atf-admin-rights-user'],
            firstName: 'ATF',
            lastName: 'Administrator',
            fieldValues: {},
            groups: [],
            roles: [adminRole],
            impersonate: true,
        })
        atf.server.runServerSideScript({
            $id: Now.ID['atf-admin-rights-script'],
            jasmineVersion: '3.1',
            script: Now.include('./admin-rights.server.js'),
        })
    }
)

/** What a user without a role may do with each table of the app. */
export const noRoleRightsTest = Test(
    {
        $id: Now.ID['atf-no-role-rights'],
        name: 'OpenFin: a user without a role sees nothing',
        description: 'What a user without a role may do with each table of the app.',
        active: true,
        failOnServerError: false,
    },
    (atf) => {
        atf.server.createUser({
            $id: Now.ID['atf-no-role-rights-user'],
            firstName: 'ATF',
            lastName: 'Nobody',
            fieldValues: {},
            groups: [],
            roles: [],
            impersonate: true,
        })
        atf.server.runServerSideScript({
            $id: Now.ID['atf-no-role-rights-script'],
            jasmineVersion: '3.1',
            script: Now.include('./no-role-rights.server.js'),
        })
    }
)
