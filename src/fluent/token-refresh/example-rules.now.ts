import '@servicenow/sdk/global'
import { Record } from '@servicenow/sdk/core'

/*
 * Inactive examples, first-install records that belong to the administrator: activate one, or create your own.
 */

Record({
    $id: Now.ID['example-rest-messages'],
    table: 'x_opfi_openfin_refresh_rule',
    $meta: { installMethod: 'first install' },
    data: {
        name: 'REST messages with OAuth 2.0',
        active: false,
        order: 100,
        table: 'sys_rest_message',
        condition: 'authentication_type=oauth2^oauth2_profileISNOTEMPTY',
        profile_field: 'oauth2_profile',
        access_lead_s: 300,
        refresh_lead_s: 604800,
    },
})

Record({
    $id: Now.ID['example-email-accounts'],
    table: 'x_opfi_openfin_refresh_rule',
    $meta: { installMethod: 'first install' },
    data: {
        name: 'Email accounts with OAuth 2.0',
        active: false,
        order: 200,
        table: 'sys_email_account',
        condition: 'authentication=oauth2^active=true^oauth_profileISNOTEMPTY',
        profile_field: 'oauth_profile',
        access_lead_s: 300,
        refresh_lead_s: 604800,
    },
})

Record({
    $id: Now.ID['example-connection-aliases'],
    table: 'x_opfi_openfin_refresh_rule',
    $meta: { installMethod: 'first install' },
    data: {
        name: 'OAuth 2.0 credentials of connection aliases',
        active: false,
        order: 300,
        table: 'oauth_2_0_credentials',
        condition: 'active=true^oauth_entity_profileISNOTEMPTY',
        profile_field: 'oauth_entity_profile',
        access_lead_s: 300,
        refresh_lead_s: 604800,
    },
})
