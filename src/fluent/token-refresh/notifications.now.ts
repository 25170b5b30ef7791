import '@servicenow/sdk/global'
import { EmailNotification } from '@servicenow/sdk/core'

EmailNotification({
    $id: Now.ID['token-reauthorize-notification'],
    table: 'x_opfi_openfin_token_status',
    name: 'OpenFin: an OAuth connection needs you',
    description: 'Tells the people of a refresh rule that a connection needs a new consent.',
    active: true,
    triggerConditions: {
        generationType: 'event',
        eventName: 'x_opfi_openfin.token_reauthorize',
        item: 'event.parm1',
    },
    recipientDetails: { eventParm1WithRecipient: true, sendToCreator: true },
    emailContent: {
        contentType: 'text/html',
        subject: 'The OAuth connection ${requestor} needs you',
        messageHtml:
            '<p>The OAuth connection of ${requestor_table} ${requestor} (profile ${profile}) cannot be renewed any more without a person.</p><p>${message}</p><p>Open ${URI_REF} and choose "Get OAuth token". You hear of this once; the connection is left alone until then.</p>',
    },
})

EmailNotification({
    $id: Now.ID['token-failing-notification'],
    table: 'x_opfi_openfin_token_status',
    name: 'OpenFin: an OAuth token keeps failing',
    description:
        'Tells the people of a refresh rule that a token could not be refreshed several times in a row.',
    active: true,
    triggerConditions: {
        generationType: 'event',
        eventName: 'x_opfi_openfin.token_failing',
        item: 'event.parm1',
    },
    recipientDetails: { eventParm1WithRecipient: true, sendToCreator: true },
    emailContent: {
        contentType: 'text/html',
        subject: 'The OAuth connection ${requestor} keeps failing',
        messageHtml:
            '<p>The token of ${requestor_table} ${requestor} (profile ${profile}) could not be refreshed several times in a row.</p><p>${message}</p><p>The app goes on trying. ${URI_REF} shows when it does so next.</p>',
    },
})

EmailNotification({
    $id: Now.ID['token-recovered-notification'],
    table: 'x_opfi_openfin_token_status',
    name: 'OpenFin: an OAuth connection works again',
    description: 'Tells the people of a refresh rule that a connection is well again.',
    active: true,
    triggerConditions: {
        generationType: 'event',
        eventName: 'x_opfi_openfin.token_recovered',
        item: 'event.parm1',
    },
    recipientDetails: { eventParm1WithRecipient: true, sendToCreator: true },
    emailContent: {
        contentType: 'text/html',
        subject: 'The OAuth connection ${requestor} works again',
        messageHtml:
            '<p>The OAuth connection of ${requestor_table} ${requestor} (profile ${profile}) works again.</p><p>${message}</p>',
    },
})
