import '@servicenow/sdk/global'
import { Property } from '@servicenow/sdk/core'
import { adminRole, viewerRole } from '../shared/roles.now'

/*
 * All with "Ignore cache" (KB1000746): a changed value then flushes only the property cache, on every node, and not all
 * caches of the instance. No other cache holds these values: the app calls gs.getProperty() each time. (The SDK's
 * property guide says that every read then goes to the database; the KB and the product documentation, "Add a system
 * property", say otherwise.)
 */

Property({
    $id: Now.ID['enabled'],
    name: 'x_opfi_openfin.integration.enabled',
    type: 'boolean',
    value: true,
    ignoreCache: true,
    description:
        'Enable the open routes. If false, request_tokens and revoke_token return 403 with a message that says what to do; user_info is not affected.',
    roles: { read: [viewerRole, adminRole], write: [adminRole] },
})

Property({
    $id: Now.ID['lockdown'],
    name: 'x_opfi_openfin.integration.lockdown',
    type: 'boolean',
    value: false,
    ignoreCache: true,
    description:
        'Emergency stop. If true, the platform rejects requests to the open routes before any code of the app runs (from Australia on; on earlier releases the app rejects them).',
    roles: { read: [viewerRole, adminRole], write: [adminRole] },
})

Property({
    $id: Now.ID['requests-per-minute'],
    name: 'x_opfi_openfin.integration.requests_per_minute',
    type: 'integer',
    value: 300,
    ignoreCache: true,
    description:
        'Maximum number of requests per minute from one IP address to the open routes; above it they return 429. Increase it if many users share an address. 1 to 100,000.',
    roles: { read: [viewerRole, adminRole], write: [adminRole] },
})

Property({
    $id: Now.ID['refusals-per-minute'],
    name: 'x_opfi_openfin.integration.refusals_per_minute',
    type: 'integer',
    value: 120,
    ignoreCache: true,
    description:
        'Maximum number of rejected requests per minute from one IP address with one client; above it the open routes return 429. 1 to 100,000.',
    roles: { read: [viewerRole, adminRole], write: [adminRole] },
})

Property({
    $id: Now.ID['upstream-timeout-ms'],
    name: 'x_opfi_openfin.integration.upstream_timeout_ms',
    type: 'integer',
    value: 10000,
    ignoreCache: true,
    description:
        "Timeout in milliseconds of one request to the instance's token endpoint; at most two are made. 500 to 25,000.",
    roles: { read: [viewerRole, adminRole], write: [adminRole] },
})

Property({
    $id: Now.ID['failures-before-event'],
    name: 'x_opfi_openfin.integration.failures_before_event',
    type: 'integer',
    value: 50,
    ignoreCache: true,
    description:
        'Number of rejected requests from one IP address within a minute that raises the event x_opfi_openfin.address_failing, once per minute. 1 to 100,000; values above the limits have no effect.',
    roles: { read: [viewerRole, adminRole], write: [adminRole] },
})
