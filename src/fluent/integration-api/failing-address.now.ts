import '@servicenow/sdk/global'
import { EmailNotification, Record } from '@servicenow/sdk/core'

/** An attacker guesses tokens, or an app keeps using an expired one. parm1: address, parm2: outcome. */
Record({
    $id: Now.ID['address-failing-event'],
    table: 'sysevent_register',
    data: {
        suffix: 'address_failing',
        event_name: 'x_opfi_openfin.address_failing',
        table: 'x_opfi_openfin_request',
        description: 'The open routes keep rejecting one IP address. parm1 address, parm2 outcome.',
        fired_by: 'Module src/server/integration-api/serve-open-route.ts',
        priority: 100,
        caller_access: '2',
    },
})

/** Inactive until an administrator chooses recipients and activates it. */
EmailNotification({
    $id: Now.ID['address-failing-notification'],
    table: 'x_opfi_openfin_request',
    name: 'OpenFin: repeated refusals',
    description: 'Notifies security staff that requests from one IP address are repeatedly rejected.',
    active: false,
    triggerConditions: {
        generationType: 'event',
        eventName: 'x_opfi_openfin.address_failing',
        item: 'event.parm1',
    },
    recipientDetails: { sendToCreator: false },
    emailContent: {
        contentType: 'text/html',
        subject: 'OpenFin: repeated refusals for ${address}',
        messageHtml:
            '<p>The token routes of OpenFin Integration repeatedly refuse requests from the address ${address}.</p><p>Last outcome: ${outcome}. Client: ${client}.</p><p>See OpenFin &gt; Requests for details. To disable the routes, set the property x_opfi_openfin.integration.enabled to false.</p>',
    },
})
