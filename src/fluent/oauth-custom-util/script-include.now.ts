import '@servicenow/sdk/global'
import { Property, ScriptInclude } from '@servicenow/sdk/core'
import { adminRole, viewerRole } from '../integration-api/roles.now'

ScriptInclude({
    $id: Now.ID['oauth-custom-util'],
    name: 'OAuthCustomUtil',
    script: Now.include('./OAuthCustomUtil.server.js'),
    description:
        'OAuth API Script for an Application Registry of a third party: keeps a refresh token that is merely sent back from faking a longer life, and takes a new one over.',
    accessibleFrom: 'public',
    clientCallable: false,
    active: true,
})

Property({
    $id: Now.ID['oauth-custom-util-stepped-aside'],
    name: 'x_opfi_openfin.oauth_custom_util.stepped_aside',
    type: 'string',
    description:
        'Registrations that the log was told of: their own "Extend Refresh Token Expiry" is on. The app keeps this list itself.',
    roles: { read: [viewerRole, adminRole], write: [adminRole] },
})
