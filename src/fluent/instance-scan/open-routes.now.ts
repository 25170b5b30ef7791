import '@servicenow/sdk/global'
import { TableCheck } from '@servicenow/sdk/core'

/**
 * Routes of the app that serve requests without authentication and without its limits. The limits are in the module that
 * a route calls, so a customised script has none; and a limit above 10,000 a minute stops no guessing.
 *
 * Checks are ES5 with inline scripts: Instance Scan evaluates nothing else (EXPLAIN instance-scan-guide).
 */
export const openRouteWithoutLimits = TableCheck({
    $id: Now.ID['scan-open-route-without-limits'],
    name: 'OpenFin: open route without limits',
    active: true,
    category: 'security',
    priority: '1',
    shortDescription: 'An unauthenticated route of OpenFin for ServiceNow has no effective request limit.',
    description:
        'The open routes exchange and revoke tokens for anyone who calls them. Their limits per address keep a caller from guessing.',
    resolutionDetails:
        'Revert the route to the version of the app, or require authentication. Set the properties x_opfi_openfin.integration.requests_per_minute and refusals_per_minute to at most 10000.',
    table: 'sys_ws_operation',
    conditions: 'active=true^requires_authentication=false^sys_scope.scope=x_opfi_openfin',
    advanced: true,
    scoreMin: 0,
    scoreMax: 50,
    scoreScale: 5,
    script: `(function (engine, current) {
    var names = ['requests_per_minute', 'refusals_per_minute'];
    var found = [];
    var source = String(current.getValue('operation_script') || '');
    if (!/\\/src\\/server\\/integration-api\\/(request-tokens|revoke-token)\\.ts/.test(source)) {
        found.push('the script does not call the module with the limits');
    }
    for (var i = 0; i < names.length; i++) {
        var name = 'x_opfi_openfin.integration.' + names[i];
        if (parseInt(gs.getProperty(name, '0'), 10) > 10000) {
            found.push(name + ' is above 10000');
        }
    }
    if (found.length === 0) {
        return;
    }
    engine.finding.setCurrentSource(current);
    engine.finding.setValue('finding_details', current.getValue('name') + ': ' + found.join('; '));
    engine.finding.increment();
})(engine, current);`,
})
