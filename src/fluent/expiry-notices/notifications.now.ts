import '@servicenow/sdk/global'
import { EmailNotification } from '@servicenow/sdk/core'

EmailNotification({
    $id: Now.ID['token-expiring-notification'],
    table: 'x_opfi_openfin_token_status',
    name: 'OpenFin: OAuth connection expires soon',
    description:
        'Notifies before the refresh token of a connection expires that is not renewed automatically.',
    active: true,
    triggerConditions: {
        generationType: 'event',
        eventName: 'x_opfi_openfin.token_expiring',
        item: 'event.parm1',
    },
    recipientDetails: { eventParm1WithRecipient: true, sendToCreator: true },
    emailContent: {
        contentType: 'multipart/mixed',
        subject: 'OAuth connection expires soon',
        messageHtml: '${mail_script:x_opfi_openfin_token_mail}',
        messageText: '${mail_script:x_opfi_openfin_token_mail_text}',
    },
})

EmailNotification({
    $id: Now.ID['token-expired-notification'],
    table: 'x_opfi_openfin_token_status',
    name: 'OpenFin: OAuth connection expired',
    description: 'Notifies that the refresh token of a connection has expired.',
    active: true,
    triggerConditions: {
        generationType: 'event',
        eventName: 'x_opfi_openfin.token_expired',
        item: 'event.parm1',
    },
    recipientDetails: { eventParm1WithRecipient: true, sendToCreator: true },
    emailContent: {
        contentType: 'multipart/mixed',
        subject: 'OAuth connection expired',
        messageHtml: '${mail_script:x_opfi_openfin_token_mail}',
        messageText: '${mail_script:x_opfi_openfin_token_mail_text}',
    },
})
