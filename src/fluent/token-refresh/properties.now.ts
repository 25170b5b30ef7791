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
    description:
        'Refresh OAuth tokens as the refresh rules say. If false, both jobs end without doing anything.',
    roles: { read: [viewerRole, adminRole], write: [adminRole] },
})

Property({
    $id: Now.ID['token-refresh-failures-before-event'],
    name: 'x_opfi_openfin.token_refresh.failures_before_event',
    type: 'integer',
    value: 3,
    ignoreCache: true,
    description: 'Number of consecutive failures after which a notification is sent. 1 to 1,000.',
    roles: { read: [viewerRole, adminRole], write: [adminRole] },
})

Property({
    $id: Now.ID['token-refresh-run-budget-s'],
    name: 'x_opfi_openfin.token_refresh.run_budget_s',
    type: 'integer',
    value: 120,
    ignoreCache: true,
    description:
        'Maximum duration of one run of the refresh job, in seconds. The next run continues with the remaining tokens. 5 to 3,600.',
    roles: { read: [viewerRole, adminRole], write: [adminRole] },
})

Property({
    $id: Now.ID['token-refresh-fallback-group'],
    name: 'x_opfi_openfin.token_refresh.fallback_group',
    type: 'string',
    ignoreCache: true,
    description: 'sys_id of the group to notify if a rule names no active user or group.',
    roles: { read: [viewerRole, adminRole], write: [adminRole] },
})

Property({
    $id: Now.ID['token-refresh-final-errors'],
    name: 'x_opfi_openfin.token_refresh.final_errors',
    type: 'string',
    ignoreCache: true,
    description:
        'Additional provider error codes, comma-separated, that mean the refresh token is no longer valid. Case, spaces and hyphens are ignored.',
    roles: { read: [viewerRole, adminRole], write: [adminRole] },
})

Property({
    $id: Now.ID['token-refresh-reauthorize-after-days'],
    name: 'x_opfi_openfin.token_refresh.reauthorize_after_days',
    type: 'integer',
    value: 7,
    ignoreCache: true,
    description:
        'Number of days after which a refresh token counts as no longer valid if every attempt was rejected with the same unknown error. 1 to 365.',
    roles: { read: [viewerRole, adminRole], write: [adminRole] },
})
