import '@servicenow/sdk/global'
import {
    Acl,
    BooleanColumn,
    IntegerColumn,
    Record,
    ReferenceColumn,
    StringColumn,
    Table,
} from '@servicenow/sdk/core'
import { adminRole, viewerRole } from '../shared/roles.now'

/** Requests to the routes that need no sign-in; `sys_created_on` is the time. Never contains a token, code or verifier. */
export const x_opfi_openfin_request = Table({
    name: 'x_opfi_openfin_request',
    label: 'OpenFin Request',
    actions: ['read'],
    accessibleFrom: 'public',
    callerAccess: 'tracking',
    allowWebServiceAccess: true,
    allowClientScripts: false,
    allowNewFields: false,
    allowUiActions: false,
    extensible: false,
    schema: {
        route: StringColumn({ label: 'Route', maxLength: 40 }),
        client: ReferenceColumn({ label: 'Client', referenceTable: 'oauth_entity', cascadeRule: 'clear' }),
        address: StringColumn({ label: 'Address', maxLength: 45 }),
        outcome: StringColumn({ label: 'Outcome', maxLength: 40 }),
        duration_ms: IntegerColumn({ label: 'Duration (ms)' }),
        reported: BooleanColumn({ label: 'Event raised', default: false }),
    },
    // All that the count of an address asks for, so that it reads the index and no row.
    index: [
        {
            name: 'address_created',
            element: ['address', 'sys_created_on', 'outcome', 'client', 'reported'],
            unique: false,
        },
        // Counts by day of the health page.
        { name: 'created_outcome', element: ['sys_created_on', 'outcome'], unique: false },
    ],
})

Acl({
    $id: Now.ID['request-read'],
    type: 'record',
    table: 'x_opfi_openfin_request',
    operation: 'read',
    roles: [viewerRole],
    description: 'Read access to the requests to the open routes.',
})

Acl({
    $id: Now.ID['request-create'],
    type: 'record',
    table: 'x_opfi_openfin_request',
    operation: 'create',
    roles: [adminRole],
    adminOverrides: false,
    script: 'answer = false;',
    description: 'Requests are written by the app only, so that the limits cannot be tampered with.',
})

Acl({
    $id: Now.ID['request-write'],
    type: 'record',
    table: 'x_opfi_openfin_request',
    operation: 'write',
    roles: [adminRole],
    adminOverrides: false,
    script: 'answer = false;',
    description: 'Recorded requests cannot be changed.',
})

Acl({
    $id: Now.ID['request-delete'],
    type: 'record',
    table: 'x_opfi_openfin_request',
    operation: 'delete',
    roles: [adminRole],
    description: 'Delete access to requests before they are cleaned up.',
})

/** Deletes requests older than 7 days. A first-install record, so that an edited age survives an upgrade. */
Record({
    $id: Now.ID['request-auto-flush'],
    table: 'sys_auto_flush',
    $meta: { installMethod: 'first install' },
    data: {
        tablename: 'x_opfi_openfin_request',
        matchfield: 'sys_created_on',
        age: 604800,
        active: true,
        cascade_delete: false,
        conditions: '',
    },
})
