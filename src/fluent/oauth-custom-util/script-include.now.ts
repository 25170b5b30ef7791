import '@servicenow/sdk/global'
import { ScriptInclude } from '@servicenow/sdk/core'

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
