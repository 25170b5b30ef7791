import '@servicenow/sdk/global'
import {
    Acl,
    BooleanColumn,
    ConditionsColumn,
    FieldNameColumn,
    IntegerColumn,
    ReferenceColumn,
    StringColumn,
    Table,
    TableNameColumn,
} from '@servicenow/sdk/core'
import { adminRole, viewerRole } from '../shared/roles.now'

/** Which records' tokens are refreshed, how early, and who is notified of failures. */
export const x_opfi_openfin_refresh_rule = Table({
    name: 'x_opfi_openfin_refresh_rule',
    label: 'OAuth Refresh Rule',
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
        name: StringColumn({ label: 'Name', maxLength: 100, mandatory: true }),
        active: BooleanColumn({ label: 'Active', default: true }),
        order: IntegerColumn({
            label: 'Order',
            default: 100,
            hint: 'If two rules cover the same token, the one with the lower order applies.',
        }),
        table: TableNameColumn({ label: 'Table', mandatory: true }),
        condition: ConditionsColumn({
            label: 'Condition',
            dependent: 'table',
            maxLength: 4000,
            hint: 'Records of the table that the rule covers; empty: all.',
        }),
        profile_field: FieldNameColumn({
            label: 'Profile field',
            dependent: 'table',
            maxLength: 255,
            hint: 'Field that references the OAuth profile, such as oauth2_profile. Set either this or Profile.',
        }),
        profile: ReferenceColumn({
            label: 'Profile',
            referenceTable: 'oauth_entity_profile',
            cascadeRule: 'none',
            hint: 'OAuth profile of all records. Set either this or Profile field.',
        }),
        access_lead_s: IntegerColumn({
            label: 'Refresh access token before expiry (s)',
            default: 300,
        }),
        refresh_lead_s: IntegerColumn({
            label: 'Use refresh token before expiry (s)',
            default: 604800,
        }),
        notice_days: StringColumn({
            label: 'Expiry notices (days before)',
            maxLength: 100,
            hint: 'Days before the expiry of a refresh token, such as 14,7,3,1. Empty: the property x_opfi_openfin.expiry_notices.thresholds_days.',
        }),
        notify_user: ReferenceColumn({
            label: 'Notify user',
            referenceTable: 'sys_user',
            cascadeRule: 'clear',
        }),
        notify_group: ReferenceColumn({
            label: 'Notify group',
            referenceTable: 'sys_user_group',
            cascadeRule: 'clear',
        }),
    },
    index: [{ name: 'active_order', element: ['active', 'order'], unique: false }],
})

Acl({
    $id: Now.ID['refresh-rule-read'],
    type: 'record',
    table: 'x_opfi_openfin_refresh_rule',
    operation: 'read',
    roles: [viewerRole],
    description: 'Read access to the refresh rules.',
})

Acl({
    $id: Now.ID['refresh-rule-create'],
    type: 'record',
    table: 'x_opfi_openfin_refresh_rule',
    operation: 'create',
    roles: [adminRole],
    description: 'Rules decide which providers the app calls, so only administrators create them.',
})

Acl({
    $id: Now.ID['refresh-rule-write'],
    type: 'record',
    table: 'x_opfi_openfin_refresh_rule',
    operation: 'write',
    roles: [adminRole],
    description: 'Rules decide which providers the app calls, so only administrators change them.',
})

Acl({
    $id: Now.ID['refresh-rule-delete'],
    type: 'record',
    table: 'x_opfi_openfin_refresh_rule',
    operation: 'delete',
    roles: [adminRole],
    description: 'Delete access to the refresh rules.',
})
