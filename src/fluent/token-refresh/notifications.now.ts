import '@servicenow/sdk/global'
import { EmailNotification } from '@servicenow/sdk/core'

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
        contentType: 'text/html',
        subject: 'Reauthorization required: ${requestor}',
        messageHtml:
            '<p>The OAuth connection of ${requestor_table} ${requestor} (profile ${profile}) can no longer be refreshed automatically.</p><p>${message}</p><p>Open ${URI_REF} and choose "Get OAuth token" to reauthorize it. The token is not refreshed until then, and you will not be notified again.</p>',
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
        contentType: 'text/html',
        subject: 'OAuth token refresh failing: ${requestor}',
        messageHtml:
            '<p>Several consecutive refreshes of the OAuth token of ${requestor_table} ${requestor} (profile ${profile}) failed.</p><p>${message}</p><p>The app keeps retrying. ${URI_REF} shows the next attempt.</p>',
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
        contentType: 'text/html',
        subject: 'OAuth connection restored: ${requestor}',
        messageHtml:
            '<p>The OAuth connection of ${requestor_table} ${requestor} (profile ${profile}) works again.</p><p>${message}</p>',
    },
})
