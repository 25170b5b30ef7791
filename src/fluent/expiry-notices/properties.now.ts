import '@servicenow/sdk/global'
import { Property } from '@servicenow/sdk/core'
import { adminRole, viewerRole } from '../shared/roles.now'

// All with "Ignore cache"; see integration-api/properties.now.ts for the reason.

Property({
    $id: Now.ID['expiry-notices-enabled'],
    name: 'x_opfi_openfin.expiry_notices.enabled',
    type: 'boolean',
    value: true,
    ignoreCache: true,
    description: 'Send notices before OAuth refresh tokens expire, and when they have expired.',
    roles: { read: [viewerRole, adminRole], write: [adminRole] },
})

Property({
    $id: Now.ID['expiry-notices-watch'],
    name: 'x_opfi_openfin.expiry_notices.watch',
    type: 'choicelist',
    choices: ['outbound', 'rules', 'none'],
    value: 'outbound',
    ignoreCache: true,
    description:
        'Tokens to watch. outbound: every refresh token that this instance holds as a client; rules: only tokens that refresh rules cover; none: no notices at all.',
    roles: { read: [viewerRole, adminRole], write: [adminRole] },
})

Property({
    $id: Now.ID['expiry-notices-thresholds-days'],
    name: 'x_opfi_openfin.expiry_notices.thresholds_days',
    type: 'string',
    value: '14,7,3,1',
    ignoreCache: true,
    description:
        'Days before the expiry of a refresh token at which a notice is sent, comma-separated. 1 to 365 each. A rule may name others.',
    roles: { read: [viewerRole, adminRole], write: [adminRole] },
})

Property({
    $id: Now.ID['expiry-notices-registrations'],
    name: 'x_opfi_openfin.expiry_notices.registrations',
    type: 'string',
    ignoreCache: true,
    description:
        'sys_ids of application registrations, comma-separated, whose refresh tokens issued by this instance are watched as well.',
    roles: { read: [viewerRole, adminRole], write: [adminRole] },
})
