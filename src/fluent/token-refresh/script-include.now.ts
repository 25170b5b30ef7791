import '@servicenow/sdk/global'
import { ScriptInclude } from '@servicenow/sdk/core'

ScriptInclude({
    $id: Now.ID['oauth-token-refresher'],
    name: 'OAuthTokenRefresher',
    script: Now.include('./OAuthTokenRefresher.server.js'),
    description:
        'Renews the OAuth token of a record of any table: checkAndRefresh(record, profile) where it is near its end or gone, refresh(record, profile) in any case.',
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
