import '@servicenow/sdk/global'
import { TableCheck } from '@servicenow/sdk/core'

/** Active CORS rules with a wildcard, for any REST API: each page of the domains it covers may read answers. */
export const corsWildcard = TableCheck({
    $id: Now.ID['scan-cors-wildcard'],
    name: 'OpenFin: CORS rule with a wildcard',
    active: true,
    category: 'security',
    priority: '2',
    shortDescription: 'An active CORS rule allows origins by a wildcard instead of exact origins.',
    description: 'Any page of an origin that matches the wildcard can read the answers of the REST API.',
    resolutionDetails:
        'Replace the rule by one rule for each origin, with scheme, host and port. The setup of OpenFin for ServiceNow does this for its APIs.',
    table: 'sys_cors_rule',
    conditions: 'active=true^domainLIKE*',
    scoreMin: 0,
    scoreMax: 50,
    scoreScale: 5,
})
