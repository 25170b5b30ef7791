import '@servicenow/sdk/global'
import { Acl, DocumentIdColumn, StringColumn, Table, TableNameColumn } from '@servicenow/sdk/core'
import { adminRole, viewerRole } from './roles.now'

/**
 * Values that the app stores between transactions, such as that a message has been logged. One table for all of them,
 * since custom tables count against the instance's entitlement (DOCS "Custom tables"). Never contains a token.
 */
export const x_opfi_openfin_state = Table({
    name: 'x_opfi_openfin_state',
    label: 'OpenFin State',
    display: 'name',
    actions: ['read'],
    accessibleFrom: 'public',
    callerAccess: 'tracking',
    allowWebServiceAccess: true,
    allowClientScripts: false,
    allowNewFields: false,
    allowUiActions: false,
    extensible: false,
    schema: {
        name: StringColumn({ label: 'Name', maxLength: 100, mandatory: true, unique: true }),
        value: StringColumn({ label: 'Value', maxLength: 1000 }),
        record_table: TableNameColumn({ label: 'Record table' }),
        record: DocumentIdColumn({ label: 'Record', dependent: 'record_table' }),
    },
})

Acl({
    $id: Now.ID['state-read'],
    type: 'record',
    table: 'x_opfi_openfin_state',
    operation: 'read',
    roles: [viewerRole],
    description: 'Read access to the state of the app.',
})

Acl({
    $id: Now.ID['state-create'],
    type: 'record',
    table: 'x_opfi_openfin_state',
    operation: 'create',
    roles: [adminRole],
    adminOverrides: false,
    script: 'answer = false;',
    description: 'The state is written by the app only.',
})

Acl({
    $id: Now.ID['state-write'],
    type: 'record',
    table: 'x_opfi_openfin_state',
    operation: 'write',
    roles: [adminRole],
    adminOverrides: false,
    script: 'answer = false;',
    description: 'The state is written by the app only.',
})

Acl({
    $id: Now.ID['state-delete'],
    type: 'record',
    table: 'x_opfi_openfin_state',
    operation: 'delete',
    roles: [adminRole],
    description: 'Delete access to the state of the app.',
})
