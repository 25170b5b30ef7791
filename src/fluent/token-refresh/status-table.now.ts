import '@servicenow/sdk/global'
import {
    Acl,
    BooleanColumn,
    DateTimeColumn,
    DocumentIdColumn,
    IntegerColumn,
    ReferenceColumn,
    StringColumn,
    Table,
    TableNameColumn,
} from '@servicenow/sdk/core'
import { adminRole, viewerRole } from '../shared/roles.now'
import { OUTCOME_CHOICES } from './outcome-choices'

/** One row per token that a rule covers or that is watched (without a rule): its expiry, the outcome of the last attempt, and the time of the next one. */
export const x_opfi_openfin_token_status = Table({
    name: 'x_opfi_openfin_token_status',
    label: 'OAuth Token Status',
    actions: ['read'],
    accessibleFrom: 'public',
    callerAccess: 'tracking',
    allowWebServiceAccess: true,
    allowClientScripts: false,
    allowNewFields: false,
    allowUiActions: false,
    extensible: false,
    schema: {
        rule: ReferenceColumn({
            label: 'Rule',
            referenceTable: 'x_opfi_openfin_refresh_rule',
            cascadeRule: 'none',
        }),
        requestor_table: TableNameColumn({ label: 'Requestor table' }),
        requestor: DocumentIdColumn({ label: 'Requestor', dependent: 'requestor_table' }),
        profile: ReferenceColumn({
            label: 'Profile',
            referenceTable: 'oauth_entity_profile',
            cascadeRule: 'none',
        }),
        access_token_expires: DateTimeColumn({ label: 'Access token expires' }),
        refresh_token_expires: DateTimeColumn({ label: 'Refresh token expires' }),
        outcome: StringColumn({
            label: 'Outcome',
            maxLength: 40,
            choices: OUTCOME_CHOICES,
            dropdown: 'dropdown_with_none',
        }),
        message: StringColumn({ label: 'Message', maxLength: 1000 }),
        failures: IntegerColumn({ label: 'Consecutive failures', default: 0 }),
        next_attempt: DateTimeColumn({ label: 'Next attempt' }),
        claimed_until: DateTimeColumn({ label: 'Claimed until' }),
        claimed_by: StringColumn({ label: 'Claimed by', maxLength: 64 }),
        last_attempt: DateTimeColumn({ label: 'Last attempt' }),
        renewed: DateTimeColumn({ label: 'Last renewed' }),
        refusal: StringColumn({ label: 'Rejected with', maxLength: 80 }),
        refused_since: DateTimeColumn({ label: 'Rejected since' }),
        told: StringColumn({
            label: 'Notified of',
            maxLength: 40,
            choices: {
                failing: { label: 'Failing', sequence: 0 },
                reauthorize: { label: 'Reauthorization required', sequence: 1 },
            },
            dropdown: 'dropdown_with_none',
        }),
        consented_by: ReferenceColumn({
            label: 'Consent by',
            referenceTable: 'sys_user',
            cascadeRule: 'none',
        }),
        consent_note: StringColumn({ label: 'Changed consent', maxLength: 255 }),
        end_kept: BooleanColumn({ label: 'Expiry unchanged by the last refresh', default: false }),
        notice_days: IntegerColumn({ label: 'Last notice (days before expiry)' }),
        notice_end: DateTimeColumn({ label: 'Expiry in the last notice' }),
        noticed: DateTimeColumn({ label: 'Last notice' }),
        notice_to: StringColumn({ label: 'Recipients of the last notice', maxLength: 1000 }),
        force: BooleanColumn({ label: 'Refresh unconditionally at the next attempt', default: false }),
    },
    index: [
        { name: 'one_per_token', element: ['requestor', 'profile'], unique: true },
        { name: 'due', element: ['next_attempt', 'claimed_until', 'rule'], unique: false },
        { name: 'rule_requestor', element: ['rule', 'requestor'], unique: false },
        { name: 'ending', element: ['refresh_token_expires', 'notice_days'], unique: false },
        { name: 'noticed', element: ['noticed'], unique: false },
        { name: 'waiting', element: ['outcome', 'next_attempt', 'last_attempt'], unique: false },
        { name: 'outcome_ends', element: ['outcome', 'refresh_token_expires'], unique: false },
    ],
})

Acl({
    $id: Now.ID['token-status-read'],
    type: 'record',
    table: 'x_opfi_openfin_token_status',
    operation: 'read',
    roles: [viewerRole],
    description: 'Read access to the token statuses.',
})

Acl({
    $id: Now.ID['token-status-create'],
    type: 'record',
    table: 'x_opfi_openfin_token_status',
    operation: 'create',
    roles: [adminRole],
    adminOverrides: false,
    script: 'answer = false;',
    description: 'Token statuses are created from the refresh rules only.',
})

Acl({
    $id: Now.ID['token-status-write'],
    type: 'record',
    table: 'x_opfi_openfin_token_status',
    operation: 'write',
    roles: [adminRole],
    adminOverrides: false,
    script: 'answer = false;',
    description: 'Only the app updates statuses, so that nobody can interfere with claims.',
})

Acl({
    $id: Now.ID['token-status-delete'],
    type: 'record',
    table: 'x_opfi_openfin_token_status',
    operation: 'delete',
    roles: [adminRole],
    description: 'Delete access to token statuses; the next search recreates those that a rule still covers.',
})
