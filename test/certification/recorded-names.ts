/*
 * Target names of scriptable objects, as instances record them in sys_scope_privilege when a script first uses the
 * object. Neither the documentation nor the SDK lists them.
 */

/**
 * Seen in applications that were exported from instances to public repositories: ServiceNowDevProgram/SlackerBot,
 * Points-Thing and Plants, illumio-shield/illumio-servicenow, Lacah/Git-Issue-to-ServiceNow,
 * suraj0001/entrust-idv-servicenow (the OAuth classes), drew-mason/msm_pln_pkr, rwpsnow/ParkRangers (GlideRecordSecure).
 * The same exports show what is not recorded: none of them has a name for `gs.info()`, `gs.warn()`, `gs.error()`,
 * `gs.addInfoMessage()` or `gs.addErrorMessage()`, which they call by the dozen. `Glide API: scripting` comes with
 * `gs.include()` alone. For `gs.getMessage()` the same is assumed; it was not looked for in these exports.
 */
export const RECORDED: readonly string[] = [
    'Glide API: event management',
    'Glide API: properties',
    'Glide API: string utilities',
    'Glide API: user roles and groups',
    'GlideOAuthClient.getToken',
    'GlideOAuthClientResponse.getBody',
    'GlideOAuthClientResponse.getErrorMessage',
    'GlideOAuthClientResponse.getResponseCode',
    'GlideOAuthClientResponse.getToken',
    'GlideOAuthToken.getAccessToken',
    'GlideOAuthToken.getExpiresIn',
    'GlideRecord.deleteMultiple',
    'GlideRecord.insert',
    'GlideRecord.setValue',
    'GlideRecord.setWorkflow',
    'GlideRecord.update',
    'GlideRecord.updateMultiple',
    'GlideRecordSecure.getValue',
    'RESTAPIRequest',
    'ScopedGlideAggregate',
    'ScopedGlideElement',
    'ScriptableRESTMessageClient.execute',
    'ScriptableRESTMessageClient.setEndpoint',
    'ScriptableRESTMessageClient.setHttpMethod',
    'ScriptableRESTMessageClient.setHttpTimeout',
    'ScriptableRESTMessageClient.setRequestBody',
    'ScriptableRESTMessageClient.setRequestHeader',
    'ScriptableRESTResponse.getBody',
    'ScriptableRESTResponse.getHeader',
    'ScriptableRESTResponse.getStatusCode',
    'ScriptableServiceResultBuilder.getStreamWriter',
    'ScriptableServiceResultBuilder.setContentType',
    'ScriptableServiceResultBuilder.setHeader',
    'ScriptableServiceResultBuilder.setStatus',
    'ScriptableServiceResultStreamWriter.writeString',
]

/** Not seen: further methods of classes whose methods were, and further classes of `sn_auth`, named as those seen are. */
export const BY_PATTERN: readonly string[] = [
    'GlideOAuthAccessTokenResponse.getBody',
    'GlideOAuthAccessTokenResponse.getContentType',
    'GlideOAuthAccessTokenResponse.getparameters',
    'GlideOAuthClient.requestTokenByRequest',
    'GlideOAuthClientRequest.setGrantType',
    'GlideOAuthClientRequest.setParameter',
    'GlideOAuthClientRequest.setRefreshToken',
    'GlideOAuthClientResponse.getResponseParameters',
    'GlideOAuthStringMap.get',
    'GlideOAuthStringMap.put',
    'GlideOAuthStringMap.remove',
    'GlideOAuthToken.getRefreshToken',
    'GlideOAuthToken.getRefreshTokenExpiresIn',
    'ScriptableRESTMessageClient.disableForcedVariableSubstitution',
    'ScriptableRESTMessageClient.setFollowRedirect',
]
