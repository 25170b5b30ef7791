import '@servicenow/sdk/global'
import {
    Acl,
    BooleanColumn,
    DateTimeColumn,
    IntegerColumn,
    Record,
    ReferenceColumn,
    StringColumn,
    Table,
} from '@servicenow/sdk/core'
import { adminRole, viewerRole } from '../shared/roles.now'
import { OUTCOME_CHOICES } from './outcome-choices'

/** A run of the refresh job that had due tokens. */
export const x_opfi_openfin_refresh_run = Table({
    name: 'x_opfi_openfin_refresh_run',
    label: 'OAuth Refresh Run',
    display: 'started',
    actions: ['read'],
    accessibleFrom: 'public',
    callerAccess: 'tracking',
    allowWebServiceAccess: true,
    allowClientScripts: false,
    allowNewFields: false,
    allowUiActions: false,
    extensible: false,
    schema: {
        started: DateTimeColumn({ label: 'Started' }),
        ended: DateTimeColumn({ label: 'Ended' }),
        claimed: IntegerColumn({ label: 'Tokens claimed' }),
        own: IntegerColumn({ label: 'Refreshed by the run itself' }),
        out_of_time: BooleanColumn({ label: 'Left tokens for the next run', default: false }),
    },
})

/** An attempt to refresh a token. Never contains a token. */
export const x_opfi_openfin_refresh_attempt = Table({
    name: 'x_opfi_openfin_refresh_attempt',
    label: 'OAuth Refresh Attempt',
    actions: ['read'],
    accessibleFrom: 'public',
    callerAccess: 'tracking',
    allowWebServiceAccess: true,
    allowClientScripts: false,
    allowNewFields: false,
    allowUiActions: false,
    extensible: false,
    schema: {
        status: ReferenceColumn({
            label: 'Token',
            referenceTable: 'x_opfi_openfin_token_status',
            cascadeRule: 'delete',
        }),
        run: ReferenceColumn({
            label: 'Run',
            referenceTable: 'x_opfi_openfin_refresh_run',
            cascadeRule: 'clear',
        }),
        outcome: StringColumn({
            label: 'Outcome',
            maxLength: 40,
            choices: OUTCOME_CHOICES,
            dropdown: 'dropdown_with_none',
        }),
        message: StringColumn({ label: 'Message', maxLength: 1000 }),
        duration_ms: IntegerColumn({ label: 'Duration (ms)' }),
    },
    index: [
        { name: 'status_created', element: ['status', 'sys_created_on'], unique: false },
        { name: 'run_outcome', element: ['run', 'outcome'], unique: false },
    ],
})

Acl({
    $id: Now.ID['refresh-run-read'],
    type: 'record',
    table: 'x_opfi_openfin_refresh_run',
    operation: 'read',
    roles: [viewerRole],
    description: 'Read access to refresh runs.',
})

Acl({
    $id: Now.ID['refresh-run-create'],
    type: 'record',
    table: 'x_opfi_openfin_refresh_run',
    operation: 'create',
    roles: [adminRole],
    adminOverrides: false,
    script: 'answer = false;',
    description: 'Refresh runs are written by the job only.',
})

Acl({
    $id: Now.ID['refresh-run-write'],
    type: 'record',
    table: 'x_opfi_openfin_refresh_run',
    operation: 'write',
    roles: [adminRole],
    adminOverrides: false,
    script: 'answer = false;',
    description: 'Refresh runs cannot be changed.',
})

Acl({
    $id: Now.ID['refresh-run-delete'],
    type: 'record',
    table: 'x_opfi_openfin_refresh_run',
    operation: 'delete',
    roles: [adminRole],
    description: 'Delete access to refresh runs before they are cleaned up.',
})

Acl({
    $id: Now.ID['refresh-attempt-read'],
    type: 'record',
    table: 'x_opfi_openfin_refresh_attempt',
    operation: 'read',
    roles: [viewerRole],
    description: 'Read access to refresh attempts.',
})

Acl({
    $id: Now.ID['refresh-attempt-create'],
    type: 'record',
    table: 'x_opfi_openfin_refresh_attempt',
    operation: 'create',
    roles: [adminRole],
    adminOverrides: false,
    script: 'answer = false;',
    description: 'Refresh attempts are written by the app only.',
})

Acl({
    $id: Now.ID['refresh-attempt-write'],
    type: 'record',
    table: 'x_opfi_openfin_refresh_attempt',
    operation: 'write',
    roles: [adminRole],
    adminOverrides: false,
    script: 'answer = false;',
    description: 'Refresh attempts cannot be changed.',
})

Acl({
    $id: Now.ID['refresh-attempt-delete'],
    type: 'record',
    table: 'x_opfi_openfin_refresh_attempt',
    operation: 'delete',
    roles: [adminRole],
    description: 'Delete access to refresh attempts before they are cleaned up.',
})

/** Deletes attempts and runs older than 30 days. First-install records, so that an edited age survives an upgrade. */
Record({
    $id: Now.ID['refresh-attempt-auto-flush'],
    table: 'sys_auto_flush',
    $meta: { installMethod: 'first install' },
    data: {
        tablename: 'x_opfi_openfin_refresh_attempt',
        matchfield: 'sys_created_on',
        age: 2592000,
        active: true,
        cascade_delete: false,
        conditions: '',
    },
})

Record({
    $id: Now.ID['refresh-run-auto-flush'],
    table: 'sys_auto_flush',
    $meta: { installMethod: 'first install' },
    data: {
        tablename: 'x_opfi_openfin_refresh_run',
        matchfield: 'sys_created_on',
        age: 2592000,
        active: true,
        cascade_delete: false,
        conditions: '',
    },
})
