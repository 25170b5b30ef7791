import '@servicenow/sdk/global'
import { CrossScopePrivilege } from '@servicenow/sdk/core'

/*
 * Everything that the app uses from the global scope, and nothing else. The target names of scriptable objects are those
 * that the platform records: Java class names where access is controlled method by method. Those that appear in public
 * exports are listed in test/certification/recorded-names.ts.
 */

CrossScopePrivilege({
    $id: Now.ID['privilege-oauth-entity'],
    operation: 'read',
    status: 'allowed',
    targetName: 'oauth_entity',
    targetScope: 'global',
    targetType: 'sys_db_object',
})

CrossScopePrivilege({
    $id: Now.ID['privilege-sys-user'],
    operation: 'read',
    status: 'allowed',
    targetName: 'sys_user',
    targetScope: 'global',
    targetType: 'sys_db_object',
})

CrossScopePrivilege({
    $id: Now.ID['privilege-glide-api-properties'],
    operation: 'execute',
    status: 'allowed',
    targetName: 'Glide API: properties',
    targetScope: 'global',
    targetType: 'scriptable',
})

CrossScopePrivilege({
    $id: Now.ID['privilege-glide-api-user-roles-and-groups'],
    operation: 'execute',
    status: 'allowed',
    targetName: 'Glide API: user roles and groups',
    targetScope: 'global',
    targetType: 'scriptable',
})

CrossScopePrivilege({
    $id: Now.ID['privilege-glide-api-event-management'],
    operation: 'execute',
    status: 'allowed',
    targetName: 'Glide API: event management',
    targetScope: 'global',
    targetType: 'scriptable',
})

CrossScopePrivilege({
    $id: Now.ID['privilege-glide-record-set-value'],
    operation: 'execute',
    status: 'allowed',
    targetName: 'GlideRecord.setValue',
    targetScope: 'global',
    targetType: 'scriptable',
})

CrossScopePrivilege({
    $id: Now.ID['privilege-glide-record-insert'],
    operation: 'execute',
    status: 'allowed',
    targetName: 'GlideRecord.insert',
    targetScope: 'global',
    targetType: 'scriptable',
})

CrossScopePrivilege({
    $id: Now.ID['privilege-scoped-glide-aggregate'],
    operation: 'execute',
    status: 'allowed',
    targetName: 'ScopedGlideAggregate',
    targetScope: 'global',
    targetType: 'scriptable',
})

CrossScopePrivilege({
    $id: Now.ID['privilege-glide-record-secure-get-value'],
    operation: 'execute',
    status: 'allowed',
    targetName: 'GlideRecordSecure.getValue',
    targetScope: 'global',
    targetType: 'scriptable',
})

CrossScopePrivilege({
    $id: Now.ID['privilege-restapirequest'],
    operation: 'execute',
    status: 'allowed',
    targetName: 'RESTAPIRequest',
    targetScope: 'global',
    targetType: 'scriptable',
})

CrossScopePrivilege({
    $id: Now.ID['privilege-scriptable-service-result-builder-set-status'],
    operation: 'execute',
    status: 'allowed',
    targetName: 'ScriptableServiceResultBuilder.setStatus',
    targetScope: 'global',
    targetType: 'scriptable',
})

CrossScopePrivilege({
    $id: Now.ID['privilege-scriptable-service-result-builder-set-content-type'],
    operation: 'execute',
    status: 'allowed',
    targetName: 'ScriptableServiceResultBuilder.setContentType',
    targetScope: 'global',
    targetType: 'scriptable',
})

CrossScopePrivilege({
    $id: Now.ID['privilege-scriptable-service-result-builder-set-header'],
    operation: 'execute',
    status: 'allowed',
    targetName: 'ScriptableServiceResultBuilder.setHeader',
    targetScope: 'global',
    targetType: 'scriptable',
})

