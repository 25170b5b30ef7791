import '@servicenow/sdk/global'
import { Record } from '@servicenow/sdk/core'

Record({
    $id: Now.ID['token-expiring-event'],
    table: 'sysevent_register',
    data: {
        suffix: 'token_expiring',
        event_name: 'x_opfi_openfin.token_expiring',
        table: 'x_opfi_openfin_token_status',
        description: 'A refresh token ends soon. parm1 sys_ids of the recipients, parm2 days or digest.',
        fired_by: 'Module src/server/expiry-notices/raise-notices.ts',
        priority: 100,
        caller_access: '2',
    },
})

Record({
    $id: Now.ID['token-expired-event'],
    table: 'sysevent_register',
    data: {
        suffix: 'token_expired',
        event_name: 'x_opfi_openfin.token_expired',
        table: 'x_opfi_openfin_token_status',
        description: 'A refresh token has ended. parm1 sys_ids of the recipients, parm2 0 or digest.',
        fired_by: 'Module src/server/expiry-notices/raise-notices.ts',
        priority: 100,
        caller_access: '2',
    },
})
