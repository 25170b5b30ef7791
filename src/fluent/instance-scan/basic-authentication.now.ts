import '@servicenow/sdk/global'
import { TableCheck } from '@servicenow/sdk/core'

/** REST messages that send a password with each request instead of a token. */
export const basicRestMessage = TableCheck({
    $id: Now.ID['scan-basic-rest-message'],
    name: 'OpenFin: REST message with Basic authentication',
    active: true,
    category: 'security',
    priority: '3',
    shortDescription: 'A REST message authenticates by user name and password.',
    description: 'A password does not expire by itself, has no scope, and is sent with each request.',
    resolutionDetails:
        'Use an OAuth profile if the provider has OAuth 2.0. Refresh rules of OpenFin for ServiceNow then keep its tokens alive.',
    table: 'sys_rest_message',
    conditions: 'authentication_type=basic',
    scoreMin: 0,
    scoreMax: 100,
    scoreScale: 1,
})

/**
 * Integration accounts for which no token has been issued: they can only use Basic authentication, which the platform
 * prepares to deprecate (DOCS basic-authentication, Brazil).
 */
export const basicOnlyAccount = TableCheck({
    $id: Now.ID['scan-basic-only-account'],
    name: 'OpenFin: integration account without OAuth',
    active: true,
    category: 'security',
    priority: '3',
    shortDescription:
        'A web-service-only account has no OAuth token, so it uses Basic authentication or is not used.',
    description:
        'Basic authentication of inbound requests is being prepared for deprecation. An account without any token has not moved to OAuth.',
    resolutionDetails:
        'Register an OAuth client with the client credentials grant and this account as its user, or deactivate the account.',
    table: 'sys_user',
    conditions: 'active=true^web_service_access_only=true',
    advanced: true,
    scoreMin: 0,
    scoreMax: 100,
    scoreScale: 1,
    script: `(function (engine, current) {
    var token = new GlideRecord('oauth_credential');
    token.addQuery('user', current.getUniqueValue());
    token.setLimit(1);
    token.query();
    if (token.hasNext()) {
        return;
    }
    engine.finding.setCurrentSource(current);
    engine.finding.setValue('finding_details', current.getValue('user_name') + ' has no OAuth token');
    engine.finding.increment();
})(engine, current);`,
})
