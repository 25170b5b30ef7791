import '@servicenow/sdk/global'
import { ScriptInclude } from '@servicenow/sdk/core'

ScriptInclude({
    $id: Now.ID['oauth-token-refresher'],
    name: 'OAuthTokenRefresher',
    script: Now.include('./OAuthTokenRefresher.server.js'),
    description:
        'Refreshes the OAuth token of a record of any table: checkAndRefresh(record, profile) if it is missing or about to expire, refresh(record, profile) unconditionally.',
    accessibleFrom: 'public',
    callerAccess: 'tracking',
    clientCallable: false,
    active: true,
})

ScriptInclude({
    $id: Now.ID['oauth-token-actions'],
    name: 'OAuthTokenActions',
    script: Now.include('./OAuthTokenActions.server.js'),
    description: 'Tells the conditions of the form links whether an active refresh rule covers a record.',
    accessibleFrom: 'package_private',
    callerAccess: 'tracking',
    clientCallable: false,
    active: true,
})
