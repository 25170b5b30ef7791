import '@servicenow/sdk/global'
import { EmailNotification, Record } from '@servicenow/sdk/core'

/** Somebody guesses tokens, or an app keeps using an expired one. parm1: address, parm2: outcome. */
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

/** Off until an administrator names recipients and activates it. */
EmailNotification({
    $id: Now.ID['address-failing-notification'],
    table: 'x_opfi_openfin_request',
    name: 'OpenFin: an address keeps being refused',
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
        subject: 'OpenFin: ${address} keeps being refused',
        messageHtml:
            '<p>The address ${address} keeps being refused by the token routes of OpenFin Integration.</p><p>Last outcome: ${outcome}. Client: ${client}.</p><p>The list OpenFin &gt; Requests has the details. The property x_opfi_openfin.integration.enabled switches the routes off.</p>',
    },
})
