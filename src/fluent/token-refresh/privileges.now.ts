import '@servicenow/sdk/global'
import { CrossScopePrivilege } from '@servicenow/sdk/core'

/*
 * What the refresh of tokens uses of the global scope. Tables that rules of an administrator's own name are not among
 * them: the platform allows and notes those when they are first read (docs/decisions.md).
 */

CrossScopePrivilege({
    $id: Now.ID['privilege-glide-oauth-client-request-token-by-request'],
    operation: 'execute',
    status: 'allowed',
    targetName: 'GlideOAuthClient.requestTokenByRequest',
    targetScope: 'global',
    targetType: 'scriptable',
})

CrossScopePrivilege({
    $id: Now.ID['privilege-glide-oauth-client-request-set-grant-type'],
    operation: 'execute',
    status: 'allowed',
    targetName: 'GlideOAuthClientRequest.setGrantType',
    targetScope: 'global',
    targetType: 'scriptable',
})

CrossScopePrivilege({
    $id: Now.ID['privilege-glide-oauth-client-request-set-parameter'],
    operation: 'execute',
    status: 'allowed',
    targetName: 'GlideOAuthClientRequest.setParameter',
    targetScope: 'global',
    targetType: 'scriptable',
})

CrossScopePrivilege({
    $id: Now.ID['privilege-glide-oauth-client-request-set-refresh-token'],
    operation: 'execute',
    status: 'allowed',
    targetName: 'GlideOAuthClientRequest.setRefreshToken',
    targetScope: 'global',
    targetType: 'scriptable',
})

CrossScopePrivilege({
    $id: Now.ID['privilege-glide-oauth-client-response-get-body'],
    operation: 'execute',
    status: 'allowed',
    targetName: 'GlideOAuthClientResponse.getBody',
    targetScope: 'global',
    targetType: 'scriptable',
})

CrossScopePrivilege({
    $id: Now.ID['privilege-glide-oauth-client-response-get-error-message'],
    operation: 'execute',
    status: 'allowed',
    targetName: 'GlideOAuthClientResponse.getErrorMessage',
    targetScope: 'global',
    targetType: 'scriptable',
})

CrossScopePrivilege({
    $id: Now.ID['privilege-glide-oauth-client-response-get-response-code'],
    operation: 'execute',
    status: 'allowed',
    targetName: 'GlideOAuthClientResponse.getResponseCode',
    targetScope: 'global',
    targetType: 'scriptable',
})

CrossScopePrivilege({
    $id: Now.ID['privilege-glide-oauth-client-response-get-response-parameters'],
    operation: 'execute',
    status: 'allowed',
    targetName: 'GlideOAuthClientResponse.getResponseParameters',
    targetScope: 'global',
    targetType: 'scriptable',
})

CrossScopePrivilege({
    $id: Now.ID['privilege-glide-oauth-client-response-get-token'],
    operation: 'execute',
    status: 'allowed',
    targetName: 'GlideOAuthClientResponse.getToken',
    targetScope: 'global',
    targetType: 'scriptable',
})

CrossScopePrivilege({
    $id: Now.ID['privilege-glide-oauth-token-get-access-token'],
    operation: 'execute',
    status: 'allowed',
    targetName: 'GlideOAuthToken.getAccessToken',
    targetScope: 'global',
    targetType: 'scriptable',
})

CrossScopePrivilege({
    $id: Now.ID['privilege-glide-oauth-token-get-expires-in'],
    operation: 'execute',
    status: 'allowed',
    targetName: 'GlideOAuthToken.getExpiresIn',
    targetScope: 'global',
    targetType: 'scriptable',
})

CrossScopePrivilege({
    $id: Now.ID['privilege-glide-oauth-token-get-refresh-token-expires-in'],
    operation: 'execute',
    status: 'allowed',
    targetName: 'GlideOAuthToken.getRefreshTokenExpiresIn',
    targetScope: 'global',
    targetType: 'scriptable',
})

CrossScopePrivilege({
    $id: Now.ID['privilege-oauth-credential'],
    operation: 'read',
    status: 'allowed',
    targetName: 'oauth_credential',
    targetScope: 'global',
    targetType: 'sys_db_object',
})

CrossScopePrivilege({
    $id: Now.ID['privilege-oauth-requestor-profile'],
    operation: 'read',
    status: 'allowed',
    targetName: 'oauth_requestor_profile',
    targetScope: 'global',
    targetType: 'sys_db_object',
})

CrossScopePrivilege({
    $id: Now.ID['privilege-sys-user-group'],
    operation: 'read',
    status: 'allowed',
    targetName: 'sys_user_group',
    targetScope: 'global',
    targetType: 'sys_db_object',
})

CrossScopePrivilege({
    $id: Now.ID['privilege-sys-user-grmember'],
    operation: 'read',
    status: 'allowed',
    targetName: 'sys_user_grmember',
    targetScope: 'global',
    targetType: 'sys_db_object',
})

CrossScopePrivilege({
    $id: Now.ID['privilege-sys-rest-message'],
    operation: 'read',
    status: 'allowed',
    targetName: 'sys_rest_message',
    targetScope: 'global',
    targetType: 'sys_db_object',
})

CrossScopePrivilege({
    $id: Now.ID['privilege-sys-email-account'],
    operation: 'read',
    status: 'allowed',
    targetName: 'sys_email_account',
    targetScope: 'global',
    targetType: 'sys_db_object',
})

CrossScopePrivilege({
    $id: Now.ID['privilege-oauth-2-0-credentials'],
    operation: 'read',
    status: 'allowed',
    targetName: 'oauth_2_0_credentials',
    targetScope: 'global',
    targetType: 'sys_db_object',
})

CrossScopePrivilege({
    $id: Now.ID['privilege-glide-record-update'],
    operation: 'execute',
    status: 'allowed',
    targetName: 'GlideRecord.update',
    targetScope: 'global',
    targetType: 'scriptable',
})

CrossScopePrivilege({
    $id: Now.ID['privilege-glide-record-update-multiple'],
    operation: 'execute',
    status: 'allowed',
    targetName: 'GlideRecord.updateMultiple',
    targetScope: 'global',
    targetType: 'scriptable',
})

CrossScopePrivilege({
    $id: Now.ID['privilege-glide-record-delete-multiple'],
    operation: 'execute',
    status: 'allowed',
    targetName: 'GlideRecord.deleteMultiple',
    targetScope: 'global',
    targetType: 'scriptable',
})

CrossScopePrivilege({
    $id: Now.ID['privilege-glide-record-set-workflow'],
    operation: 'execute',
    status: 'allowed',
    targetName: 'GlideRecord.setWorkflow',
    targetScope: 'global',
    targetType: 'scriptable',
})

CrossScopePrivilege({
    $id: Now.ID['privilege-glide-api-string-utilities'],
    operation: 'execute',
    status: 'allowed',
    targetName: 'Glide API: string utilities',
    targetScope: 'global',
    targetType: 'scriptable',
})

CrossScopePrivilege({
    $id: Now.ID['privilege-scoped-glide-element'],
    operation: 'execute',
    status: 'allowed',
    targetName: 'ScopedGlideElement',
    targetScope: 'global',
    targetType: 'scriptable',
})
