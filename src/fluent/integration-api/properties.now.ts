import '@servicenow/sdk/global'
import { Property } from '@servicenow/sdk/core'
import { adminRole, viewerRole } from '../shared/roles.now'

/*
 * All with "Ignore cache" (KB1000746): a changed value then costs the properties' own cache, on every node, and not all
 * caches of the instance. No other cache holds a value of these: the app asks gs.getProperty() each time. (The SDK's
 * property guide says that it makes each read go to the database; the KB and the product documentation, "Add a system
 * property", say otherwise.)
 */

Property({
    $id: Now.ID['enabled'],
    name: 'x_opfi_openfin.integration.enabled',
    type: 'boolean',
    value: true,
    ignoreCache: true,
    description:
        'Answer requests for tokens. When false, the routes request_tokens and revoke_token answer 403 and say what to do; user_info goes on.',
    roles: { read: [viewerRole, adminRole], write: [adminRole] },
})

Property({
    $id: Now.ID['lockdown'],
    name: 'x_opfi_openfin.integration.lockdown',
    type: 'boolean',
    value: false,
    ignoreCache: true,
    description:
        'Emergency stop. When true, the platform itself refuses requests for tokens, before any code of the app runs (from Australia; before, as if enabled were false).',
    roles: { read: [viewerRole, adminRole], write: [adminRole] },
})

Property({
    $id: Now.ID['requests-per-minute'],
    name: 'x_opfi_openfin.integration.requests_per_minute',
    type: 'integer',
    value: 300,
    ignoreCache: true,
    description:
        'Requests for tokens that one address may send in a minute before it gets 429. Raise it where many users share one address. 1 to 100,000.',
    roles: { read: [viewerRole, adminRole], write: [adminRole] },
})

Property({
    $id: Now.ID['refusals-per-minute'],
    name: 'x_opfi_openfin.integration.refusals_per_minute',
    type: 'integer',
    value: 120,
    ignoreCache: true,
    description:
        'Refusals that one address may collect with one client in a minute before it gets 429. 1 to 100,000.',
    roles: { read: [viewerRole, adminRole], write: [adminRole] },
})

Property({
    $id: Now.ID['upstream-timeout-ms'],
    name: 'x_opfi_openfin.integration.upstream_timeout_ms',
    type: 'integer',
    value: 10000,
    ignoreCache: true,
    description:
        'Milliseconds that the token endpoint of the instance may take for one of at most two attempts. 500 to 25,000.',
    roles: { read: [viewerRole, adminRole], write: [adminRole] },
})

Property({
    $id: Now.ID['failures-before-event'],
    name: 'x_opfi_openfin.integration.failures_before_event',
    type: 'integer',
    value: 50,
    ignoreCache: true,
    description:
        'Refusals of one address within a minute that raise the event x_opfi_openfin.address_failing, once a minute. 1 to 100,000; at most as many as the limits let pass.',
    roles: { read: [viewerRole, adminRole], write: [adminRole] },
})
