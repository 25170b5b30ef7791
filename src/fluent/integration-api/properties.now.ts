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
        'Enables the routes request_tokens and revoke_token. When false, both return 403 and say what to do; user_info stays available.',
    roles: { read: [viewerRole, adminRole], write: [adminRole] },
})

Property({
    $id: Now.ID['lockdown'],
    name: 'x_opfi_openfin.integration.lockdown',
    type: 'boolean',
    value: false,
    ignoreCache: true,
    description:
        'Emergency stop. When true, the platform rejects token requests before any code of the app runs (Australia and later; on earlier releases it works like enabled = false).',
    roles: { read: [viewerRole, adminRole], write: [adminRole] },
})

Property({
    $id: Now.ID['requests-per-minute'],
    name: 'x_opfi_openfin.integration.requests_per_minute',
    type: 'integer',
    value: 300,
    ignoreCache: true,
    description:
        'Maximum token requests per minute from one address; further requests get 429. Raise it if many users share one address. 1 to 100,000.',
    roles: { read: [viewerRole, adminRole], write: [adminRole] },
})

Property({
    $id: Now.ID['refusals-per-minute'],
    name: 'x_opfi_openfin.integration.refusals_per_minute',
    type: 'integer',
    value: 120,
    ignoreCache: true,
    description:
        'Maximum refused requests per minute from one address with one client; further requests get 429. 1 to 100,000.',
    roles: { read: [viewerRole, adminRole], write: [adminRole] },
})

Property({
    $id: Now.ID['upstream-timeout-ms'],
    name: 'x_opfi_openfin.integration.upstream_timeout_ms',
    type: 'integer',
    value: 10000,
    ignoreCache: true,
    description:
        'Timeout in milliseconds of one attempt at the token endpoint of the instance. At most two attempts are made. 500 to 25,000.',
    roles: { read: [viewerRole, adminRole], write: [adminRole] },
})

Property({
    $id: Now.ID['failures-before-event'],
    name: 'x_opfi_openfin.integration.failures_before_event',
    type: 'integer',
    value: 50,
    ignoreCache: true,
    description:
        'Refused requests from one address within a minute that raise the event x_opfi_openfin.address_failing, at most once a minute. 1 to 100,000, capped by the two limits.',
    roles: { read: [viewerRole, adminRole], write: [adminRole] },
})
