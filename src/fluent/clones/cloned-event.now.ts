import '@servicenow/sdk/global'
import { EmailNotification, Record, UiAction } from '@servicenow/sdk/core'
import { adminRole } from '../shared/roles.now'

/** This instance is a copy, and the app refreshes nothing. parm1: sys_id of the group to notify; parm2: message. */
Record({
    $id: Now.ID['cloned-event'],
    table: 'sysevent_register',
    data: {
        suffix: 'cloned',
        event_name: 'x_opfi_openfin.cloned',
        table: 'x_opfi_openfin_state',
        description: 'The instance is a copy. parm1 sys_id of the group to notify, parm2 what to do.',
        fired_by: 'Module src/server/clones/clone-guard.ts',
        priority: 100,
        caller_access: '2',
    },
})

EmailNotification({
    $id: Now.ID['cloned-notification'],
    table: 'x_opfi_openfin_state',
    name: 'OpenFin: instance is a copy',
    description: 'Notifies the fallback group that the app runs on a copy of an instance.',
    active: true,
    triggerConditions: {
        generationType: 'event',
        eventName: 'x_opfi_openfin.cloned',
        item: 'event.parm1',
    },
    recipientDetails: { eventParm1WithRecipient: true, sendToCreator: true },
    emailContent: {
        contentType: 'multipart/mixed',
        subject: 'OpenFin: OAuth token refresh is stopped on this copy of an instance',
        messageHtml: '${mail_script:x_opfi_openfin_token_mail}',
        messageText: '${mail_script:x_opfi_openfin_token_mail_text}',
    },
})

UiAction({
    $id: Now.ID['adopt-instance-link'],
    table: 'sys_properties',
    name: 'This instance has connections of its own',
    actionName: 'x_opfi_openfin_adopt_instance',
    active: true,
    showUpdate: true,
    showInsert: false,
    roles: [adminRole],
    hint: 'Refresh the OAuth tokens of this instance, which is a copy of another one',
    condition: 'new x_opfi_openfin.OAuthTokenActions().canAdopt(current)',
    form: { showLink: true },
    script: Now.include('./adopt-instance.server.js'),
    order: 100,
})
