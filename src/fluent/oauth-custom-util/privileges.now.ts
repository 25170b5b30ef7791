import '@servicenow/sdk/global'
import { CrossScopePrivilege } from '@servicenow/sdk/core'

CrossScopePrivilege({
    $id: Now.ID['privilege-oauth-util'],
    operation: 'execute',
    status: 'allowed',
    targetName: 'OAuthUtil',
    targetScope: 'global',
    targetType: 'sys_script_include',
})

CrossScopePrivilege({
    $id: Now.ID['privilege-oauth-entity-profile'],
    operation: 'read',
    status: 'allowed',
    targetName: 'oauth_entity_profile',
    targetScope: 'global',
    targetType: 'sys_db_object',
})

CrossScopePrivilege({
    $id: Now.ID['privilege-glide-oauth-client-get-token'],
    operation: 'execute',
    status: 'allowed',
    targetName: 'GlideOAuthClient.getToken',
    targetScope: 'global',
    targetType: 'scriptable',
})

CrossScopePrivilege({
    $id: Now.ID['privilege-glide-oauth-token-get-refresh-token'],
    operation: 'execute',
    status: 'allowed',
    targetName: 'GlideOAuthToken.getRefreshToken',
    targetScope: 'global',
    targetType: 'scriptable',
})

CrossScopePrivilege({
    $id: Now.ID['privilege-glide-oauth-string-map-get'],
    operation: 'execute',
    status: 'allowed',
    targetName: 'GlideOAuthStringMap.get',
    targetScope: 'global',
    targetType: 'scriptable',
})

CrossScopePrivilege({
    $id: Now.ID['privilege-glide-oauth-string-map-put'],
    operation: 'execute',
    status: 'allowed',
    targetName: 'GlideOAuthStringMap.put',
    targetScope: 'global',
    targetType: 'scriptable',
})

CrossScopePrivilege({
    $id: Now.ID['privilege-glide-oauth-string-map-remove'],
    operation: 'execute',
    status: 'allowed',
    targetName: 'GlideOAuthStringMap.remove',
    targetScope: 'global',
    targetType: 'scriptable',
})

CrossScopePrivilege({
    $id: Now.ID['privilege-glide-oauth-access-token-response-get-body'],
    operation: 'execute',
    status: 'allowed',
    targetName: 'GlideOAuthAccessTokenResponse.getBody',
    targetScope: 'global',
    targetType: 'scriptable',
})

CrossScopePrivilege({
    $id: Now.ID['privilege-glide-oauth-access-token-response-get-content-type'],
    operation: 'execute',
    status: 'allowed',
    targetName: 'GlideOAuthAccessTokenResponse.getContentType',
    targetScope: 'global',
    targetType: 'scriptable',
})

CrossScopePrivilege({
    $id: Now.ID['privilege-glide-oauth-access-token-response-getparameters'],
    operation: 'execute',
    status: 'allowed',
    targetName: 'GlideOAuthAccessTokenResponse.getparameters',
    targetScope: 'global',
    targetType: 'scriptable',
})
