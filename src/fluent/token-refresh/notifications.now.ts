import '@servicenow/sdk/global'
import { EmailNotification } from '@servicenow/sdk/core'

// The mail scripts write subject and body; the subjects here are for instances that run no mail scripts.

EmailNotification({
    $id: Now.ID['token-reauthorize-notification'],
    table: 'x_opfi_openfin_token_status',
    name: 'OpenFin: OAuth reauthorization required',
    description: 'Notifies the recipients of a refresh rule that a connection requires a new consent.',
    active: true,
    triggerConditions: {
        generationType: 'event',
        eventName: 'x_opfi_openfin.token_reauthorize',
        item: 'event.parm1',
    },
    recipientDetails: { eventParm1WithRecipient: true, sendToCreator: true },
    emailContent: {
        contentType: 'multipart/mixed',
        subject: 'OAuth reauthorization required',
        messageHtml: '${mail_script:x_opfi_openfin_token_mail}',
        messageText: '${mail_script:x_opfi_openfin_token_mail_text}',
    },
})

EmailNotification({
    $id: Now.ID['token-failing-notification'],
    table: 'x_opfi_openfin_token_status',
    name: 'OpenFin: OAuth token refresh failing',
    description:
        'Notifies the recipients of a refresh rule that several consecutive refreshes of a token failed.',
    active: true,
    triggerConditions: {
        generationType: 'event',
        eventName: 'x_opfi_openfin.token_failing',
        item: 'event.parm1',
    },
    recipientDetails: { eventParm1WithRecipient: true, sendToCreator: true },
    emailContent: {
        contentType: 'multipart/mixed',
        subject: 'OAuth token refresh failing',
        messageHtml: '${mail_script:x_opfi_openfin_token_mail}',
        messageText: '${mail_script:x_opfi_openfin_token_mail_text}',
    },
})

EmailNotification({
    $id: Now.ID['token-recovered-notification'],
    table: 'x_opfi_openfin_token_status',
    name: 'OpenFin: OAuth connection restored',
    description: 'Notifies the recipients of a refresh rule that a connection works again.',
    active: true,
    triggerConditions: {
        generationType: 'event',
        eventName: 'x_opfi_openfin.token_recovered',
        item: 'event.parm1',
    },
    recipientDetails: { eventParm1WithRecipient: true, sendToCreator: true },
    emailContent: {
        contentType: 'multipart/mixed',
        subject: 'OAuth connection restored',
        messageHtml: '${mail_script:x_opfi_openfin_token_mail}',
        messageText: '${mail_script:x_opfi_openfin_token_mail_text}',
    },
})