CrossScopePrivilege({
    $id: Now.ID['privilege-scriptable-service-result-builder-get-stream-writer'],
    operation: 'execute',
    status: 'allowed',
    targetName: 'ScriptableServiceResultBuilder.getStreamWriter',
    targetScope: 'global',
    targetType: 'scriptable',
})

CrossScopePrivilege({
    $id: Now.ID['privilege-scriptable-service-result-stream-writer-write-string'],
    operation: 'execute',
    status: 'allowed',
    targetName: 'ScriptableServiceResultStreamWriter.writeString',
    targetScope: 'global',
    targetType: 'scriptable',
})

CrossScopePrivilege({
    $id: Now.ID['privilege-scriptable-restmessage-client-set-endpoint'],
    operation: 'execute',
    status: 'allowed',
    targetName: 'ScriptableRESTMessageClient.setEndpoint',
    targetScope: 'global',
    targetType: 'scriptable',
})

CrossScopePrivilege({
    $id: Now.ID['privilege-scriptable-restmessage-client-set-http-method'],
    operation: 'execute',
    status: 'allowed',
    targetName: 'ScriptableRESTMessageClient.setHttpMethod',
    targetScope: 'global',
    targetType: 'scriptable',
})

CrossScopePrivilege({
    $id: Now.ID['privilege-scriptable-restmessage-client-set-http-timeout'],
    operation: 'execute',
    status: 'allowed',
    targetName: 'ScriptableRESTMessageClient.setHttpTimeout',
    targetScope: 'global',
    targetType: 'scriptable',
})

CrossScopePrivilege({
    $id: Now.ID['privilege-scriptable-restmessage-client-set-follow-redirect'],
    operation: 'execute',
    status: 'allowed',
    targetName: 'ScriptableRESTMessageClient.setFollowRedirect',
    targetScope: 'global',
    targetType: 'scriptable',
})

CrossScopePrivilege({
    $id: Now.ID['privilege-scriptable-restmessage-client-disable-forced-variable-substitution'],
    operation: 'execute',
    status: 'allowed',
    targetName: 'ScriptableRESTMessageClient.disableForcedVariableSubstitution',
    targetScope: 'global',
    targetType: 'scriptable',
})

CrossScopePrivilege({
    $id: Now.ID['privilege-scriptable-restmessage-client-set-request-header'],
    operation: 'execute',
    status: 'allowed',
    targetName: 'ScriptableRESTMessageClient.setRequestHeader',
    targetScope: 'global',
    targetType: 'scriptable',
})

CrossScopePrivilege({
    $id: Now.ID['privilege-scriptable-restmessage-client-set-request-body'],
    operation: 'execute',
    status: 'allowed',
    targetName: 'ScriptableRESTMessageClient.setRequestBody',
    targetScope: 'global',
    targetType: 'scriptable',
})

CrossScopePrivilege({
    $id: Now.ID['privilege-scriptable-restmessage-client-execute'],
    operation: 'execute',
    status: 'allowed',
    targetName: 'ScriptableRESTMessageClient.execute',
    targetScope: 'global',
    targetType: 'scriptable',
})

CrossScopePrivilege({
    $id: Now.ID['privilege-scriptable-restresponse-get-status-code'],
    operation: 'execute',
    status: 'allowed',
    targetName: 'ScriptableRESTResponse.getStatusCode',
    targetScope: 'global',
    targetType: 'scriptable',
})

CrossScopePrivilege({
    $id: Now.ID['privilege-scriptable-restresponse-get-body'],
    operation: 'execute',
    status: 'allowed',
    targetName: 'ScriptableRESTResponse.getBody',
    targetScope: 'global',
    targetType: 'scriptable',
})

CrossScopePrivilege({
    $id: Now.ID['privilege-scriptable-restresponse-get-header'],
    operation: 'execute',
    status: 'allowed',
    targetName: 'ScriptableRESTResponse.getHeader',
    targetScope: 'global',
    targetType: 'scriptable',
})
