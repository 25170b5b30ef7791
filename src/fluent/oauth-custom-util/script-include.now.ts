import '@servicenow/sdk/global'
import { ScriptInclude } from '@servicenow/sdk/core'

ScriptInclude({
    $id: Now.ID['oauth-custom-util'],
    name: 'OAuthCustomUtil',
    script: Now.include('./OAuthCustomUtil.server.js'),
    description:
        'OAuth API Script for the application registry of a third-party provider: ignores a refresh token that the provider merely echoes, so that its stored expiry stays correct, and stores a new one.',
    accessibleFrom: 'public',
    clientCallable: false,
    active: true,
})
