import '@servicenow/sdk/global'
import { Record } from '@servicenow/sdk/core'

/*
 * Path-based ACLs (Australia and later; earlier releases ignore them): the platform evaluates them for every request to
 * the path, authenticated or not, before any code of the app runs. `Acl` supports only the operation `execute` for REST
 * endpoints, hence `Record`. They require the role `public`: a rule with a script and no role rejects unauthenticated
 * requests (`glide.security.allow_unauth_roleless_acl`), and explicit roles would add `snc_internal` to it. The routes
 * themselves read the same property, on every release and also for the path without a version.
 */

/**
 * The operation is a reference to `sys_security_operation`. Older operations have their name as sys_id, newer ones have
 * GUIDs (SDK sdk-core/src/app/Acl.ts), and none is published for this one. So the reference has both: a sys_id, and the
 * attribute `name`, by which an instance resolves a reference whose sys_id it does not have (EXPLAIN now-ref-guide).
 */
const httpPost = Now.ref('sys_security_operation', 'http_post', { name: 'http_post' })

const OPEN_UNLESS_LOCKED =
    "answer = gs.getProperty('x_opfi_openfin.integration.lockdown', 'true') == 'false';"

const requestTokensPath = Record({
    $id: Now.ID['request-tokens-path'],
    table: 'sys_security_acl',
    data: {
        name: '/api/x_opfi_openfin/v1/integration/request_tokens',
        type: 'REST_Endpoint',
        operation: httpPost,
        active: true,
        advanced: true,
        admin_overrides: false,
        decision_type: 'allow',
        local_or_existing: 'Local',
        script: OPEN_UNLESS_LOCKED,
        description:
            'Closes the route to everybody while x_opfi_openfin.integration.lockdown is true or missing.',
    },
})

const revokeTokenPath = Record({
    $id: Now.ID['revoke-token-path'],
    table: 'sys_security_acl',
    data: {
        name: '/api/x_opfi_openfin/v1/integration/revoke_token',
        type: 'REST_Endpoint',
        operation: httpPost,
        active: true,
        advanced: true,
        admin_overrides: false,
        decision_type: 'allow',
        local_or_existing: 'Local',
        script: OPEN_UNLESS_LOCKED,
        description:
            'Closes the route to everybody while x_opfi_openfin.integration.lockdown is true or missing.',
    },
})

Record({
    $id: Now.ID['request-tokens-path-public'],
    table: 'sys_security_acl_role',
    data: {
        sys_security_acl: requestTokensPath,
        sys_user_role: Now.ref('sys_user_role', { name: 'public' }),
    },
})

Record({
    $id: Now.ID['revoke-token-path-public'],
    table: 'sys_security_acl_role',
    data: { sys_security_acl: revokeTokenPath, sys_user_role: Now.ref('sys_user_role', { name: 'public' }) },
})
