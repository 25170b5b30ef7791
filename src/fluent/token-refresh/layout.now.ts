import '@servicenow/sdk/global'
import { default_view, Form, List } from '@servicenow/sdk/core'

List({
    table: 'x_opfi_openfin_token_status',
    view: default_view,
    columns: [
        'requestor_table',
        'requestor',
        'profile',
        'outcome',
        'access_token_expires',
        'refresh_token_expires',
        'next_attempt',
        'failures',
        'rule',
        'consented_by',
    ],
})

List({
    table: 'x_opfi_openfin_refresh_rule',
    view: default_view,
    columns: ['order', 'name', 'active', 'table', 'profile_field', 'profile', 'notify_user', 'notify_group'],
})

List({
    table: 'x_opfi_openfin_refresh_attempt',
    view: default_view,
    columns: ['sys_created_on', 'status', 'outcome', 'message', 'duration_ms', 'run'],
})

List({
    table: 'x_opfi_openfin_refresh_run',
    view: default_view,
    columns: ['started', 'ended', 'claimed', 'own', 'out_of_time'],
})

Form({
    table: 'x_opfi_openfin_refresh_rule',
    view: default_view,
    sections: [
        {
            caption: 'Tokens',
            content: [
                {
                    layout: 'two-column',
                    leftElements: [
                        { type: 'table_field', field: 'name' },
                        { type: 'table_field', field: 'table' },
                        { type: 'table_field', field: 'profile_field' },
                    ],
                    rightElements: [
                        { type: 'table_field', field: 'active' },
                        { type: 'table_field', field: 'order' },
                        { type: 'table_field', field: 'profile' },
                    ],
                },
                { layout: 'one-column', elements: [{ type: 'table_field', field: 'condition' }] },
            ],
        },
        {
            caption: 'Lead times and notifications',
            content: [
                {
                    layout: 'two-column',
                    leftElements: [
                        { type: 'table_field', field: 'access_lead_s' },
                        { type: 'table_field', field: 'refresh_lead_s' },
                        { type: 'table_field', field: 'notice_days' },
                    ],
                    rightElements: [
                        { type: 'table_field', field: 'notify_user' },
                        { type: 'table_field', field: 'notify_group' },
                    ],
                },
            ],
        },
    ],
})

Form({
    table: 'x_opfi_openfin_token_status',
    view: default_view,
    sections: [
        {
            caption: 'Token',
            content: [
                {
                    layout: 'two-column',
                    leftElements: [
                        { type: 'table_field', field: 'requestor_table' },
                        { type: 'table_field', field: 'requestor' },
                        { type: 'table_field', field: 'profile' },
                        { type: 'table_field', field: 'rule' },
                        { type: 'table_field', field: 'consented_by' },
                    ],
                    rightElements: [
                        { type: 'table_field', field: 'outcome' },
                        { type: 'table_field', field: 'access_token_expires' },
                        { type: 'table_field', field: 'refresh_token_expires' },
                        { type: 'table_field', field: 'next_attempt' },
                        { type: 'table_field', field: 'consent_note' },
                    ],
                },
                { layout: 'one-column', elements: [{ type: 'table_field', field: 'message' }] },
            ],
        },
        {
            caption: 'Attempts and notices',
            content: [
                {
                    layout: 'two-column',
                    leftElements: [
                        { type: 'table_field', field: 'last_attempt' },
                        { type: 'table_field', field: 'renewed' },
                        { type: 'table_field', field: 'failures' },
                        { type: 'table_field', field: 'told' },
                        { type: 'table_field', field: 'notice_days' },
                        { type: 'table_field', field: 'notice_end' },
                        { type: 'table_field', field: 'noticed' },
                    ],
                    rightElements: [
                        { type: 'table_field', field: 'claimed_by' },
                        { type: 'table_field', field: 'claimed_until' },
                        { type: 'table_field', field: 'force' },
                        { type: 'table_field', field: 'refusal' },
                        { type: 'table_field', field: 'refused_since' },
                    ],
                },
            ],
        },
    ],
})
