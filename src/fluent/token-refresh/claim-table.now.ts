import '@servicenow/sdk/global'
import { Acl, DateTimeColumn, StringColumn, Table } from '@servicenow/sdk/core'
import { adminRole, viewerRole } from '../shared/roles.now'

/** Tokens that are being refreshed, and by whom. The unique key makes sure that only one of several claims succeeds. */
export const x_opfi_openfin_refresh_claim = Table({
    name: 'x_opfi_openfin_refresh_claim',
    label: 'OAuth Refresh Claim',
    actions: ['read'],
    accessibleFrom: 'package_private',
    callerAccess: 'tracking',
    allowWebServiceAccess: false,
    allowClientScripts: false,
    allowNewFields: false,
    allowUiActions: false,
    extensible: false,
    schema: {
        token: StringColumn({ label: 'Token', maxLength: 80, mandatory: true, unique: true }),
        holder: StringColumn({ label: 'Holder', maxLength: 32 }),
        ends: DateTimeColumn({ label: 'Expires' }),
    },
    index: [{ name: 'ends', element: 'ends', unique: false }],
})

Acl({
    $id: Now.ID['refresh-claim-read'],
    type: 'record',
    table: 'x_opfi_openfin_refresh_claim',
    operation: 'read',
    roles: [viewerRole],
    description: 'Read access to the claims of tokens that are being refreshed.',
})

Acl({
    $id: Now.ID['refresh-claim-create'],
    type: 'record',
    table: 'x_opfi_openfin_refresh_claim',
    operation: 'create',
    roles: [adminRole],
    adminOverrides: false,
    script: 'answer = false;',
    description: 'Claims are created by the app only.',
})

Acl({
    $id: Now.ID['refresh-claim-write'],
    type: 'record',
    table: 'x_opfi_openfin_refresh_claim',
    operation: 'write',
    roles: [adminRole],
    adminOverrides: false,
    script: 'answer = false;',
    description: 'Claims cannot be changed.',
})

Acl({
    $id: Now.ID['refresh-claim-delete'],
    type: 'record',
    table: 'x_opfi_openfin_refresh_claim',
    operation: 'delete',
    roles: [adminRole],
    adminOverrides: false,
    script: 'answer = false;',
    description: 'Claims expire by themselves.',
})
