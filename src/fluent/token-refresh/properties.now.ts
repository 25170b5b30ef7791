import '@servicenow/sdk/global'
import { Property } from '@servicenow/sdk/core'
import { adminRole, viewerRole } from '../shared/roles.now'

// All with "Ignore cache", for the reason that stands in integration-api/properties.now.ts.

Property({
    $id: Now.ID['token-refresh-enabled'],
    name: 'x_opfi_openfin.token_refresh.enabled',
    type: 'boolean',
    value: true,
    ignoreCache: true,
    description: 'Keep OAuth connections alive by the refresh rules. When false, both jobs do nothing.',
    roles: { read: [viewerRole, adminRole], write: [adminRole] },
})

Property({
    $id: Now.ID['token-refresh-failures-before-event'],
    name: 'x_opfi_openfin.token_refresh.failures_before_event',
    type: 'integer',
    value: 3,
    ignoreCache: true,
    description: 'Failures in a row after which people hear that a token cannot be refreshed. 1 to 1,000.',
    roles: { read: [viewerRole, adminRole], write: [adminRole] },
})

Property({
    $id: Now.ID['token-refresh-run-budget-s'],
    name: 'x_opfi_openfin.token_refresh.run_budget_s',
    type: 'integer',
    value: 120,
    ignoreCache: true,
    description: 'Seconds that one run of the refresh job may take. What is left stays due. 5 to 3,600.',
    roles: { read: [viewerRole, adminRole], write: [adminRole] },
})

Property({
    $id: Now.ID['token-refresh-fallback-group'],
    name: 'x_opfi_openfin.token_refresh.fallback_group',
    type: 'string',
    ignoreCache: true,
    description:
        'sys_id of the group that is told of connections whose rule names nobody, or only somebody who is inactive.',
    roles: { read: [viewerRole, adminRole], write: [adminRole] },
})

Property({
    $id: Now.ID['token-refresh-final-errors'],
    name: 'x_opfi_openfin.token_refresh.final_errors',
    type: 'string',
    ignoreCache: true,
    description:
        'Error codes of a provider, separated by commas, that mean a dead refresh token, beside those that the app knows. Letter case, blanks and hyphens do not matter.',
    roles: { read: [viewerRole, adminRole], write: [adminRole] },
})

Property({
    $id: Now.ID['token-refresh-reauthorize-after-days'],
    name: 'x_opfi_openfin.token_refresh.reauthorize_after_days',
    type: 'integer',
    value: 7,
    ignoreCache: true,
    description:
        'Days after which a refresh token that is refused in the same way at every attempt, for a reason that the app does not know, counts as dead. 1 to 365.',
    roles: { read: [viewerRole, adminRole], write: [adminRole] },
})
