import '@servicenow/sdk/global'
import { Property } from '@servicenow/sdk/core'
import { adminRole, viewerRole } from '../shared/roles.now'

// All with "Ignore cache"; see integration-api/properties.now.ts for the reason.

Property({
    $id: Now.ID['token-refresh-enabled'],
    name: 'x_opfi_openfin.token_refresh.enabled',
    type: 'boolean',
    value: true,
    ignoreCache: true,
    description: 'Refreshes the OAuth tokens that the refresh rules cover. When false, both jobs do nothing.',
    roles: { read: [viewerRole, adminRole], write: [adminRole] },
})

Property({
    $id: Now.ID['token-refresh-failures-before-event'],
    name: 'x_opfi_openfin.token_refresh.failures_before_event',
    type: 'integer',
    value: 3,
    ignoreCache: true,
    description: 'Consecutive failures before a notification is sent. 1 to 1,000.',
    roles: { read: [viewerRole, adminRole], write: [adminRole] },
})

Property({
    $id: Now.ID['token-refresh-run-budget-s'],
    name: 'x_opfi_openfin.token_refresh.run_budget_s',
    type: 'integer',
    value: 120,
    ignoreCache: true,
    description:
        'Maximum duration of one run of the refresh job, in seconds. Remaining tokens stay due for the next run. 5 to 3,600.',
    roles: { read: [viewerRole, adminRole], write: [adminRole] },
})

Property({
    $id: Now.ID['token-refresh-fallback-group'],
    name: 'x_opfi_openfin.token_refresh.fallback_group',
    type: 'string',
    ignoreCache: true,
    description:
        'sys_id of the group to notify if the rule of a connection has no recipient who can be reached.',
    roles: { read: [viewerRole, adminRole], write: [adminRole] },
})

Property({
    $id: Now.ID['token-refresh-final-errors'],
    name: 'x_opfi_openfin.token_refresh.final_errors',
    type: 'string',
    ignoreCache: true,
    description:
        'Further provider error codes, separated by commas, that mean that a refresh token is no longer valid. Letter case, spaces and hyphens are ignored.',
    roles: { read: [viewerRole, adminRole], write: [adminRole] },
})

Property({
    $id: Now.ID['token-refresh-reauthorize-after-days'],
    name: 'x_opfi_openfin.token_refresh.reauthorize_after_days',
    type: 'integer',
    value: 7,
    ignoreCache: true,
    description:
        'Days after which a refresh token that is rejected with the same unknown error at every attempt is considered invalid. 1 to 365.',
    roles: { read: [viewerRole, adminRole], write: [adminRole] },
})
